import { ArchiveError, BranchMoved } from '../../workflow/ports/archive/archive-error.ts';
import type { ReviewBranch, ReviewUpdate } from '../../workflow/ports/archive/review-branches.ts';
import type { Snapshot } from '../../workflow/ports/archive/snapshot.ts';
import type { Git } from '../git/git.ts';
import { pathInFolder } from '../read/folder-listing.ts';
import { type CommitTarget, makeCommit, stepMessage, updateMessage, writeCommit } from '../write/write-commit.ts';
import { listStep } from './list-step.ts';
import { MergeConflict, mergeReview } from './merge-review.ts';
import { findOurs } from './review-commits.ts';
import { findMergeBase } from './review-tip.ts';

/** How many files with conflicts are told. */
const mostTold = 10;

/**
 * The next commit of a review branch: a merge of it and of the change as it is by now, which is a commit of its own on
 * the followed branch. Thus the next update knows what Gavel has written, and what others have. The commit of the review
 * branch itself if it has the change already.
 *
 * A rebase leaves out merges. The change made anew is one, too, and what it changes of the branch comes before, in a
 * commit that is none: so a rebase brings the ADR once, with what others have written.
 */
export async function updateCommit(
  git: Git,
  target: CommitTarget,
  update: ReviewUpdate,
  { commit: review, snapshot: { branch } }: ReviewBranch,
  on: Snapshot,
): Promise<string> {
  const { gitFolder, folder, author } = target;
  const { commit: followed } = on;
  const other = on.madeFrom ?? on.branch;
  const conflict = (paths: readonly string[]) => {
    const files = paths.slice(0, mostTold);
    return new ArchiveError({ code: 'review conflict', branch, other, files, more: paths.length - files.length });
  };
  if (followed === undefined) throw conflict([]);
  const branches = [other, branch] as const;
  const base = await findMergeBase(git, { gitFolder, commits: [followed, review], branches });
  // It has a past of its own.
  if (base === undefined) throw conflict([]);
  if (base === review) throw new BranchMoved(`${branch} is a part of ${other} by now`);

  const ours = await findOurs(git, { followed, review, author: author.email }, update.decisionId);
  const madeOn = ours && (await findMergeBase(git, { gitFolder, commits: [followed, ours], branches }));
  const before = ours && madeOn ? { commit: ours, on: madeOn } : undefined;
  const renewed = await writeCommit(git, target, update, followed, { earlier: ours, alsoAfter: review });
  if (renewed === ours) return review;
  const {
    was,
    files: [own],
  } = update;
  const moved = was && own && was.name !== own.name ? { from: was.name, to: own.name, edit: was.edit } : undefined;
  const paths = moved && { from: pathInFolder(folder, moved.from), to: pathInFolder(folder, moved.to) };
  const sides = { review, renewed, base, before, followed };
  const files = await mergeReview(git, gitFolder, sides, moved && { ...moved, ...paths }).catch((error: unknown) => {
    throw error instanceof MergeConflict ? conflict(error.paths) : error;
  });
  const { at, timeZone } = update;
  const step = await listStep(git, gitFolder, sides, files, paths);
  const last = await (step.length === 0
    ? review
    : makeCommit(git, target, {
        ...{ at, timeZone, message: stepMessage(update) },
        ...{ parents: [review], base: review, files: step },
      }));
  return makeCommit(git, target, {
    ...{ at, timeZone, message: updateMessage(update) },
    ...{ parents: [last, renewed], base: renewed, files },
  });
}
