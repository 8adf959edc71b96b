import type { Change } from './change.ts';
import type { Snapshot } from './snapshot.ts';

/** A review branch as it is now. */
export interface ReviewBranch {
  /** The branch as a snapshot: its own files, and what they say. */
  readonly snapshot: Snapshot;
  readonly commit: string;
  /** The files in the folder, by their paths from it, that differ from where the branch left the followed one. */
  readonly changed: readonly string[];
  /** The commits of other people on it, newest first: not Gavel's, and not those of the followed branch. */
  readonly others: readonly { readonly commit: string; readonly by: string; readonly subject: string }[];
}

/** How a change is pushed as a review. */
export interface ReviewPush {
  readonly branch: string;
  /** The commit that the branch must still have for the push to happen; undefined if it must not exist. */
  readonly replaces: string | undefined;
  /**
   * For forges without an API token: asks git's own way of opening a review (GitLab's push options, Forgejo's and
   * Gitea's AGit). All text becomes one line; only GitLab's description keeps its lines.
   */
  readonly opens?:
    | {
        readonly how: 'push options' | 'agit';
        readonly into: string;
        readonly title: string;
        readonly description: string;
        readonly labels: readonly string[];
      }
    | undefined;
}

/** Where a review branch is after a push. */
export interface PushedReview {
  readonly commit: string;
  /** The path of the change's first file, from the root of the repository. */
  readonly path: string;
  /** The address that the remote printed for the review, or for opening one, if it did. */
  readonly link: string | undefined;
  /**
   * What `fetchReview` is to be given for it from now on: the branch, or `refs/pull/<number>/head` after a push by AGit,
   * which makes no branch.
   */
  readonly branch: string;
}

/** A change as it would be committed on the followed branch by now, for a review branch that has an earlier one. */
export interface ReviewUpdate extends Change {
  /**
   * If the first file, which is the ADR, has another name on the review branch so far: that name, and how the text that
   * others have edited there becomes the text under its new name.
   */
  readonly was?: { readonly name: string; readonly edit: (text: string) => string } | undefined;
}

/** The part of an archive that deals with review branches. Every call throws ArchiveError. */
export interface ReviewBranches {
  /** A branch of this name, compared with the followed one; undefined when there is none. */
  fetchReview(branch: string, on: Snapshot): Promise<ReviewBranch | undefined>;
  /**
   * One commit on top of `on`, pushed as a branch of its own. If the branch has that commit already, from an attempt
   * that was cut short, it counts as pushed. Throws BranchMoved if the branch is not as `replaces` says.
   */
  pushReview(change: Change, on: Snapshot, push: ReviewPush): Promise<PushedReview>;
  /**
   * Brings a review branch up to date with the followed one, in a commit on top of it, which is a merge of both if the
   * followed one has moved on. Gavel's earlier change is replaced by this one. What others have done on the branch
   * stays, also in the files of the change. Throws BranchMoved if the branch is not as it was read, and ArchiveError
   * with `review conflict` if others have changed the same lines.
   */
  updateReview(
    update: ReviewUpdate,
    review: ReviewBranch,
    on: Snapshot,
    push: Omit<ReviewPush, 'replaces'>,
  ): Promise<PushedReview>;
  /** Removes a review branch if it still has this commit. Throws BranchMoved if it has another one. */
  deleteReview(branch: string, commit: string): Promise<void>;
}
