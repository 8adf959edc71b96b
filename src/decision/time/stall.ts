import { type Decision, phaseOf } from '../decision.ts';
import { isStanding } from '../objection/objection.ts';

const aDay = 24 * 60 * 60 * 1_000;

/** After how long without anything new a proposal counts as stalled, in milliseconds: two weeks. */
export const stallsAfter = 14 * aDay;

/** What a stalled proposal waits for: that voting opens, that an objection is answered, or that an outcome is recorded. */
export type Stall = 'discussion' | 'objection' | 'outcome';

/**
 * What a proposal would wait for if nothing new happened; undefined for one that can't stall, since it has a deadline or
 * is over.
 */
export function findStall(decision: Decision): Stall | undefined {
  const phase = phaseOf(decision);
  if (phase !== 'discussing' && phase !== 'undecided') return undefined;
  const isOpposed = decision.objections.some((objection) => objection.kind === 'objection' && isStanding(objection));
  if (isOpposed) return 'objection';
  return phase === 'discussing' ? 'discussion' : 'outcome';
}

/** When a proposal counts as stalled whose last news are from then. */
export function findStallAt(newsAt: Date): Date {
  return new Date(newsAt.getTime() + stallsAfter);
}
