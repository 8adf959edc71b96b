import { beginTurn, type CardUnderWay } from '../workflow/card-turn.ts';
import type { CardTask } from '../workflow/ports/card-marks.ts';
import type { Ports } from '../workflow/ports.ts';

/** The part of the background work that keeps cards up to date. */
export interface CardLoop {
  /** Finishes the cards that are under way, and stops. */
  stop(): Promise<void>;
}

/** How many cards are under way at a time: one that Slack is slow to take holds up no other. */
const most: Readonly<Record<CardTask, number>> = { show: 10, judge: 100 };

/** Milliseconds after which marks of other processes are found, which may have died. */
const lookEvery = 1_000;

/** Milliseconds between two looks for votes that can close: each counts the ballots. */
const judgeEvery = 1_000;

/** How long a mark that was just being written is waited for, in milliseconds. */
const shortest = 20;

/** Milliseconds after which it is said of a card that somebody is still at work on it; see `takeCards`. */
const keepEvery = 2_000;

/**
 * Shows the cards that are marked, and looks whether votes can close, as soon as each has its turn, until `stop`: at
 * once after a mark of this process, and every second for those of others.
 */
export function startCardLoop(ports: Ports): CardLoop {
  const underWay: Record<CardTask, Set<CardUnderWay>> = { show: new Set(), judge: new Set() };
  let isStopping = false;
  let isAway = false;
  let judgedAt = Number.NEGATIVE_INFINITY;
  let alarm = Promise.withResolvers<void>();
  const wake = () => alarm.resolve();

  /** Takes what it may, and answers with how many milliseconds the next one waits. */
  const take = async (task: CardTask): Promise<number> => {
    const room = most[task] - underWay[task].size;
    if (room <= 0) return lookEvery;
    const { begun, next } = await beginTurn(ports, task, room);
    for (const each of begun) {
      underWay[task].add(each);
      void each.done.then(() => {
        underWay[task].delete(each);
        wake();
      });
    }
    return next === undefined ? lookEvery : next.getTime() - ports.now().getTime();
  };

  const look = async (): Promise<number> => {
    const waits = [await take('show')];
    const sinceJudged = performance.now() - judgedAt;
    if (sinceJudged < judgeEvery) waits.push(judgeEvery - sinceJudged);
    else {
      waits.push(await take('judge'));
      if (underWay.judge.size > 0) judgedAt = performance.now();
    }
    return Math.min(...waits);
  };

  const keeping = setInterval(() => {
    for (const { card } of [...underWay.show, ...underWay.judge])
      ports.store.read
        .keepCard(card)
        .catch((error) => ports.log.warn({ error }, 'A card may be taken by another Gavel.'));
  }, keepEvery);

  const run = async (): Promise<void> => {
    while (!isStopping) {
      alarm = Promise.withResolvers();
      const wait = await look().then(
        (next) => {
          isAway = false;
          return next;
        },
        (error) => {
          if (!isAway) ports.log.warn({ error }, 'The cards can’t be kept up to date now; trying again.');
          isAway = true;
          return lookEvery;
        },
      );
      const timer = setTimeout(wake, Math.min(lookEvery, Math.max(shortest, wait)));
      await alarm.promise;
      clearTimeout(timer);
    }
  };

  const endListening = ports.store.onMarked(wake);
  const running = run();
  return {
    stop: async () => {
      isStopping = true;
      endListening();
      wake();
      await running;
      await Promise.all([...underWay.show, ...underWay.judge].map(({ done }) => done));
      clearInterval(keeping);
    },
  };
}
