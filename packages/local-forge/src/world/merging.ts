import { noObject } from '../git/bare-repository.ts';
import type { Signature } from '../git/commit.ts';
import { refMoved } from './branches.ts';
import { codeOwnersOf } from './code-owners.ts';
import type { Happening } from './happening.ts';
import { countedVerdicts, haveSucceeded, isAllowed, protectionsOf, violationsOfCommits } from './protections.ts';
import { type Blocker, Refused } from './refusal.ts';
import { dequeue, markMerged, reviewHappened } from './review-changes.ts';
import { type MergeMethod, mergeMethods, type Repository, type Review } from './state.ts';
import type { World } from './world.ts';

/** How somebody wants a review merged. */
export interface MergeWish {
  readonly by: string;
  readonly method: MergeMethod;
  readonly title?: string;
  readonly body?: string;
  /** The commit that has been seen; the review is not merged if it has another by now. */
  readonly sha?: string;
}

/** The methods by which a review may be merged. */
export function methodsFor(repository: Repository, review: Review): MergeMethod[] {
  const protections = protectionsOf(repository, review.base);
  return mergeMethods.filter(
    (method) =>
      repository.settings.mergeMethods.includes(method) &&
      protections.every((each) => each.mergeMethods.includes(method)) &&
      !(method === 'merge' && protections.some(({ linearHistory }) => linearHistory)) &&
      // The forge makes the commits of a rebase anew, and does not sign them.
      !(method === 'rebase' && protections.some(({ signatures }) => signatures)),
  );
}

/** Why a review can't be merged by somebody now. Empty if it can. */
export async function blockersOf(world: World, repository: Repository, review: Review, by: string): Promise<Blocker[]> {
  if (review.state !== 'open') return ['closed'];
  const blockers = new Set<Blocker>();
  const git = world.git(repository);
  if (review.isDraft) blockers.add('draft');
  if (review.head !== undefined && (await git.branch(review.head)) === undefined) blockers.add('head-missing');
  if ((await git.mergeTree(`refs/heads/${review.base}`, review.headSha)) === undefined) blockers.add('conflict');
  if (!world.hasRole(by, repository, 'write')) blockers.add('not-allowed');
  for (const protection of protectionsOf(repository, review.base).filter((each) => !each.bypass.includes(by))) {
    if (!isAllowed(world, repository, by, protection.merge)) blockers.add('not-allowed');
    const verdicts = countedVerdicts(world, repository, review);
    const approved = verdicts.filter(({ state }) => state === 'approved').map(({ by }) => by);
    if (approved.length < protection.approvals) blockers.add('approvals');
    if (protection.approvals > 0 && verdicts.length > approved.length) blockers.add('changes-requested');
    if (protection.codeOwners && !(await haveOwnersApproved(world, repository, review, approved))) {
      blockers.add('code-owners');
    }
    if (!haveSucceeded(repository, protection.checks, review.headSha)) blockers.add('checks');
    if (protection.mergeQueue) blockers.add('queue');
    // A merge or a squash makes its own commit, so the history of the review does not count.
    const ofCommits = { ...protection, linearHistory: false };
    const violations = await violationsOfCommits(world, git, ofCommits, review.baseSha, review.headSha);
    if (violations.length > 0) blockers.add('signature');
  }
  return [...blockers];
}

async function haveOwnersApproved(
  world: World,
  repository: Repository,
  review: Review,
  approved: readonly string[],
): Promise<boolean> {
  const git = world.git(repository);
  const changes = await git.changes(review.baseSha, review.headSha);
  const owners = await codeOwnersOf(
    git,
    review.base,
    changes.map(({ path }) => path),
  );
  return [...owners.values()].every((some) => some.some((owner) => approved.includes(owner)));
}

