import { BranchMoved } from '../../workflow/ports/archive/archive-error.ts';
import type {
  PushedReview,
  ReviewBranches,
  ReviewPush,
  ReviewUpdate,
} from '../../workflow/ports/archive/review-branches.ts';
import type { Snapshot } from '../../workflow/ports/archive/snapshot.ts';
import type { Address } from '../address.ts';
import type { Git } from '../git/git.ts';
import { isWithoutBranch } from '../git/ref-of.ts';
import { pathInFolder } from '../read/folder-listing.ts';
import { takeSnapshot, type Work } from '../read/snapshot.ts';
import { type CommitTarget, checkChange, writeCommit } from '../write/write-commit.ts';
import { emptyTree, listDifferences } from './differences.ts';
import { deleteReviewBranch, pushReviewCommit } from './push-review.ts';
import { listOthers } from './review-commits.ts';
import { fetchReviewTip, findMergeBase, forgetReview, unlessGone } from './review-tip.ts';
import { updateCommit } from './update-commit.ts';

/** The archive whose review branches these are. */
export interface ReviewParts extends Omit<CommitTarget, 'gitFolder'> {
  readonly address: Address;
  /** Folders below its own that are none of its, by their paths from it. */
  readonly without: readonly string[];
}

/** The review branches of an archive, through its cache. */
export function openReviews(work: Work, parts: ReviewParts): ReviewBranches {
  const { address, folder, author } = parts;
  const push = async (
    git: Git,
    commit: string,
    { decisionId, files: [first] }: ReviewUpdate,
    how: ReviewPush & { readonly into: string },
  ): Promise<PushedReview> => ({
    ...(await pushReviewCommit(git, address, { ...how, commit, decisionId })),
    commit,
    path: pathInFolder(folder, first?.name ?? ''),
  });
  return {
    fetchReview: (branch, on) =>
      work((git, gitFolder) =>
        unlessGone(git, branch, async () => {
          const commit = await fetchReviewTip(git, branch);
          if (commit === undefined) return undefined;
          const base = await findBase(git, gitFolder, { branch, commit }, on);
          const snapshot = await takeSnapshot(git, work, { branch, madeFrom: undefined, commit }, parts);
          const changed = await listChanged(git, folder, base ?? on.commit ?? emptyTree, commit);
          const looked = { followed: on.commit, review: commit, author: author.email };
          return { snapshot, commit, changed, others: await listOthers(git, looked) };
        }),
      ),

    async pushReview(change, on, how) {
      checkChange(change, folder);
      return work(async (git, gitFolder) => {
        const target = { ...parts, gitFolder };
        const commit = await writeCommit(git, target, change, on.commit, {
          earlier: await findEarlier(git, target, how),
        });
        return push(git, commit, change, { ...how, into: on.branch });
      });
    },

    async updateReview(update, review, on, how) {
      checkChange(update, folder);
      return work(async (git, gitFolder) => {
        const { branch } = review.snapshot;
        const commit = await unlessGone(git, branch, async () => {
          // Also when the cache has been created anew meanwhile.
          if ((await fetchReviewTip(git, branch)) !== review.commit) return undefined;
          return updateCommit(git, { ...parts, gitFolder }, update, review, on);
        });
        if (commit === undefined) throw new BranchMoved(`${branch} has moved`);
        return push(git, commit, update, { ...how, replaces: review.commit, into: on.branch });
      });
    },

    deleteReview: (branch, commit) =>
      work(async (git) => {
        if (!isWithoutBranch(branch)) await deleteReviewBranch(git, branch, commit);
        await forgetReview(git, branch);
      }),
  };
}

/** The commit that the branch has, if it may be one that an earlier attempt made, and that can't be made twice. */
async function findEarlier(
  git: Git,
  { makeCommit, signing }: CommitTarget,
  { branch, replaces }: ReviewPush,
): Promise<string | undefined> {
  if (makeCommit === undefined && signing === undefined) return undefined;
  const commit = await fetchReviewTip(git, branch);
  return commit === replaces ? undefined : commit;
}

/** Where a review branch left the followed one. */
async function findBase(
  git: Git,
  gitFolder: string,
  { branch, commit }: { readonly branch: string; readonly commit: string },
  on: Snapshot,
): Promise<string | undefined> {
  if (on.commit === undefined) return undefined;
  const branches = [on.madeFrom ?? on.branch, branch] as const;
  return findMergeBase(git, { gitFolder, commits: [on.commit, commit], branches });
}

/** The files of the folder that differ between two commits, by their paths from it. */
async function listChanged(git: Git, folder: string, from: string, to: string): Promise<string[]> {
  const { length } = pathInFolder(folder, '');
  return (await listDifferences(git, from, to, folder)).map((path) => path.slice(length));
}
