import type { Decision, Shortening } from './decision.ts';
import { limits } from './limits.ts';
import { checkReason } from './objection.ts';
import { RuleBroken } from './rule-broken.ts';

const aMinute = 60_000;

/** Whether two moments are the same to a form, which knows no seconds. */
export function isSameMinute(a: Date, b: Date): boolean {
  return Math.floor(a.getTime() / aMinute) === Math.floor(b.getTime() / aMinute);
}

/** Whether people who vote would have less time than they were told. Before voting opens, nobody was told of any. */
export function isEarlier({ voting, closesAt }: Decision, to: Date): boolean {
  return voting !== undefined && to < closesAt && !isSameMinute(to, closesAt);
}

/**
 * Takes down that a deadline was made earlier, by whom and why. Throws RuleBroken without a reason, and when it was done
 * so often in this round that nobody can rely on its deadline any more.
 */
export function noteShortening(decision: Decision, shortening: Shortening): Decision {
  const { voting } = decision;
  if (voting === undefined) return decision;
  const reason = checkReason(shortening.reason, 'reason for less time');
  if (voting.shortenings.length >= limits.shortenings) {
    throw new RuleBroken({ code: 'shortened too often', times: limits.shortenings }, { field: 'deadline' });
  }
  return { ...decision, voting: { ...voting, shortenings: [...voting.shortenings, { ...shortening, reason }] } };
}
