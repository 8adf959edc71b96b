import type { Clock } from '../clock.ts';
import type { Tier } from './method.ts';

interface Bucket {
  /** Calls that may come at once. */
  readonly burst: number;
  /** Milliseconds until one more call is allowed. */
  readonly refill: number;
}

/** Slack's documented rates per method and minute; posting is about one a second and channel, with short bursts. */
const buckets: Readonly<Record<Exclude<Tier, 'unlimited'>, Bucket>> = {
  'tier 1': { burst: 1, refill: 60_000 },
  'tier 2': { burst: 20, refill: 3000 },
  'tier 3': { burst: 50, refill: 1200 },
  'tier 4': { burst: 100, refill: 600 },
  posting: { burst: 5, refill: 1000 },
};

/** Counts calls in token buckets, on the local Slack's clock. */
export class RateLimits {
  readonly #left = new Map<string, { tokens: number; at: number }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts a call under its key; the answer is 0, or the seconds to wait when it comes too soon. */
  count(key: string, tier: Tier): number {
    if (tier === 'unlimited') return 0;
    const { burst, refill } = buckets[tier];
    const now = this.#clock.now().getTime();
    const before = this.#left.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, before.tokens + (now - before.at) / refill);
    const isAllowed = tokens >= 1;
    this.#left.set(key, { tokens: isAllowed ? tokens - 1 : tokens, at: now });
    return isAllowed ? 0 : Math.max(1, Math.ceil(((1 - tokens) * refill) / 1000));
  }
}
