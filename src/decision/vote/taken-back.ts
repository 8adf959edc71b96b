import type { Decision } from '../decision.ts';
import { type Census, shrink } from '../tally/census.ts';
import { type Ballot, leaveOutWithdrawn } from './ballot.ts';
import { isScored } from './score.ts';

/**
 * How many votes the deciders of a round have retracted. If options are scored, all ballots of a person together are
 * one vote, and changing them retracts nothing. Ballots for withdrawn options don't matter.
 */
export function countTakenBack(decision: Pick<Decision, 'voting' | 'withdrawn'>, ballots: readonly Ballot[]): number {
  const { voting } = decision;
  if (voting === undefined) return 0;
  const isDecider = new Set(voting.deciders);
  const own = leaveOutWithdrawn(decision, ballots).filter(({ userId }) => isDecider.has(userId));
  if (!isScored(voting.rule)) return own.filter(({ isCast }) => !isCast).length;
  const people = Map.groupBy(own, ({ userId }) => userId);
  return [...people.values()].filter((all) => all.every(({ isCast }) => !isCast)).length;
}

/** Counts the retracted votes of people who are grouped by how they voted. */
export function countTakenBackInCensus(decision: Decision, census: Census): number {
  const { voting } = decision;
  if (voting === undefined) return 0;
  const ofEach = census.map((alike) => {
    const small = shrink(decision, voting, [alike]);
    return countTakenBack(small.decision, small.ballots) * alike.userIds.length;
  });
  return ofEach.reduce((sum, count) => sum + count, 0);
}
