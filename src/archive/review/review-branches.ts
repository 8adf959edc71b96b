import type { ReviewBranch, ReviewBranches } from '../../workflow/ports/archive/review-branches.ts';
import type { Snapshot } from '../../workflow/ports/archive/snapshot.ts';
import type { Address } from '../address.ts';
import type { Git } from '../git/git.ts';
import { pathInFolder } from '../read/folder-listing.ts';
import { takeSnapshot, type Work } from '../read/snapshot.ts';
import { checkChange, decisionTrailer, writeCommit } from '../write/write-commit.ts';
import { deleteReviewBranch, pushReviewCommit } from './push-review.ts';
import { fetchReviewTip, findMergeBase, forgetReview } from './review-tip.ts';

/** How many commits of others on a review branch are told. */
const mostOthers = 100;

/** git's id of a folder without files. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** The archive whose review branches these are. */
export interface ReviewParts {
  readonly address: Address;
  readonly folder: string;
  readonly author: { readonly name: string; readonly email: string };
}

/** The review branches of an archive, through its cache. */
export function openReviews(work: Work, parts: ReviewParts): ReviewBranches {
  const { address, folder, author } = parts;
  return {
    fetchReview: (branch, on) =>
      work(async (git, gitFolder) => {
        const commit = await fetchReviewTip(git, branch);
        if (commit === undefined) return undefined;
        const base = await findBase(git, gitFolder, { branch, commit }, on);
        const snapshot = await takeSnapshot(git, work, { branch, madeFrom: undefined, commit }, folder);
        const changed = await listChanged(git, folder, base ?? on.commit, commit);
        return { snapshot, commit, changed, others: await listOthers(git, on.commit, commit) };
      }),

    async pushReview(change, on, push) {
      checkChange(change);
      return work(async (git, gitFolder) => {
        const commit = await writeCommit(git, { gitFolder, folder, author }, change, on.commit);
        const pushed = await pushReviewCommit(git, address, commit, push);
        return { ...pushed, commit, path: pathInFolder(folder, change.files[0]?.name ?? '') };
      });
    },

    deleteReview: (branch, commit) =>
      work(async (git) => {
        await deleteReviewBranch(git, branch, commit);
        await forgetReview(git, branch);
      }),
  };
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

/** The names of the files directly inside the folder that differ between two commits. */
async function listChanged(git: Git, folder: string, from: string | undefined, to: string): Promise<string[]> {
  const start = pathInFolder(folder, '');
  const how = ['-r', '-z', '--no-renames', '--name-only'];
  const environment = { GIT_LITERAL_PATHSPECS: '1' };
  const told = await git(['diff-tree', ...how, from ?? emptyTree, to, ...(folder === '' ? [] : ['--', start])], {
    environment,
  });
  return told
    .split('\0')
    .map((path) => path.slice(start.length))
    .filter((name) => /^[^/]+$/u.test(name));
}

/** The commits up to `to` that neither the followed branch nor Gavel has made. */
async function listOthers(git: Git, followed: string | undefined, to: string): Promise<ReviewBranch['others']> {
  const how = ['-z', '--no-show-signature', '--topo-order', '--format=%H%n%an%n%B'];
  const range = followed === undefined ? [to] : [to, `^${followed}`];
  const others: ReviewBranch['others'][number][] = [];
  for (const entry of (await git(['log', ...how, ...range, '--'])).split('\0')) {
    const [commit = '', by = '', ...message] = entry.split(/\r?\n/u);
    const isOurs = message.some((line) => line.startsWith(`${decisionTrailer}: `));
    if (commit === '' || isOurs) continue;
    others.push({ commit, by, subject: message[0] ?? '' });
    if (others.length === mostOthers) break;
  }
  return others;
}
