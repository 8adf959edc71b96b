import type { CallUrgency, Room } from '../../../workflow/ports/chat/chat.ts';
import type { Allowances } from './allowance.ts';
import { Lane } from './lane.ts';

/** The most urgent first. */
const order: readonly CallUrgency[] = ['awaited', 'closing', 'acted', 'stale'];

/**
 * How long a call waits for its turn, in milliseconds, before it is refused as if Slack had refused it: a person who
 * waits is told so, and a job is tried again later and blocks nothing in the meantime.
 */
const patience: Readonly<Record<CallUrgency, number>> = { awaited: 2_500, closing: 5_000, acted: 5_000, stale: 5_000 };

/**
 * The methods that read lists, by the page or by the person: a refusal in the middle would mean reading everything
 * again. Slack makes each wait for at most a minute.
 */
const partsOfLists: ReadonlySet<string> = new Set([
  ...['users.list', 'users.info', 'users.conversations', 'conversations.list', 'conversations.members'],
]);
const patienceForLists = 65_000;

function patienceFor({ method, urgency }: Call): number {
  return urgency !== 'awaited' && partsOfLists.has(method) ? patienceForLists : patience[urgency];
}

/** How often waiting calls are checked, in milliseconds: the clock may be one that a test moves. */
const lookEvery = 200;

/** A call waiting to be made. */
export interface Call {
  readonly method: string;
  /** The channel, if Slack counts by channel. */
  readonly channel: string | undefined;
  readonly urgency: CallUrgency;
  /** When it was first requested, in milliseconds. */
  readonly since: number;
}

interface Waiting {
  readonly call: Call;
  readonly lane: Lane;
  readonly answer: (seconds: number) => void;
}

/**
 * What we may ask of Slack for one workspace: how often each method may be called, given what Slack documents and what
 * its refusals teach. Every call to Slack passes here. The most urgent goes first, and among equals the one that has
 * waited longest.
 */
export class CallBudget {
  readonly #allowances: Allowances;
  readonly #now: () => Date;
  readonly #lanes = new Map<string, Lane>();
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(allowances: Allowances, now: () => Date) {
    this.#allowances = allowances;
    this.#now = now;
  }

  /** How many calls may be made now of a method that Slack counts for the whole workspace. */
  room(method: string, urgency: CallUrgency): Room {
    const lane = this.#laneOf(method, undefined);
    const now = this.now();
    return { calls: lane.room(urgency, now), opensAt: new Date(lane.opensAt(urgency, now)) };
  }

  /** Resolves when a call may be made with 0, or otherwise with the number of seconds after which to try again. */
  turn(call: Call): Promise<number> {
    const lane = this.#laneOf(call.method, call.channel);
    return new Promise((answer) => {
      this.#waiting.push({ call, lane, answer });
      this.#waiting.sort((a, b) => rank(a) - rank(b) || a.call.since - b.call.since);
      this.#look();
    });
  }

  /** Slack refuses these calls for so many seconds. */
  pause({ method, channel }: Call, seconds: number): void {
    this.#laneOf(method, channel).pause(seconds, this.now());
  }

  /** From now on nothing waits: calls that can't be made at once are refused. */
  close(): void {
    this.#isClosed = true;
    this.#look();
  }

  /** Milliseconds, on the budget's clock. */
  now(): number {
    return this.#now().getTime();
  }

  #laneOf(method: string, channel: string | undefined): Lane {
    const key = channel === undefined ? method : `${method} ${channel}`;
    const lane = this.#lanes.get(key) ?? new Lane(this.#allowances(method));
    this.#lanes.set(key, lane);
    return lane;
  }

  #look(): void {
    const now = this.now();
    this.#waiting = this.#waiting.filter(({ call, lane, answer }) => {
      if (lane.room(call.urgency, now) >= 1) {
        lane.count(call.urgency, now);
        answer(0);
        return false;
      }
      const opensAt = lane.opensAt(call.urgency, now);
      if (!this.#isClosed && opensAt <= call.since + patienceFor(call)) return true;
      answer(Math.max(1, Math.ceil((opensAt - now) / 1_000)));
      return false;
    });
    clearTimeout(this.#timer);
    if (this.#waiting.length === 0) return;
    const next = Math.min(...this.#waiting.map(({ call, lane }) => lane.opensAt(call.urgency, now)));
    this.#timer = setTimeout(() => this.#look(), Math.min(lookEvery, Math.max(1, next - now)));
  }
}

function rank({ call }: Waiting): number {
  return order.indexOf(call.urgency);
}
