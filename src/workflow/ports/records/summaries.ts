import type { AdrReference } from '@gavel/adr/name/adr-reference.ts';
import type { Candidate, Summary } from '../../../decision/digest/digest.ts';
import type { Review } from '../../../decision/publication/review.ts';
import type { Actor } from '../actor.ts';
import type { ListCount, UnindexedQuery, UnpublishedQuery } from '../list.ts';

/** A decision that waits for somebody. `isUndecided`: voting has closed, without a verdict. */
export interface WaitingDecision {
  readonly id: string;
  readonly channelId: string;
  readonly title: string;
  readonly closesAt: Date;
  readonly isUndecided: boolean;
  /** When something new last happened to a proposal without an open vote. */
  readonly newsAt?: Date | undefined;
  readonly cardLink: string | undefined;
}

/**
 * A decision of somebody whose ADR waits in a review, which was opened at `since`; `seen`: the review as it was seen
 * last.
 */
export interface WaitingReview extends Pick<WaitingDecision, 'id' | 'channelId' | 'title' | 'cardLink'> {
  readonly number: number | undefined;
  readonly url: string | undefined;
  readonly branch: string;
  readonly seen: Review | undefined;
  readonly since: Date;
}

/** What a decision was published as: a number or a file name. */
export type PublishedAs = AdrReference;

/** Summaries of decisions, for lists and digests. */
export interface SummaryRecords {
  /**
   * Open votes in which somebody is a decider and has not voted, earliest deadline first; their proposals without an
   * open vote, oldest first; and decisions with an outcome of somebody else that waits for a second person, whoever that
   * may be, oldest first; and decisions that they proposed or could vote on whose ADRs wait in a review, oldest review
   * first; and their undecided proposals with standing objections of others, oldest first. At most `most` of each.
   */
  findWaiting(
    actor: Actor,
    now: Date,
    most: number,
  ): Promise<{
    votes: WaitingDecision[];
    proposals: WaitingDecision[];
    outcomes: WaitingDecision[];
    reviews: WaitingReview[];
    objections: WaitingDecision[];
  }>;
  /** Those of these decisions of a workspace that exist, in the given order. */
  find(teamId: string, ids: readonly string[]): Promise<Summary[]>;
  /** Decisions published under a number or a file name, latest first. */
  findPublishedAs(teamId: string, reference: PublishedAs): Promise<Summary[]>;
  /** Decisions whose titles contain all of these words, newest first; if some titles match exactly, only those. */
  findTitled(
    teamId: string,
    words: readonly string[],
    which: { readonly channelIds: readonly string[]; readonly most: number },
  ): Promise<Summary[]>;
  findUnpublished(teamId: string, query: UnpublishedQuery): Promise<Summary[]>;
  findUnindexed(teamId: string, query: UnindexedQuery): Promise<Summary[]>;
  /**
   * How many lines the list has: unpublished decisions of these channels, published ones missing from the indexes, and
   * ADRs.
   */
  countListed(
    teamId: string,
    archives: readonly string[],
    which: { readonly words: readonly string[]; readonly channelIds: readonly string[]; readonly most: number },
  ): Promise<ListCount>;
  /**
   * What was decided after `after` and until `until`, or was merged then after a review, in the order of deciding: what
   * is in git, and what stands in these channels. At most `most`, the last ones.
   */
  findDecidedLately(
    teamId: string,
    channelIds: readonly string[],
    period: { readonly after: Date; readonly until: Date },
    most: number,
  ): Promise<Summary[]>;
  /**
   * What a digest about a period may name: what was decided after `after` and until `until`, or was merged then after a
   * review, and is in git or stands in these channels; and of these channels, what is in review and what is being voted
   * on.
   */
  findForDigest(
    teamId: string,
    channelIds: readonly string[],
    period: { readonly after: Date; readonly until: Date },
  ): Promise<Candidate[]>;
  /** Proposals of these channels without an open vote where nothing new has happened since then, oldest news first. */
  findStalled(
    teamId: string,
    channelIds: readonly string[],
    before: Date,
  ): Promise<(Summary & { readonly newsAt: Date })[]>;
  /** The open votes in these channels, earliest deadline first, at most `most`. */
  findOpenVotes(teamId: string, channelIds: readonly string[], most: number): Promise<Summary[]>;
  /** How many open votes there are in these channels. */
  countOpenVotes(teamId: string, channelIds: readonly string[]): Promise<number>;
}
