import { type Git, GitFailed } from '../git/git.ts';
import { remoteName } from '../git/git-environment.ts';
import { refOf } from '../git/ref-of.ts';
import { readCutOff } from '../read/find-commit.ts';

/** How many commits of a review branch are fetched each time, and by how many more at first when that is not enough. */
const depth = 50;
const firstDeepening = 200;

/** Where the cache keeps each review branch as last seen; this also protects its objects from garbage collection. */
const seenRefs = 'refs/gavel/reviews';

const quietly = ['--quiet', '--no-tags', '--no-write-fetch-head'];

/** The remote's refs that match a pattern of git's, by their full names, with their commits. */
export async function askRefs(git: Git, pattern: string): Promise<ReadonlyMap<string, string>> {
  const commits = new Map<string, string>();
  for (const line of (await git(['ls-remote', remoteName, pattern])).split('\n')) {
    const [commit = '', ref = ''] = line.split('\t');
    if (ref !== '') commits.set(ref, commit);
  }
  return commits;
}

/** The commit of one of the remote's refs; undefined when there is none of this name. */
export async function askRef(git: Git, ref: string): Promise<string | undefined> {
  // A pattern also matches the ends of longer names.
  return (await askRefs(git, ref)).get(ref);
}

/** Fetches the last commits of a review branch and their trees; undefined when there is no such branch. */
export async function fetchReviewTip(git: Git, branch: string): Promise<string | undefined> {
  const ref = refOf(branch);
  const commit = await askRef(git, ref);
  if (commit === undefined) {
    await forgetReview(git, branch);
    return undefined;
  }
  const seen = seenRef(branch);
  if ((await readRef(git, seen)) === commit) return commit;
  await git(['fetch', ...quietly, `--depth=${depth}`, '--filter=blob:none', remoteName, `+${ref}:${seen}`]);
  return readRef(git, seen);
}

/** Does something with a review branch; undefined if it fails because the branch is deleted at the same moment. */
export async function unlessGone<T>(git: Git, branch: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GitFailed) || (await askRef(git, refOf(branch))) !== undefined) throw error;
    await forgetReview(git, branch);
    return undefined;
  }
}

/** Remembers a review branch that was pushed from the cache, so that it need not be fetched. */
export async function rememberReview(git: Git, branch: string, commit: string): Promise<void> {
  await git(['update-ref', seenRef(branch), commit]);
}

/** Forgets a review branch that is gone. */
export async function forgetReview(git: Git, branch: string): Promise<void> {
  await git(['update-ref', '-d', seenRef(branch)]);
}

/** Two commits that may have a common past, and the remote's names of the branches that they are on. */
export interface Fork {
  readonly gitFolder: string;
  readonly commits: readonly [string, string];
  readonly branches: readonly [string, string];
}

/**
 * The last commit that two commits have in common. The commits in between are fetched, without their files, as far as
 * the cache lacks them. Undefined when the two have nothing in common.
 */
export async function findMergeBase(git: Git, { gitFolder, commits, branches }: Fork): Promise<string | undefined> {
  for (let more = firstDeepening; ; more *= 4) {
    const base = await knownMergeBase(git, commits);
    if (base !== undefined) return base;
    const cut = await readCutOff(gitFolder);
    const how = [`--deepen=${more}`, '--filter=tree:0'];
    if (cut.size > 0) await git(['fetch', ...quietly, ...how, remoteName, ...branches.map(refOf)]);
    const cutNow = await readCutOff(gitFolder);
    if (cutNow.size === cut.size && [...cutNow].every((one) => cut.has(one))) return undefined;
  }
}

async function knownMergeBase(git: Git, commits: readonly [string, string]): Promise<string | undefined> {
  try {
    return (await git(['merge-base', ...commits])).trim();
  } catch (error) {
    // It says nothing when there is none.
    if (error instanceof GitFailed && error.kind === 'failed' && error.output === '') return undefined;
    throw error;
  }
}

async function readRef(git: Git, ref: string): Promise<string | undefined> {
  return (await git(['for-each-ref', '--format=%(objectname)', ref])).trim() || undefined;
}

function seenRef(branch: string): string {
  // Without slashes: two branches might otherwise have names that git can't store together.
  return `${seenRefs}/${encodeURIComponent(branch)}`;
}
