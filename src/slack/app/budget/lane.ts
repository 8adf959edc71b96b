import type { CallUrgency } from '../../../workflow/ports/chat/chat.ts';
import type { Allowance } from './allowance.ts';

/**
 * Shares of what Slack allows: what is reserved for people who wait, what may go at once after a quiet time, and what
 * flows steadily.
 */
const shares = { reserve: 0.06, burst: 0.08, steady: 0.84 };

/** How much of our assumed limit remains after Slack has refused a call, and how much of it comes back each minute. */
const lesson = { left: 0.7, least: 0.1, backPerMinute: 0.1 };

const aMinute = 60_000;

/**
 * The calls of one method, and of one channel if Slack counts by channel: how many more may be made now. Times are in
 * milliseconds. Work that nobody waits for gets a steady share of what Slack allows per minute, so that the rest is
 * available at any moment for a vote that closes or a card that somebody acts on. Calls that a person waits for are
 * held back only by Slack's own refusals.
 */
export class Lane {
  readonly #allowance: Allowance | undefined;
  #made: number[] = [];
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #refusedAt = Number.NEGATIVE_INFINITY;
  #trust = 1;
  #tokens: number;
  #tokensAt = Number.NEGATIVE_INFINITY;

  constructor(allowance: Allowance | undefined) {
    this.#allowance = allowance;
    this.#tokens = this.#burst(1);
  }

  /** How many calls may be made now. */
  room(urgency: CallUrgency, now: number): number {
    if (now < this.#pausedUntil) return 0;
    if (urgency === 'awaited' || this.#allowance === undefined) return Number.POSITIVE_INFINITY;
    const { within } = this.#allowance;
    const left = this.#most(urgency, now) - this.#made.filter((at) => at > now - within).length;
    return Math.max(0, urgency === 'stale' ? Math.min(left, Math.floor(this.#tokensNow(now))) : left);
  }

  /** When the next call may be made, as far as we know now. */
  opensAt(urgency: CallUrgency, now: number): number {
    const earliest = Math.max(now, this.#pausedUntil);
    if (urgency === 'awaited' || this.#allowance === undefined) return earliest;
    const leaving = this.#made.at(-this.#most(urgency, now));
    const byWindow = leaving === undefined ? earliest : leaving + this.#allowance.within;
    const missing = urgency === 'stale' ? 1 - this.#tokensNow(now) : 0;
    const byTokens = missing > 0 ? now + missing / this.#steadyRate(this.#trustAt(now)) : earliest;
    return Math.max(earliest, byWindow, byTokens);
  }

  /** Counts a call that is made now. */
  count(urgency: CallUrgency, now: number): void {
    if (this.#allowance === undefined) return;
    const { within } = this.#allowance;
    if (urgency === 'stale') {
      this.#tokens = this.#tokensNow(now) - 1;
      this.#tokensAt = now;
    }
    this.#made = [...this.#made.filter((at) => at > now - within), now];
  }

  /** Slack has refused a call, and says for how many seconds it refuses more. */
  pause(seconds: number, now: number): void {
    this.#trust = Math.max(lesson.least, this.#trustAt(now) * lesson.left);
    this.#refusedAt = now;
    this.#pausedUntil = Math.max(this.#pausedUntil, now + seconds * 1_000);
  }

  #trustAt(now: number): number {
    if (this.#trust === 1) return 1;
    return Math.min(1, this.#trust + ((now - this.#refusedAt) / aMinute) * lesson.backPerMinute);
  }

  /** How many calls of this urgency are allowed within the time that Slack counts. */
  #most(urgency: CallUrgency, now: number): number {
    const calls = (this.#allowance?.calls ?? 0) * this.#trustAt(now);
    return Math.max(1, Math.floor(urgency === 'stale' ? calls * (1 - shares.reserve) : calls));
  }

  #burst(trust: number): number {
    return Math.max(1, (this.#allowance?.calls ?? 0) * trust * shares.burst);
  }

  /** Calls per millisecond. */
  #steadyRate(trust: number): number {
    const { calls, within } = this.#allowance ?? { calls: 1, within: 1 };
    return (calls * trust * shares.steady) / within;
  }

  #tokensNow(now: number): number {
    const trust = this.#trustAt(now);
    const since = now - this.#tokensAt;
    return Math.min(this.#burst(trust), this.#tokens + since * this.#steadyRate(trust));
  }
}
