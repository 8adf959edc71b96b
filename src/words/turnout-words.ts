import type { ExclusionReason, Gone } from '../decision/decision.ts';
import type { Followable } from '../decision/outcome/confirmation.ts';
import type { Overrider } from '../decision/rule/rule.ts';
import type { Words } from './say.ts';

/** A vote of unclear timing; without a title, an abstention. */
export interface UndatedChange {
  readonly name: string;
  readonly title?: string | undefined;
  /** Whether it was given rather than withdrawn. */
  readonly isCast: boolean;
}

/** What there is to do about a vote that has closed without an outcome. */
export interface NextSteps {
  /** How many objections block one. */
  readonly blocking: number;
  /** Who may decide in place of the vote under the rule. */
  readonly overriders: readonly Overrider[];
  /** Whether a second person has to confirm what somebody decides in place of the vote. */
  readonly needsSecond: boolean;
  /** What follows the vote, so that the proposer and the deciders may do it. */
  readonly followable: Followable;
}

/**
 * What a card and “Read more” say about a vote, beyond its rule and its verdict. Names of several people are one text.
 */
export interface TurnoutWords {
  readonly notOpenYet: string;
  /** Hints for voters. */
  readonly oneVoteEach: string;
  readonly scoresOnly: string;
  abstaining(emojiName: string): Words;
  /** People who were there when voting opened and may not vote, by reason, in figures; '' if there are none. */
  excluded(counts: Readonly<Partial<Record<ExclusionReason, number>>>): string;
  /** Somebody who can no longer take part, and why. */
  gone(name: string, why: Gone['why']): string;
  noLongerCounted(names: string): string;
  votesThatStand(names: string): string;
  /** Says that somebody moved the deadline to an earlier time: when it was before, and why. */
  shortened(name: string, from: Date): Words;
  /** `timesAnew`: how often they began anew. */
  finalComments(option: string, timesAnew: number): string;
  why(reason: string): string;
  /** More phrases beside those for the progress of an open vote. */
  waitingFor(names: string): string;
  severalReactions(names: string): string;
  /** How a vote stood, in a sentence, when somebody decided otherwise. */
  theVote(verdict: string): string;
  /** Who closed a vote, or left it closed, to go on discussing, and why; the reason may be ''. */
  discussedOn(name: string, reason: string): string;
  nextSteps(steps: NextSteps): string;
  /** The people who back the options without being counted. */
  advice(given: readonly { readonly names: string; readonly option: string }[]): string;
  /** Changes of unclear timing, and how many more there are. */
  undated(changes: readonly UndatedChange[], more: number): string;
  notCountedUndated(changes: readonly UndatedChange[], more: number): string;
  /** The result of a vote that people have to settle: without and with the votes of unclear timing. */
  endedEitherWay(without: string, withAll: string): string;
  /** Deciders who back no option. */
  gaveNoPoints(names: string): string;
  abstained(names: string): string;
  noneCounts(names: string): string;
  notCounted(names: string): string;
  /** `countedFor`: the option that silent deciders count for, if they do. */
  silent(names: string, facts: { readonly isOpen: boolean; readonly countedFor: string | undefined }): string;
}
