import type { Clock } from '@gavel/local-server/clock.ts';
import type { Tier } from './method.ts';

interface Limit {
  /** How many calls are accepted within how many milliseconds. */
  readonly calls: number;
  readonly within: number;
}

const aMinute = 60_000;

/** Slack's documented rates per method. Posting allows about one message per second and channel, with short bursts. */
const limits: Readonly<Record<Exclude<Tier, 'unlimited'>, Limit>> = {
  'tier 1': { calls: 1, within: aMinute },
  'tier 2': { calls: 20, within: aMinute },
  'tier 3': { calls: 50, within: aMinute },
  'tier 4': { calls: 100, within: aMinute },
  posting: { calls: 5, within: 5_000 },
};

/** Counts calls in a sliding window, on the local Slack's clock. */
export class RateLimits {
  readonly #made = new Map<string, readonly number[]>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts a call by its key. Returns 0, or the seconds to wait if there were too many calls. */
  count(key: string, tier: Tier): number {
    if (tier === 'unlimited') return 0;
    const { calls, within } = limits[tier];
    const now = this.#clock.now().getTime();
    const made = (this.#made.get(key) ?? []).filter((at) => at > now - within);
    const oldest = made.at(-calls);
    if (oldest !== undefined) return Math.max(1, Math.ceil((oldest + within - now) / 1_000));
    this.#made.set(key, [...made, now]);
    return 0;
  }
}
