import { noObject } from '../git/bare-repository.ts';
import { tryAutoMerge } from './merging.ts';
import { Refused } from './refusal.ts';
import { closeReview, reviewHappened } from './review-changes.ts';
import type { Check, Comment, Repository, Review, Verdict } from './state.ts';
import type { World } from './world.ts';

/** What somebody who opens a review says. */
export interface NewReview {
  readonly by: string;
  readonly title: string;
  readonly body?: string;
  /** The branch; or a commit that has none, with its topic (AGit). */
  readonly head: string | { readonly sha: string; readonly topic: string };
  readonly base: string;
  readonly isDraft?: boolean;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  readonly reviewers?: readonly string[];
  readonly removesHead?: boolean;
  readonly squashes?: boolean;
}

/** Finds a review by its number. */
export function reviewOf(repository: Repository, number: number): Review | undefined {
  return repository.reviews.find((each) => each.number === number);
}

/** Opens a review. Throws Refused if there is nothing to review, or an open one already. */
export async function openReview(world: World, repository: Repository, wanted: NewReview): Promise<Review> {
  if (repository.isArchived) throw new Refused({ what: 'archived' });
  const git = world.git(repository);
  const { head, base, by } = wanted;
  const baseTip = await git.branch(base);
  if (baseTip === undefined) throw new Refused({ what: 'no-branch', branch: base });
  const headSha = typeof head === 'string' ? await git.branch(head) : head.sha;
  const headName = typeof head === 'string' ? head : head.topic;
  if (headSha === undefined) throw new Refused({ what: 'no-branch', branch: headName });
  const baseSha = await git.mergeBase(baseTip, headSha);
  if (baseSha === undefined || baseSha === headSha) throw new Refused({ what: 'no-commits', base, head: headName });
  const isSame = (each: Review): boolean =>
    typeof head === 'string' ? each.head === head : each.head === undefined && each.topic === head.topic;
  const other = repository.reviews.find((each) => each.state === 'open' && each.base === base && isSame(each));
  if (other !== undefined) throw new Refused({ what: 'review-exists', number: other.number, base, head: headName });

  const at = world.now();
  const review: Review = {
    id: world.newId(),
    number: repository.nextNumber++,
    by,
    title: wanted.title,
    body: wanted.body ?? '',
    isDraft: wanted.isDraft ?? false,
    state: 'open',
    head: typeof head === 'string' ? head : undefined,
    topic: typeof head === 'string' ? undefined : head.topic,
    headSha,
    base,
    baseSha,
    openedAt: at,
    updatedAt: at,
    closedAt: undefined,
    closedBy: undefined,
    mergedAt: undefined,
    mergedBy: undefined,
    mergeSha: undefined,
    labels: [],
    assignees: [...(wanted.assignees ?? [])],
    reviewers: [],
    verdicts: [],
    comments: [],
    removesHead: wanted.removesHead ?? false,
    squashes: wanted.squashes ?? false,
    autoMerge: undefined,
    queued: undefined,
  };
  repository.reviews.push(review);
  await git.moveRef(world.customs.headRef(review.number), headSha, noObject);
  reviewHappened(world, repository, review, by, { what: 'opened' });
  for (const label of wanted.labels ?? []) addLabel(world, repository, by, review, label);
  askReviewers(world, repository, by, review, wanted.reviewers ?? []);
  return review;
}

/** Changes what a review says, or where it goes. */
export async function editReview(
  world: World,
  repository: Repository,
  by: string,
  review: Review,
  change: { readonly title?: string; readonly body?: string; readonly base?: string },
): Promise<void> {
  const { title = review.title, body = review.body, base = review.base } = change;
  const former = {
    ...(title === review.title ? {} : { title: review.title }),
    ...(body === review.body ? {} : { body: review.body }),
    ...(base === review.base ? {} : { base: review.base }),
  };
  if (Object.keys(former).length === 0) return;
  if (base !== review.base) {
    const baseSha = await world.git(repository).mergeBase(`refs/heads/${base}`, review.headSha);
    if (baseSha === undefined) throw new Refused({ what: 'no-branch', branch: base });
    review.baseSha = baseSha;
  }
  Object.assign(review, { title, body, base });
  reviewHappened(world, repository, review, by, { what: 'edited', former });
}

/** Closes an open review. */
export function close(world: World, repository: Repository, by: string, review: Review): void {
  if (review.state !== 'open') throw new Refused({ what: 'not-open' });
  closeReview(world, repository, by, review);
}

/** Opens a closed review again, if its branch is still there and no other review has taken its place. */
export async function reopen(world: World, repository: Repository, by: string, review: Review): Promise<void> {
  if (review.state !== 'closed') throw new Refused({ what: 'not-closed' });
  const { head, base } = review;
  if (head !== undefined) {
    const tip = await world.git(repository).branch(head);
    if (tip === undefined) throw new Refused({ what: 'no-branch', branch: head });
    const other = repository.reviews.find((each) => each.state === 'open' && each.head === head && each.base === base);
    if (other !== undefined) throw new Refused({ what: 'review-exists', number: other.number, base, head });
    review.headSha = tip;
    await world.git(repository).run(['update-ref', world.customs.headRef(review.number), tip]);
  }
  Object.assign(review, { state: 'open', closedAt: undefined, closedBy: undefined });
  reviewHappened(world, repository, review, by, { what: 'reopened' });
}

