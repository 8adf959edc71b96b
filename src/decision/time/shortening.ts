import type { Decision, Shortening } from '../decision.ts';
import { RuleBroken } from '../failure/rule-broken.ts';
import { limits } from '../limits.ts';
import { checkReason } from '../objection/objection.ts';

const aMinute = 60_000;

/** Whether two times are the same in a form, which has no seconds. */
export function isSameMinute(a: Date, b: Date): boolean {
  return Math.floor(a.getTime() / aMinute) === Math.floor(b.getTime() / aMinute);
}

/** Whether voters would have less time than they were promised. Before voting opens, nothing is promised. */
export function isEarlier({ voting, closesAt }: Decision, to: Date): boolean {
  return voting !== undefined && to < closesAt && !isSameMinute(to, closesAt);
}

/**
 * Records that a deadline was made earlier, by whom and why. Throws RuleBroken without a reason, or if it happened so
 * often in this round that nobody can rely on the deadline anymore.
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
