import type { AdrReference } from '@gavel/adr/name/adr-reference.ts';
import type { Summary } from '../../../decision/digest/digest.ts';
import type { Actor } from '../actor.ts';
import type { ListCount, UnindexedQuery, UnpublishedQuery } from '../list.ts';

/** A decision that waits for somebody. `isUndecided`: voting has closed, without a verdict. */
export interface WaitingDecision {
  readonly id: string;
  readonly channelId: string;
  readonly title: string;
  readonly closesAt: Date;
  readonly isUndecided: boolean;
  readonly cardLink: string | undefined;
}

/** What a decision was published as: a number or a file name. */
export type PublishedAs = AdrReference;

/** Decisions in short, for lists and digests. */
export interface SummaryRecords {
  /**
   * Open votes in which somebody is a decider and has not voted, the earliest deadline first; and proposals of theirs
   * that nobody votes on now, the oldest first. No more than `most` of each.
   */
  findWaiting(
    actor: Actor,
    now: Date,
    most: number,
  ): Promise<{ votes: WaitingDecision[]; proposals: WaitingDecision[] }>;
  /** These decisions of a workspace, in their order; not those that there are not. */
  find(teamId: string, ids: readonly string[]): Promise<Summary[]>;
  /** Decisions that were published under a number or a file name, the latest first. */
  findPublishedAs(teamId: string, reference: PublishedAs): Promise<Summary[]>;
  /** Decisions whose titles have all of these words, newest first; where some are called exactly so, only those. */
  findTitled(
    teamId: string,
    words: readonly string[],
    which: { readonly channelIds: readonly string[]; readonly most: number },
  ): Promise<Summary[]>;
  findUnpublished(teamId: string, query: UnpublishedQuery): Promise<Summary[]>;
  findUnindexed(teamId: string, query: UnindexedQuery): Promise<Summary[]>;
  /**
   * How many lines the list has: unpublished decisions of these channels, those that the indexes do not have, and ADRs.
   */
  countListed(
    teamId: string,
    archives: readonly string[],
    which: { readonly words: readonly string[]; readonly channelIds: readonly string[]; readonly most: number },
  ): Promise<ListCount>;
  /** What was decided in a period, in its order: what is in git, and what stands in these channels. */
  findDecided(
    teamId: string,
    channelIds: readonly string[],
    period: { readonly after: Date; readonly until: Date },
  ): Promise<Summary[]>;
  /** The votes that are open in these channels, the first to close first. */
  findOpenVotes(teamId: string, channelIds: readonly string[]): Promise<Summary[]>;
}
