import { beginTurn, type CardUnderWay } from '../workflow/card/card-turn.ts';
import type { Chat, Room } from '../workflow/ports/chat/chat.ts';
import type { CardTask } from '../workflow/ports/jobs/card-marks.ts';
import type { Log, Ports } from '../workflow/ports/ports.ts';

/** The part of the background work that keeps cards up to date, for all workspaces of this process. */
export interface CardLoop {
  /** Does what another workspace's cards are marked for, as soon as each is due and Slack accepts it. */
  serve(ports: Ports): void;
  /** Finishes a workspace's cards that are under way, and takes no more of them. */
  leave(teamId: string): Promise<void>;
  /** Finishes the cards that are under way, and stops. */
  stop(): Promise<void>;
}

/** How one kind of work on cards proceeds. */
interface Pace {
  /**
   * How many of a workspace's cards are under way at a time, so that one that Slack is slow to accept delays no other.
   */
  readonly most: number;
  /** How often Slack may be asked for it; unset if Slack is not asked. */
  readonly asks: Parameters<Chat['room']>[0] | undefined;
  /** Milliseconds between two checks for work, however much there is. */
  readonly apart: number;
}

const paces: Readonly<Record<CardTask, Pace>> = {
  show: { most: 10, asks: 'card', apart: 0 },
  // Each check counts the ballots.
  judge: { most: 100, asks: undefined, apart: 1_000 },
  compare: { most: 3, asks: 'reactions', apart: 0 },
};

const tasks = Object.keys(paces) as CardTask[];

/** How often to look for marks left by other processes, which may have died, in milliseconds. */
const lookEvery = 1_000;

/** How long to wait for a mark that was just being written, in milliseconds. */
const shortest = 20;

/** How often to renew the lease of a card that is still being worked on, in milliseconds; see `takeCards`. */
const keepEvery = 2_000;

const unlimited: Room = { calls: Number.POSITIVE_INFINITY, opensAt: new Date(0) };

/** Which of these workspaces have marked cards. */
type FindMarked = (teamIds: readonly string[]) => Promise<readonly string[]>;

/**
 * Does what cards are marked for, until `stop`: at once after a mark by this process, and every second for other
 * processes' marks. Each workspace proceeds at the pace of its own Slack, whatever the others do.
 */
export function startCardLoop(findMarked: FindMarked, log: Log): CardLoop {
  const all = new Map<string, CardsOfWorkspace>();
  let isAway = false;
  let isLooking = false;

  const look = async () => {
    if (isLooking || all.size === 0) return;
    isLooking = true;
    try {
      for (const teamId of await findMarked([...all.keys()])) all.get(teamId)?.wake();
      isAway = false;
    } catch (error) {
      if (!isAway) log.warn({ error }, 'The cards can’t be updated right now; trying again.');
      isAway = true;
    } finally {
      isLooking = false;
    }
  };
  const looking = setInterval(() => void look(), lookEvery);
  const keeping = setInterval(() => {
    for (const cards of all.values()) cards.keep();
  }, keepEvery);
  const leave = async (teamId: string) => {
    await all.get(teamId)?.stop();
    all.delete(teamId);
  };
  return {
    serve: (ports) => void all.set(ports.chat.teamId, new CardsOfWorkspace(ports)),
    leave,
    stop: async () => {
      clearInterval(looking);
      await Promise.all([...all.keys()].map(leave));
      clearInterval(keeping);
    },
  };
}

/** The cards of one workspace, each done when it is due. */
class CardsOfWorkspace {
  readonly #ports: Ports;
  readonly #underWay = new Set<CardUnderWay>();
  readonly #lookedAt = new Map<CardTask, number>();
  readonly #endListening: () => void;
  readonly #running: Promise<void>;
  #isStopping = false;
  #alarm = Promise.withResolvers<void>();

  constructor(ports: Ports) {
    this.#ports = ports;
    this.#endListening = ports.store.onMarked(() => this.wake());
    this.#running = this.#run();
  }

  /** There may be something to do. */
  wake(): void {
    this.#alarm.resolve();
  }

  /** Renews the leases of the cards that are under way. */
  keep(): void {
    const { store, log } = this.#ports;
    for (const { card } of this.#underWay)
      store.read.marks.keep(card).catch((error) => log.warn({ error }, 'Another Gavel may take a card.'));
  }

  /** Finishes what is under way. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#endListening();
    this.wake();
    await this.#running;
    await Promise.all([...this.#underWay].map(({ done }) => done));
  }

  async #run(): Promise<void> {
    let isAway = false;
    while (!this.#isStopping) {
      this.#alarm = Promise.withResolvers();
      const wait = await this.#look().then(
        (next) => {
          isAway = false;
          return next;
        },
        (error) => {
          if (!isAway) this.#ports.log.warn({ error }, 'The cards can’t be updated right now; trying again.');
          isAway = true;
          return lookEvery;
        },
      );
      const timer = wait === undefined ? undefined : setTimeout(() => this.wake(), Math.max(shortest, wait));
      await this.#alarm.promise;
      clearTimeout(timer);
    }
  }

  /** Takes what it may of each kind. Returns how many milliseconds the next card has to wait, if known. */
  async #look(): Promise<number | undefined> {
    const waits: (number | undefined)[] = [];
    for (const task of tasks) waits.push(await this.#take(task));
    return soonest(...waits);
  }

  async #take(task: CardTask): Promise<number | undefined> {
    const { chat, now } = this.#ports;
    const { most, asks, apart } = paces[task];
    const rest = (this.#lookedAt.get(task) ?? Number.NEGATIVE_INFINITY) + apart - performance.now();
    if (rest > 0) return rest;
    const busy = [...this.#underWay].filter(({ card }) => card.task === task).length;
    const [forUrgent, forStale] = (['closing', 'stale'] as const).map((urgency) =>
      asks === undefined ? unlimited : chat.room(asks, urgency),
    ) as [Room, Room];
    // Those under way may still be about to ask Slack.
    const room = ({ calls }: Room) => Math.max(0, Math.min(most, calls) - busy);
    const until = (at: Date | undefined) => (at === undefined ? undefined : at.getTime() - now().getTime());
    if (room(forUrgent) === 0) return busy > 0 ? undefined : until(forUrgent.opensAt);

    const { begun, nextUrgent, nextStale } = await beginTurn(this.#ports, task, {
      all: room(forUrgent),
      stale: room(forStale),
    });
    if (begun.length > 0) this.#lookedAt.set(task, performance.now());
    for (const each of begun) {
      this.#underWay.add(each);
      void each.done.then(() => {
        this.#underWay.delete(each);
        this.wake();
      });
    }
    if (room(forStale) > 0) return soonest(until(nextUrgent), until(nextStale));
    return soonest(until(nextUrgent), busy > 0 || nextStale === undefined ? undefined : until(forStale.opensAt));
  }
}

/** The smallest of the known ones. */
function soonest(...waits: readonly (number | undefined)[]): number | undefined {
  const known = waits.filter((wait) => wait !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