/** Merges a review. Throws Refused if something is in the way. */
export async function mergeReview(
  world: World,
  repository: Repository,
  review: Review,
  wish: MergeWish,
): Promise<string> {
  return await world.exclusively(repository, async () => {
    if (repository.isArchived) throw new Refused({ what: 'archived' });
    if (review.state === 'merged') throw new Refused({ what: 'merged' });
    if (wish.sha !== undefined && wish.sha !== review.headSha) {
      throw new Refused({ what: 'head-moved', expected: wish.sha });
    }
    const blockers = await blockersOf(world, repository, review, wish.by);
    if (!methodsFor(repository, review).includes(wish.method)) blockers.push('method');
    if (blockers.length > 0) throw new Refused({ what: 'blocked', blockers });
    return await mergeNow(world, repository, review, wish);
  });
}

/** Has the forge merge a review as soon as nothing is in the way. */
export async function enableAutoMerge(
  world: World,
  repository: Repository,
  review: Review,
  by: string,
  method: MergeMethod,
): Promise<void> {
  if (review.state !== 'open') throw new Refused({ what: 'not-open' });
  if (world.customs.hasAutoMergeSetting && !repository.settings.allowsAutoMerge)
    throw new Refused({ what: 'auto-merge', why: 'not-allowed' });
  if (review.isDraft) throw new Refused({ what: 'auto-merge', why: 'draft' });
  if ((await blockersOf(world, repository, review, by)).length === 0) {
    throw new Refused({ what: 'auto-merge', why: 'clean' });
  }
  review.autoMerge = { method, by, at: world.now() };
  reviewHappened(world, repository, review, by, { what: 'auto-merge' });
}

/** Merges a review that waits for it, in the background, if nothing is in the way any more. */
export function tryAutoMerge(world: World, repository: Repository, review: Review): void {
  const wish = review.autoMerge;
  if (wish === undefined) return;
  world.inBackground(async () => {
    const blockers = await blockersOf(world, repository, review, wish.by);
    if (blockers.length === 0) await mergeReview(world, repository, review, wish);
    else if (blockers.length === 1 && blockers[0] === 'queue') await enqueue(world, repository, review, wish.by);
  });
}

/** After something happened: merges the reviews that wait for it, if nothing is in their way any more. */
export function mergeWhatWaits(world: World, happening: Happening): void {
  if (!('repository' in happening)) return;
  const { repository } = happening;
  for (const review of repository.reviews.filter(({ autoMerge }) => autoMerge !== undefined)) {
    tryAutoMerge(world, repository, review);
  }
}

/** Puts a review into the merge queue. */
export async function enqueue(world: World, repository: Repository, review: Review, by: string): Promise<void> {
  if (review.queued !== undefined) return;
  const blockers = (await blockersOf(world, repository, review, by)).filter((each) => each !== 'queue');
  if (blockers.length > 0) throw new Refused({ what: 'blocked', blockers });
  review.queued = { id: world.newId(), by, at: world.now() };
  review.autoMerge = undefined;
  reviewHappened(world, repository, review, by, { what: 'queued' });
}

/** Lets the merge queue do its work: merges what can be merged, and takes out what can't. */
export async function runQueue(world: World, repository: Repository): Promise<void> {
  const waiting = repository.reviews.filter(({ queued }) => queued !== undefined);
  waiting.sort((one, other) => (one.queued?.id ?? 0) - (other.queued?.id ?? 0));
  for (const review of waiting) {
    const by = review.queued?.by ?? review.by;
    await world.exclusively(repository, async () => {
      const blockers = (await blockersOf(world, repository, review, by)).filter((each) => each !== 'queue');
      const method = methodsFor(repository, review)[0];
      if (blockers.length === 0 && method !== undefined) await mergeNow(world, repository, review, { by, method });
      else dequeue(world, repository, by, review, blockers.includes('conflict') ? 'merge-conflict' : 'failed-checks');
    });
  }
}

