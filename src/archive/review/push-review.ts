import { ArchiveError, BranchMoved } from '../../workflow/ports/archive/archive-error.ts';
import type { PushedReview, ReviewPush } from '../../workflow/ports/archive/review-branches.ts';
import type { Address } from '../address.ts';
import { type Git, GitFailed } from '../git/git.ts';
import { remoteName } from '../git/git-environment.ts';
import { isWithoutBranch, refOf } from '../git/ref-of.ts';
import { findReviewLink } from './review-link.ts';
import { askRef, askRefs, rememberReview } from './review-tip.ts';

/** How many bytes an option of a push may have: git sends each in one packet of at most 65,516 bytes. */
const longestOption = 60_000;

/** Where a pushed review is. */
type Pushed = Omit<PushedReview, 'commit' | 'path'>;

/** A review's commit on its way to the remote. */
export interface ReviewCommit extends ReviewPush {
  readonly commit: string;
  readonly decisionId: string;
  /** The branch that it is to be merged into. */
  readonly into: string;
}

/** Pushes the commit of a review as its branch, and asks for the review if the remote knows how. */
export async function pushReviewCommit(git: Git, address: Address, push: ReviewCommit): Promise<Pushed> {
  const { branch, opens } = push;
  if (isWithoutBranch(branch)) return pushByAgit(git, address, push);
  if (opens === undefined) return pushBranch(git, address, push, []);
  try {
    if (opens.how === 'agit') return await pushByAgit(git, address, push);
    return await pushBranch(git, address, push, requestOptions(opens));
  } catch (error) {
    if (!isWithoutReviews(error)) throw error;
    return pushReviewCommit(git, address, { ...push, opens: undefined });
  }
}

async function pushBranch(
  git: Git,
  address: Address,
  { commit, branch, replaces }: ReviewCommit,
  options: readonly string[],
): Promise<Pushed> {
  const ref = refOf(branch);
  let said = '';
  // The lease: nothing is pushed unless the branch is still as it was seen, or has this commit already.
  const lease = `--force-with-lease=${ref}:${replaces ?? ''}`;
  try {
    const args = ['push', '--quiet', ...options, lease, remoteName, `${commit}:${ref}`];
    await git(args, { hear: (text) => (said = text) });
  } catch (error) {
    throw findTakenName(error, address.place) ?? error;
  }
  await rememberReview(git, branch, commit);
  return { branch, link: findReviewLink(said, address, branch) };
}

/** A branch such as `gavel`, beside which there can't be one such as `gavel/0012-use-go`. */
function findTakenName(error: unknown, place: string): ArchiveError | undefined {
  const taken =
    error instanceof GitFailed ? /'refs\/heads\/(?<name>[^']+)' exists; cannot create/u.exec(error.output) : null;
  const branch = taken?.groups?.name;
  return branch === undefined ? undefined : new ArchiveError({ code: 'review branch taken', place, branch });
}

/** GitLab's options for a merge request. */
function requestOptions(opens: NonNullable<ReviewPush['opens']>): string[] {
  return [
    option('merge_request.create'),
    option('merge_request.target', opens.into),
    option('merge_request.title', opens.title),
    // GitLab takes it for a line feed.
    option('merge_request.description', opens.description.replaceAll('\\n', '\\ n').replaceAll(/\r?\n/gu, '\\n')),
    option('merge_request.remove_source_branch'),
    ...opens.labels.map((label) => option('merge_request.label', label)),
  ].flat();
}

/**
 * Pushes as Forgejo and Gitea take a review without a branch: to `refs/for/main`, under a topic. A topic belongs to the
 * account that pushes to it, so nobody else's work can be lost there.
 */
async function pushByAgit(git: Git, address: Address, push: ReviewCommit): Promise<Pushed> {
  const { commit, branch, replaces, decisionId, into, opens } = push;
  if (replaces !== undefined && (await findHead(git, replaces)) === undefined)
    throw new BranchMoved(`no review has ${replaces}`);
  const options = [
    // The same at every push. A slash in it would be taken for the end of a user's name.
    option('topic', `gavel-${decisionId.replaceAll(/[^\w-]/gu, '-')}`),
    option('force-push', 'true'),
    ...(opens ? [option('title', opens.title), option('description', opens.description)] : []),
  ].flat();
  const ref = `refs/for/${opens?.into ?? into}`;
  let said = '';
  try {
    await git(['push', '--quiet', ...options, remoteName, `${commit}:${ref}`], { hear: (text) => (said = text) });
  } catch (error) {
    // An earlier attempt succeeded without our hearing of it.
    if (!(error instanceof GitFailed) || !/new commit is same with old commit/iu.test(error.output)) throw error;
  }
  const head = await findHead(git, commit);
  if (head === undefined) {
    // Elsewhere, this is a name like any other.
    if ((await askRef(git, ref)) === commit) await deleteReviewBranch(git, ref, commit);
    return pushReviewCommit(git, address, { ...push, opens: undefined });
  }
  await rememberReview(git, head, commit);
  const number = /\d+/u.exec(head)?.[0] ?? '';
  const known = address.host === undefined ? undefined : `https://${address.place}/pulls/${number}`;
  return { branch: head, link: findReviewLink(said, address, branch) ?? known };
}

/** The ref of the review that has this commit. */
async function findHead(git: Git, commit: string): Promise<string | undefined> {
  const heads = [...(await askRefs(git, 'refs/pull/*/head'))];
  return heads.findLast(([, tip]) => tip === commit)?.[0];
}

/** Deletes a review branch that has this commit; one that is gone is fine, too. Throws BranchMoved. */
export async function deleteReviewBranch(git: Git, branch: string, commit: string): Promise<void> {
  const ref = refOf(branch);
  try {
    await git(['push', '--quiet', `--force-with-lease=${ref}:${commit}`, remoteName, `:${ref}`]);
  } catch (error) {
    if (!(error instanceof GitFailed) || (await askRef(git, ref)) !== undefined) throw error;
  }
}

/** An option of a push. git takes it as one line. */
function option(name: string, value?: string): [string, string] {
  const line = (value ?? '')
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const bytes = Buffer.from(value === undefined ? name : `${name}=${line}`).subarray(0, longestOption);
  // A character that is cut through is left out.
  return ['-o', new TextDecoder().decode(bytes, { stream: true })];
}

/** Whether a remote knows neither push options nor AGit. */
function isWithoutReviews(error: unknown): boolean {
  const words = /does not support push options|hidden ref|refs\/for\/\S{1,300} \(not supported\)/iu;
  return error instanceof GitFailed && words.test(error.output);
}
