import type { PublishWay, WayReason } from '../decision/publication/publish-way.ts';
import type { ReviewProgress } from '../decision/publication/review-progress.ts';
import type { Overrider } from '../decision/rule/rule.ts';
import type { HandoverEnd } from '../decision/vote/hand-over.ts';
import type { VotingState } from '../decision/vote/voting-state.ts';
import type { ReviewKind, ToldReview } from './review-kind.ts';
import type { Said, Words } from './say.ts';
import type { UndatedChange } from './turnout-words.ts';

/** What became of a closed review. `by`: the name of whoever chose that; undefined if it happened at the forge. */
export interface ToldAnswer {
  readonly what: 'reopened' | 'left' | 'withdrawn' | 'arrived';
  readonly by: string | undefined;
}

/** A review that was closed: by whom at the forge, and who says so in Slack where git alone is used; by their names. */
export type ClosedReview = ToldReview & {
  readonly closedBy: string | undefined;
  readonly toldBy: string | undefined;
};

/** Deciders who had the same thing happen to them, some of them by name. `…Voting` are those whose votes stand. */
export interface ChangedDeciders {
  readonly group: 'left' | 'leftVoting' | 'deactivated' | 'deactivatedVoting' | 'returned';
  readonly names: readonly string[];
  readonly others: number;
}

/** How people vote on a card; where it has buttons, reactions count as well. */
export type WayToVote = 'reactions' | 'buttons' | 'scores';

/** A file that is in the repository; `url` leads to it, and `commit` is abbreviated. */
interface InCommit {
  readonly path: string;
  readonly url: string | undefined;
  readonly commit: string;
}

/** An outcome as the channel hears it. */
interface HeardOutcome {
  readonly title: string;
  /** The option that was accepted; unset if all were rejected. */
  readonly chosen: string | undefined;
  /** Where the ADR is, once it is published. */
  readonly record: { readonly fileName: string; readonly url: string | undefined } | undefined;
}

/**
 * What Gavel says by itself in a channel, in a thread or to one person. `by` is a name at the beginning of a sentence,
 * `proposerId` is the person spoken to, and a verdict is one or more sentences.
 */
