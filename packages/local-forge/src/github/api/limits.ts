import type { Clock } from '@gavel/local-server/clock.ts';

const hour = 3_600_000;
const minute = 60_000;
/** Writes that GitHub documents as the secondary limits "in general". */
const writesPerMinute = 80;
const writesPerHour = 500;

/** How much of its limit somebody has used up. */
export interface Usage {
  readonly limit: number;
  readonly used: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

/** Counts calls: so many an hour for each caller, and not too many writes in a row. */
export class Limits {
  readonly #clock: Clock;
  readonly #hours = new Map<string, { used: number; readonly until: number }>();
  readonly #writes = new Map<string, number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How much a caller has used, without counting anything. */
  usage(who: string, limit: number): Usage {
    const { used, until } = this.#hour(who);
    return { limit, used, reset: Math.ceil(until / 1000) };
  }

  /** Counts a call. Returns false if the limit of the hour was used up. */
  take(who: string, limit: number): boolean {
    const current = this.#hour(who);
    if (current.used >= limit) return false;
    current.used += 1;
    return true;
  }

  /** Takes back that a call was counted: it was answered with 304. */
  giveBack(who: string): void {
    const current = this.#hour(who);
    current.used = Math.max(0, current.used - 1);
  }

  /** Uses up the limit of the hour. */
  exhaust(who: string, limit: number): void {
    this.#hour(who).used = limit;
  }

  /** Counts a write. Returns how many seconds to wait if there were too many. */
  takeWrite(who: string): number | undefined {
    const now = this.#clock.now().getTime();
    const recent = (this.#writes.get(who) ?? []).filter((at) => at > now - hour);
    this.#writes.set(who, recent);
    const inMinute = recent.filter((at) => at > now - minute);
    const [first] = inMinute.length >= writesPerMinute ? inMinute : [];
    if (first !== undefined) return Math.ceil((first + minute - now) / 1000);
    const [oldest] = recent.length >= writesPerHour ? recent : [];
    if (oldest !== undefined) return Math.ceil((oldest + hour - now) / 1000);
    recent.push(now);
    return undefined;
  }

  #hour(who: string): { used: number; readonly until: number } {
    const now = this.#clock.now().getTime();
    const known = this.#hours.get(who);
    if (known !== undefined && known.until > now) return known;
    const fresh = { used: 0, until: now + hour };
    this.#hours.set(who, fresh);
    return fresh;
  }
}