/** Makes a review a draft, or ready. */
export function setDraft(world: World, repository: Repository, by: string, review: Review, isDraft: boolean): void {
  if (review.isDraft === isDraft) return;
  review.isDraft = isDraft;
  reviewHappened(world, repository, review, by, { what: isDraft ? 'drafted' : 'readied' });
}

/** Puts a label on a review. The repository gets a label of that name if it has none. */
export function addLabel(world: World, repository: Repository, by: string, review: Review, label: string): void {
  if (!repository.labels.some(({ name }) => name === label)) repository.labels.push({ id: world.newId(), name: label });
  if (review.labels.includes(label)) return;
  review.labels.push(label);
  reviewHappened(world, repository, review, by, { what: 'labeled', label });
}

/** Takes a label off a review. */
export function removeLabel(world: World, repository: Repository, by: string, review: Review, label: string): void {
  if (!review.labels.includes(label)) return;
  review.labels = review.labels.filter((each) => each !== label);
  reviewHappened(world, repository, review, by, { what: 'unlabeled', label });
}

/** Asks people for their verdict. */
export function askReviewers(
  world: World,
  repository: Repository,
  by: string,
  review: Review,
  reviewers: readonly string[],
): void {
  for (const reviewer of reviewers) {
    if (review.reviewers.includes(reviewer)) continue;
    review.reviewers.push(reviewer);
    reviewHappened(world, repository, review, by, { what: 'asked', reviewer });
  }
}

/** Takes back that somebody was asked. */
export function unaskReviewer(world: World, repository: Repository, by: string, review: Review, who: string): void {
  if (!review.reviewers.includes(who)) return;
  review.reviewers = review.reviewers.filter((each) => each !== who);
  reviewHappened(world, repository, review, by, { what: 'unasked', reviewer: who });
}

/** Comments on a review. */
export function comment(
  world: World,
  repository: Repository,
  by: string,
  review: Review,
  said: {
    readonly body: string;
    readonly place?: { readonly path: string; readonly line: number };
    readonly isInternal?: boolean;
  },
): Comment {
  const at = world.now();
  const place = said.place === undefined ? undefined : { ...said.place, sha: review.headSha };
  const isInternal = said.isInternal === true;
  const added = { id: world.newId(), by, body: said.body, at, updatedAt: at, place, isInternal };
  review.comments.push(added);
  reviewHappened(world, repository, review, by, { what: 'commented', comment: added });
  return added;
}

/** Says something else in a comment. */
export function editComment(
  world: World,
  repository: Repository,
  by: string,
  review: Review,
  said: Comment,
  body: string,
): void {
  const former = said.body;
  if (former === body) return;
  said.body = body;
  said.updatedAt = world.now();
  reviewHappened(world, repository, review, by, { what: 'comment-edited', comment: said, former });
}

/** Takes a comment away. */
export function deleteComment(world: World, repository: Repository, by: string, review: Review, said: Comment): void {
  review.comments = review.comments.filter((each) => each !== said);
  reviewHappened(world, repository, review, by, { what: 'comment-deleted', comment: said });
}

/** Gives a verdict on a review. */
export function judge(
  world: World,
  repository: Repository,
  by: string,
  review: Review,
  given: { readonly state: 'approved' | 'changes-requested' | 'commented'; readonly body?: string },
): Verdict {
  const { state, body = '' } = given;
  if (state !== 'commented' && review.by === by && !world.customs.allowsOwnApproval) {
    throw new Refused({ what: 'own-review' });
  }
  const verdict: Verdict = { id: world.newId(), by, state, body, sha: review.headSha, at: world.now() };
  review.verdicts.push(verdict);
  review.reviewers = review.reviewers.filter((each) => each !== by);
  reviewHappened(world, repository, review, by, { what: 'judged', verdict });
  return verdict;
}

/** Takes back a verdict. */
export function dismiss(world: World, repository: Repository, by: string, review: Review, verdict: Verdict): void {
  verdict.state = 'dismissed';
  reviewHappened(world, repository, review, by, { what: 'dismissed', verdict });
}

/** Writes down the result of a check of a commit. */
export function report(
  world: World,
  repository: Repository,
  reported: Pick<Check, 'sha' | 'name' | 'outcome' | 'run' | 'status'>,
): Check {
  const check: Check = { id: world.newId(), ...reported, at: world.now() };
  repository.checks.push(check);
  checkReported(world, repository, check);
  return check;
}

/** Lets reviews that waited for a check go on. */
export function checkReported(world: World, repository: Repository, { sha }: Check): void {
  world.changed();
  for (const review of repository.reviews.filter(({ headSha }) => headSha === sha)) {
    tryAutoMerge(world, repository, review);
  }
}