export interface AnnouncementWords {
  /** What Gavel can do, for somebody who opens their conversation with it. */
  readonly welcome: Words;
  /** Says that voting was opened, and how it stands now. */
  votingOpened(facts: { readonly title: string; readonly now: VotingState; readonly way: WayToVote }): Words;
  votingNotOpened(because: string): Words;
  /** Why voting could not be opened when Slack did not say who may vote. */
  readonly decidersUnknown: string;
  optionAdded(facts: {
    readonly by: string;
    readonly title: string;
    readonly emoji: string;
    readonly isScored: boolean;
  }): Words;
  edited(by: string): Words;
  votingReopened(facts: {
    readonly by: string;
    readonly reason: string;
    readonly closesAt: Date;
    readonly way: WayToVote;
  }): Words;
  extended(facts: { readonly by: string; readonly reason: string; readonly closesAt: Date }): Words;
  shortened(facts: {
    readonly by: string;
    readonly reason: string;
    readonly from: Date;
    readonly closesAt: Date;
    readonly title: string;
    /** How the vote stands now, where that is no longer so. */
    readonly now: VotingState | undefined;
  }): Words;
  /** `verdict`: '' while nobody may know how the vote stands. */
  extendedByRule(verdict: string, closesAt: Date): Words;
  /** `isAnew`: they began before. `canBlock`: a decider's objection would let them begin anew. */
  finalComments(facts: {
    readonly option: string;
    readonly closesAt: Date;
    readonly isAnew: boolean;
    readonly canBlock: boolean;
  }): Words;
  /**
   * What somebody recorded. `decided`: who decided and against what, in sentences. `why`: in their own words, or ''.
   * `closesAt`: until when the vote was still open.
   */
  outcomeRecorded(
    facts: HeardOutcome & {
      readonly by: string;
      readonly decided: readonly Said[];
      readonly why: string;
      readonly closesAt: Date | undefined;
    },
  ): Words;
  countingLater(endedAt: Date, until: Date): Words;
  undatedVotes(changes: readonly UndatedChange[], more: number): Words;
  undatedVotesDecide(facts: {
    readonly proposerId: string | undefined;
    readonly changes: readonly UndatedChange[];
    readonly more: number;
    readonly without: string;
    readonly withAll: string;
    readonly overriders: readonly Overrider[];
  }): Words;
  /** What the vote decided, with the verdict in sentences. */
  /** `departed`: over whose objections, in sentences. */
  votingClosed(facts: HeardOutcome & { readonly verdict: string; readonly departed: readonly Said[] }): Words;
  /** `isClosed`: that closed a vote that was open. */
  discussedOn(facts: { readonly by: string; readonly reason: string; readonly isClosed: boolean }): Words;
  decidersChanged(groups: readonly ChangedDeciders[]): Words;
  /** Names of people as one text; '' for nobody. */
  takenOut(facts: { readonly by: string; readonly out: string; readonly back: string }): Words;
  lateVote(title: string): Words;
  nudge(facts: { readonly names: readonly string[]; readonly others: number; readonly closesAt: Date }): Words;
  /** To one decider; `decision` is what `decisionName` says. */
  directNudge(decision: Words, closesAt: Date): Words;
  /** To one decider when voting opens; `decision` is what `decisionName` says. */
  askedToVote(facts: { readonly by: string; readonly decision: Words; readonly closesAt: Date }): Words;
  /** To one decider, who votes for `by` as well; `decision` is what `decisionName` says. */
  voteReceived(facts: { readonly by: string; readonly decision: Words; readonly closesAt: Date }): Words;
  /** To one decider, whose vote `by` was to cast; `decision` is what `decisionName` says. */
  voteReturned(facts: {
    readonly by: string;
    readonly why: HandoverEnd;
    readonly decision: Words;
    readonly closesAt: Date;
  }): Words;
  /** A decision with a link to it; one of a private channel has no title. */
  decisionName(title: string | undefined, url: string | undefined): Words;
  /** `overriders`: who may decide in place of the vote. `canReject`: rejecting all options would not be that. */
  nobodyLeads(facts: {
    readonly proposerId: string | undefined;
    readonly verdict: string;
    readonly overriders: readonly Overrider[];
    readonly canReject: boolean;
  }): Words;
  withdrawn(by: string, reason: string): Words;
  /** `more`: sentences on lines of their own. `review`: the one that was merged; `mergedBy`: a name at the forge. */
  published(
    record: InCommit & {
      readonly more: readonly string[];
      readonly review: (ToldReview & { readonly mergedBy: string | undefined }) | undefined;
    },
  ): Words;
  recordFound(record: InCommit): Words;
  notPublished(trouble: string): Words;
  /** Said before anything is pushed. `more`: what the branch demands, in sentences. */
  branchRules(facts: {
    readonly way: PublishWay;
    readonly branch: string;
    readonly kind: ReviewKind;
    readonly more: readonly string[];
  }): Words;
  /** Its ADR can be read and commented on as a draft while people vote. `more`: sentences on lines of their own. */
  reviewProposed(review: ToldReview & { readonly more: readonly string[] }): Words;
  /** `isOpen`: there is a draft, and it can't be brought up to date. */
  notProposed(facts: { readonly isOpen: boolean; readonly trouble: string }): Words;
  /** Who has commented there, by their names at the forge, with a link to each comment; and how many more there are. */
  reviewComments(
    review: ToldReview & {
      readonly comments: readonly { readonly by: string; readonly url: string | undefined }[];
      readonly more: number;
    },
  ): Words;
  /** Others have changed the same lines of its file. */
  reviewTakenOver(review: ToldReview & { readonly fileName: string }): Words;
  /** It was merged before there was an outcome. */
  proposalMerged(review: ToldReview & { readonly into: string }): Words;
  /** The outcome is in the review that was opened before. */
  reviewCompleted(review: ToldReview & { readonly more: readonly string[] }): Words;
  /** Why the ADR goes into a review, and which. `more`: sentences on lines of their own. */
  reviewOpened(review: ToldReview & { readonly why: WayReason; readonly more: readonly string[] }): Words;
  /**
   * `asked`: the people who are asked what to do. `answer`: what became of it, and who chose that.
   */
  reviewClosed(
    review: ClosedReview & { readonly asked: readonly string[]; readonly answer: ToldAnswer | undefined },
  ): Words;
  /** `by`: who asked for it in Slack, by name. */
  reviewReopened(review: ToldReview & { readonly by: string | undefined }): Words;
  reviewLeft(review: ToldReview & { readonly by: string }): Words;
  /** Its decision was withdrawn, and people have to close it. */
  reviewLeftOpen(review: ToldReview): Words;
  /** `isUnseen`: Gavel would not see that it was closed. */
  reviewWaits(
    review: ToldReview & { readonly since: Date; readonly progress: ReviewProgress; readonly isUnseen: boolean },
  ): Words;
  /**
   * `isOpen`: it is not merged yet. `chosen`: the ADR names another option now than was decided, or none. `status`: it
   * states another one; '' for none.
   */
  editedInReview(
    review: ToldReview & {
      readonly isOpen: boolean;
      readonly fileName: string;
      readonly chosen: { readonly from: string | undefined; readonly to: string | undefined } | undefined;
      readonly status: { readonly from: string; readonly to: string } | undefined;
    },
  ): Words;
  reviewRenumbered(review: ToldReview & { readonly before: string; readonly after: string }): Words;
  reviewConflict(review: ToldReview & { readonly into: string }): Words;
  fileGone(file: Words): Words;
  /** `example`: the number or the file name of one of them. */
  archiveRead(total: number, example: string): Words;
}
