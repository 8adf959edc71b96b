import type { ReviewBranch } from '../../workflow/ports/archive/review-branches.ts';
import type { Git } from '../git/git.ts';
import { decisionTrailer, updateTrailer } from '../write/write-commit.ts';

/** How many commits of others on a review branch are told. */
const mostOthers = 100;

/** Who GitHub says has committed what is made through its API, and on its pages. */
const byForge = 'noreply@github.com';

/** A commit on a review branch. */
interface ReviewCommit {
  readonly commit: string;
  readonly by: string;
  readonly message: readonly string[];
  readonly isMerge: boolean;
  /** Whether whoever wrote it has committed it, too: a commit that others have amended or rebased is theirs. */
  readonly isAsWritten: boolean;
}

/** The commits up to a review branch's last one that neither the followed branch nor Gavel has made, newest first. */
export async function listOthers(
  git: Git,
  followed: string | undefined,
  review: string,
): Promise<ReviewBranch['others']> {
  return (await listCommits(git, followed, review))
    .filter((one) => !isOurs(one))
    .slice(0, mostOthers)
    .map(({ commit, by, message: [subject = ''] }) => ({ commit, by, subject }));
}

/** Gavel's last commit for a decision on its review branch, as Gavel made it; merges don't count. */
export async function findOurs(
  git: Git,
  followed: string,
  review: string,
  decisionId: string,
): Promise<string | undefined> {
  return (await listCommits(git, followed, review)).find(
    (one) => !one.isMerge && one.isAsWritten && one.message.includes(`${decisionTrailer}: ${decisionId}`),
  )?.commit;
}

async function listCommits(git: Git, followed: string | undefined, review: string): Promise<ReviewCommit[]> {
  const how = ['-z', '--no-show-signature', '--topo-order', '--format=%H%n%P%n%ae%n%ce%n%an%n%B'];
  const range = followed === undefined ? [review] : [review, `^${followed}`];
  return (await git(['log', ...how, ...range, '--']))
    .split('\0')
    .filter(Boolean)
    .map((entry) => {
      const [commit = '', parents = '', author, committer, by = '', ...message] = entry.split(/\r?\n/u);
      const isAsWritten = committer === author || committer === byForge;
      return { commit, by, message, isMerge: parents.includes(' '), isAsWritten };
    });
}

function isOurs({ message, isAsWritten }: ReviewCommit): boolean {
  const ours = [decisionTrailer, updateTrailer].map((trailer) => `${trailer}: `);
  return isAsWritten && message.some((line) => ours.some((start) => line.startsWith(start)));
}
