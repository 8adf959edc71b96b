import type { MergeMethod, Repository, Review } from './state.ts';

/** Where the forges differ in what happens, and not only in how they say it. */
export interface Customs {
  /** The ref at which the last commit of a review can be fetched. */
  headRef(number: number): string;
  /** Whether a review is closed when its branch is deleted. */
  readonly closesReviewsOfDeletedBranches: boolean;
  /** Whether somebody may approve their own review. */
  readonly allowsOwnApproval: boolean;
  /** Whether reviews merge themselves only in repositories that allow it. */
  readonly hasAutoMergeSetting: boolean;
  /** Whether a rebase leaves the commits of a review as they are if its base branch has not moved. */
  readonly fastForwards: boolean;
  /** The default message of the commit that merges a review. */
  mergeMessage(
    repository: Repository,
    review: Review,
    method: MergeMethod,
  ): { readonly title: string; readonly body: string };
  /** The committer of what the forge commits for somebody; undefined if that is the person. */
  readonly committer: { readonly name: string; readonly email: string } | undefined;
}
