import type { ExclusionReason, Gone } from '../decision/decision.ts';
import type { Words } from './say.ts';

/** A vote that nobody can tell to have been in time; without a title, an abstention. */
export interface UndatedChange {
  readonly name: string;
  readonly title?: string | undefined;
  /** Whether it was given, and not taken back. */
  readonly isCast: boolean;
}

/** What a card and “Read more” tell of a vote, beyond its rule and its verdict. Names of several people are one text. */
export interface TurnoutWords {
  readonly notOpenYet: string;
  /** Hints for those who vote. */
  readonly oneVoteEach: string;
  readonly scoresOnly: string;
  abstaining(emojiName: string): Words;
  /** Who was there when voting opened and may not vote, by the reason, in figures; '' where there is nobody. */
  excluded(counts: Readonly<Partial<Record<ExclusionReason, number>>>): string;
  /** Somebody who can’t take part any more, and why. */
  gone(name: string, why: Gone['why']): string;
  noLongerCounted(names: string): string;
  votesThatStand(names: string): string;
  /** That somebody made the deadline earlier: when it was before, and why. */
  shortened(name: string, from: Date): Words;
  why(reason: string): string;
  /** Phrases beside those that tell how far an open vote is. */
  waitingFor(names: string): string;
  severalReactions(names: string): string;
  /** How a vote stood, in a sentence, where somebody decided otherwise than by it. */
  theVote(verdict: string): string;
  /** What can be done about a vote that has closed without an outcome; `blocking` objections stand against one. */
  nextSteps(blocking: number): string;
  /** Whom the options are backed by without being counted. */
  advice(given: readonly { readonly names: string; readonly option: string }[]): string;
  /** Changes of which nobody can tell whether they were in time, and how many more there are. */
  undated(changes: readonly UndatedChange[], more: number): string;
  notCountedUndated(changes: readonly UndatedChange[], more: number): string;
  /** How a vote ended that people are asked about: without and with what nobody can tell to have been in time. */
  endedEitherWay(without: string, withAll: string): string;
  /** Deciders who back no option. */
  gaveNoPoints(names: string): string;
  abstained(names: string): string;
  noneCounts(names: string): string;
  notCounted(names: string): string;
  /** `countedFor`: the option that the silent count for, where they do. */
  silent(names: string, facts: { readonly isOpen: boolean; readonly countedFor: string | undefined }): string;
}
