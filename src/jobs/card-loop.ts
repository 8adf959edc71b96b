import { beginTurn, type CardUnderWay } from '../workflow/card/card-turn.ts';
import type { CardTask } from '../workflow/ports/card-marks.ts';
import type { Chat, Room } from '../workflow/ports/chat.ts';
import type { Ports } from '../workflow/ports/ports.ts';

/** The part of the background work that keeps cards up to date. */
export interface CardLoop {
  /** Finishes the cards that are under way, and stops. */
  stop(): Promise<void>;
}

/** How one kind of work on cards goes on. */
interface Pace {
  /** How many cards are under way at a time: one that Slack is slow to take holds up no other. */
  readonly most: number;
  /** How often Slack may be asked for it; nothing where Slack is not asked. */
  readonly asks: Parameters<Chat['room']>[0] | undefined;
  /** Milliseconds between two looks at what is to be done, however much there is. */
  readonly apart: number;
}

const paces: Readonly<Record<CardTask, Pace>> = {
  show: { most: 10, asks: 'card', apart: 0 },
  // Each look counts the ballots.
  judge: { most: 100, asks: undefined, apart: 1_000 },
  compare: { most: 3, asks: 'reactions', apart: 0 },
};

const tasks = Object.keys(paces) as CardTask[];

/** Milliseconds after which marks of other processes are found, which may have died. */
const lookEvery = 1_000;

/** How long a mark that was just being written is waited for, in milliseconds. */
const shortest = 20;

/** Milliseconds after which it is said of a card that somebody is still at work on it; see `takeCards`. */
const keepEvery = 2_000;

const unlimited: Room = { calls: Number.POSITIVE_INFINITY, opensAt: new Date(0) };

/**
 * Does what cards are marked for, as soon as each has its turn and Slack takes it, until `stop`: at once after a mark of
 * this process, and every second for those of others.
 */
export function startCardLoop(ports: Ports): CardLoop {
  const { chat, log, now, store } = ports;
  const underWay = new Set<CardUnderWay>();
  const lookedAt = new Map<CardTask, number>();
  let isStopping = false;
  let isAway = false;
  let alarm = Promise.withResolvers<void>();
  const wake = () => alarm.resolve();

  /** Takes what it may of one kind, and answers with how many milliseconds the next one waits. */
  const take = async (task: CardTask): Promise<number> => {
    const { most, asks, apart } = paces[task];
    const rest = (lookedAt.get(task) ?? Number.NEGATIVE_INFINITY) + apart - performance.now();
    if (rest > 0) return rest;
    const busy = [...underWay].filter(({ card }) => card.task === task).length;
    const [forUrgent, forStale] = (['closing', 'stale'] as const).map((urgency) =>
      asks === undefined ? unlimited : chat.room(asks, urgency),
    ) as [Room, Room];
    // Those under way may still be about to ask Slack.
    const room = ({ calls }: Room) => Math.max(0, Math.min(most, calls) - busy);
    const until = (at: Date | undefined) => (at === undefined ? lookEvery : at.getTime() - now().getTime());
    if (room(forUrgent) === 0) return busy > 0 ? lookEvery : until(forUrgent.opensAt);

    const { begun, nextUrgent, nextStale } = await beginTurn(ports, task, {
      all: room(forUrgent),
      stale: room(forStale),
    });
    if (begun.length > 0) lookedAt.set(task, performance.now());
    for (const each of begun) {
      underWay.add(each);
      void each.done.then(() => {
        underWay.delete(each);
        wake();
      });
    }
    if (room(forStale) > 0) return Math.min(until(nextUrgent), until(nextStale));
    const staleWait = busy > 0 || nextStale === undefined ? lookEvery : until(forStale.opensAt);
    return Math.min(until(nextUrgent), staleWait);
  };

  const look = async (): Promise<number> => {
    const waits: number[] = [];
    for (const task of tasks) waits.push(await take(task));
    return Math.min(...waits);
  };

  const run = async (): Promise<void> => {
    while (!isStopping) {
      alarm = Promise.withResolvers();
      const wait = await look().then(
        (next) => {
          isAway = false;
          return next;
        },
        (error) => {
          if (!isAway) log.warn({ error }, 'The cards can’t be kept up to date now; trying again.');
          isAway = true;
          return lookEvery;
        },
      );
      const timer = setTimeout(wake, Math.min(lookEvery, Math.max(shortest, wait)));
      await alarm.promise;
      clearTimeout(timer);
    }
  };

  const keeping = setInterval(() => {
    for (const { card } of underWay)
      store.read.marks.keep(card).catch((error) => log.warn({ error }, 'A card may be taken by another Gavel.'));
  }, keepEvery);
  const endListening = store.onMarked(wake);
  const running = run();
  return {
    stop: async () => {
      isStopping = true;
      endListening();
      wake();
      await running;
      await Promise.all([...underWay].map(({ done }) => done));
      clearInterval(keeping);
    },
  };
}
