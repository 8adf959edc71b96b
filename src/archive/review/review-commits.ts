import type { ReviewBranch } from '../../workflow/ports/archive/review-branches.ts';
import type { Git } from '../git/git.ts';
import { decisionTrailer, updateTrailer } from '../write/write-commit.ts';

/** How many commits of others on a review branch are told. */
const mostOthers = 100;

/** Who GitHub says has committed what is made through its API and on its pages, and who writes what an App makes. */
const byForge = 'noreply@github.com';
const byApp = /\[bot\]@/u;

/** A commit on a review branch. */
interface ReviewCommit {
  readonly commit: string;
  readonly by: string;
  readonly message: readonly string[];
  /** Whether it is by Gavel as Gavel made it: a commit that others have amended or rebased is theirs. */
  readonly isAsMade: boolean;
}

/** A review branch, and whom Gavel's commits are by, by the address of their author. */
interface Looked {
  readonly followed: string | undefined;
  readonly review: string;
  readonly author: string;
}

/** The commits up to a review branch's last one that neither the followed branch nor Gavel has made, newest first. */
export async function listOthers(git: Git, looked: Looked): Promise<ReviewBranch['others']> {
  return (await listCommits(git, looked))
    .filter((one) => !isOurs(one))
    .slice(0, mostOthers)
    .map(({ commit, by, message: [subject = ''] }) => ({ commit, by, subject }));
}

/** Gavel's last commit for a decision on its review branch, as Gavel made it. */
export async function findOurs(git: Git, looked: Looked, decisionId: string): Promise<string | undefined> {
  const isUpdate = (line: string) => line.startsWith(`${updateTrailer}: `);
  return (await listCommits(git, looked)).find(
    (one) => one.isAsMade && !one.message.some(isUpdate) && one.message.includes(`${decisionTrailer}: ${decisionId}`),
  )?.commit;
}

async function listCommits(git: Git, { followed, review, author: own }: Looked): Promise<ReviewCommit[]> {
  const how = ['-z', '--no-show-signature', '--topo-order', '--format=%H%n%ae %at%n%ce %ct%n%ce%n%an%n%B'];
  const range = followed === undefined ? [review] : [review, `^${followed}`];
  return (await git(['log', ...how, ...range, '--']))
    .split('\0')
    .filter(Boolean)
    .map((entry) => {
      const [commit = '', written = '', committed, committer, by = '', ...message] = entry.split(/\r?\n/u);
      const byGit = committer === own && written === committed;
      const isAsMade = byGit || (committer === byForge && byApp.test(written));
      return { commit, by, message, isAsMade };
    });
}

function isOurs({ message, isAsMade }: ReviewCommit): boolean {
  const ours = [decisionTrailer, updateTrailer].map((trailer) => `${trailer}: `);
  return isAsMade && message.some((line) => ours.some((start) => line.startsWith(start)));
}
