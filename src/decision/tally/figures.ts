import type { Rule } from '../rule/rule.ts';
import { isAtLeast, isMoreThan, leastOf } from '../rule/share.ts';
import { worthOf } from '../vote/score.ts';
import { findSilent, type OptionTally, type Tally } from './tally.ts';

/** The numbers behind a verdict. Each person counts once. */
export interface Figures {
  /** The people who may vote and are not excluded by abstaining. */
  readonly eligible: number;
  /** The people who count toward the quorum. */
  readonly turnout: number;
  /** How many must take part; 0 if there is no quorum. */
  readonly quorum: number;
  /** The people who took a side, and those whose abstention counts against. */
  readonly decisive: number;
}

/** The tally that a rule judges. If silence is assent, people who have not voted count for the first option. */
export function hearSilence(rule: Rule, tally: Tally): Tally {
  if (rule.silence !== 'assent') return tally;
  const heard = suppose(rule, { ...tally, notVoted: findSilent(tally) }, tally.options[0]?.option.id);
  return { ...heard, notVoted: tally.unclear, unclear: tally.unclear };
}

/** An option that doesn't exist. */
export const noOption = '';

/**
 * The tally if all who have not voted backed one option as strongly as possible. Without an option: if they all
 * abstained. With `noOption`: if they voted and gave no option a point.
 */
export function suppose(rule: Rule, tally: Tally, optionId: string | undefined): Tally {
  const { notVoted } = tally;
  const added = notVoted.length * worthOf(rule);
  const addTo = (one: OptionTally) =>
    one.option.id === optionId ? { ...one, votes: one.votes + added, voters: [...one.voters, ...notVoted] } : one;
  return {
    options: tally.options.map(addTo),
    voted: [...tally.voted, ...notVoted],
    abstained: optionId === undefined ? [...tally.abstained, ...notVoted] : tally.abstained,
    notVoted: [],
    unclear: [],
    notCounted: tally.notCounted,
    takenOut: tally.takenOut,
    handedOver: tally.handedOver,
  };
}

/** The figures of a tally under a rule. */
export function countFigures(rule: Rule, { voted, abstained, notVoted }: Tally): Figures {
  const excluded = rule.abstain === 'excluded' ? abstained.length : 0;
  const eligible = voted.length + notVoted.length - excluded;
  const { quorum } = rule;
  return {
    eligible,
    turnout: voted.length - excluded,
    quorum: typeof quorum === 'number' ? Math.min(quorum, eligible) : leastOf(quorum, eligible),
    decisive: voted.length - (rule.abstain === 'against' ? 0 : abstained.length),
  };
}

/**
 * The number that the votes for an option are compared with: all that it could get from the base of the threshold, or
 * else from those who took a side.
 */
export function countBase(rule: Rule, { eligible, turnout, decisive }: Figures): number {
  const people = { eligible, cast: turnout, decisive };
  return people[rule.threshold === 'most votes' ? 'decisive' : rule.threshold.of] * worthOf(rule);
}

/** Whether an option has enough to win, if no other has as much. */
export function hasEnough(rule: Rule, { votes, voters }: OptionTally, figures: Figures): boolean {
  const { threshold, leastInFavour } = rule;
  if (voters.length < leastInFavour) return false;
  if (threshold === 'most votes') return true;
  const isReached = { 'at least': isAtLeast, 'more than': isMoreThan }[threshold.needs];
  return isReached(votes, threshold.share, countBase(rule, figures));
}