async function mergeNow(world: World, repository: Repository, review: Review, wish: MergeWish): Promise<string> {
  const git = world.git(repository);
  const ref = `refs/heads/${review.base}`;
  const before = await git.resolve(ref);
  if (before === undefined) throw new Refused({ what: 'no-branch', branch: review.base });
  const after = await mergedCommit(world, repository, review, wish, before);
  if (!(await git.moveRef(ref, after, before))) throw new Refused({ what: 'moved', ref });
  review.baseSha = before;
  markMerged(world, repository, wish.by, review, after);
  await refMoved(world, repository, wish.by, { ref, before, after });
  const { head } = review;
  const tip = head === undefined ? undefined : await git.branch(head);
  if (head !== undefined && tip !== undefined && (review.removesHead || repository.settings.removesMergedHeads)) {
    await git.moveRef(`refs/heads/${head}`, undefined, tip);
    await refMoved(world, repository, wish.by, { ref: `refs/heads/${head}`, before: tip, after: noObject });
  }
  return after;
}

async function mergedCommit(
  world: World,
  repository: Repository,
  review: Review,
  wish: MergeWish,
  onto: string,
): Promise<string> {
  const git = world.git(repository);
  const person = world.signatureOf(wish.by);
  const { customs } = world;
  const committer: Signature = customs.committer === undefined ? person : { ...customs.committer, at: person.at };
  if (wish.method === 'rebase') return await rebase(world, repository, review, onto, committer);
  const tree = await git.mergeTree(onto, review.headSha);
  if (tree === undefined) throw new Refused({ what: 'blocked', blockers: ['conflict'] });
  const usual = customs.mergeMessage(repository, review, wish.method);
  const { title = usual.title, body = usual.body } = wish;
  const isSquash = wish.method === 'squash';
  const author = isSquash ? world.signatureOf(review.by) : person;
  const trailers = isSquash ? await coAuthors(world, repository, review, author) : [];
  const message = [title, body, trailers.join('\n')].filter((part) => part !== '').join('\n\n');
  const parents = isSquash ? [onto] : [onto, review.headSha];
  return await git.writeCommit({ tree, parents, message, author, committer, sign: (text) => world.sign(text) });
}

async function coAuthors(world: World, repository: Repository, review: Review, author: Signature): Promise<string[]> {
  const git = world.git(repository);
  const shas = await git.commitsBetween(review.baseSha, review.headSha);
  const commits = await Promise.all(shas.map((sha) => git.commit(sha)));
  const trailers = commits.flatMap((commit) => [
    `Co-authored-by: ${commit.author.name} <${commit.author.email}>`,
    ...(commit.message.match(/^Co-authored-by: .+$/gim) ?? []),
  ]);
  return [...new Set(trailers)].filter((line) => !line.endsWith(`<${author.email}>`));
}

/** Each commit again, on top of another history. */
async function rebase(
  world: World,
  repository: Repository,
  review: Review,
  onto: string,
  committer: Signature,
): Promise<string> {
  const git = world.git(repository);
  if (world.customs.fastForwards && (await git.isAncestor(onto, review.headSha))) return review.headSha;
  const shas = (await git.commitsBetween(review.baseSha, review.headSha)).toReversed();
  let tip = onto;
  for (const sha of shas) {
    const commit = await git.commit(sha);
    const [parent] = commit.parents;
    if (commit.parents.length !== 1 || parent === undefined) continue;
    // A merge of two commits starts from what they have in common. That is the parent of this helper and of the commit.
    const { tree: treeOfTip } = await git.commit(tip);
    const helper = await git.writeCommit({
      tree: treeOfTip,
      parents: [parent],
      message: 'rebase',
      author: committer,
      committer,
    });
    const tree = await git.mergeTree(helper, sha);
    if (tree === undefined) throw new Refused({ what: 'blocked', blockers: ['conflict'] });
    const { author, message } = commit;
    tip = await git.writeCommit({ tree, parents: [tip], message, author, committer });
  }
  return tip;
}
