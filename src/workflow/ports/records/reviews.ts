import type { AdrReview } from '../publication.ts';

/** The reviews by which ADRs reach their branch. */
export interface ReviewRecords {
  find(decisionId: string): Promise<AdrReview | undefined>;
  save(decision: { readonly id: string; readonly teamId: string }, review: AdrReview): Promise<void>;
  /** Which of these branches reviews in an archive have, or are about to get. */
  findTakenBranches(teamId: string, archive: string, branches: readonly string[]): Promise<string[]>;
  /** The decision whose review has this branch. */
  findByBranch(teamId: string, archive: string, branch: string): Promise<string | undefined>;
  /** The decision whose review is at one of these web addresses. */
  findByAddress(teamId: string, archive: string, urls: readonly string[]): Promise<string | undefined>;
  /** The decisions whose ADRs are in review in an archive. */
  findOpen(teamId: string, archive: string): Promise<string[]>;
  /** Since when a push to a branch has been known to be refused, if one was after a given time. */
  findRefusal(teamId: string, archive: string, branch: string, after: Date): Promise<AdrReview | undefined>;
}
