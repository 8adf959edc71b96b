import { asText, asTexts } from '@gavel/local-server/json.ts';
import type { Answer, Route } from '../server/router.ts';
import { blockersOf, enableAutoMerge, mergeReview, methodsFor } from '../world/merging.ts';
import { type Blocker, Refused } from '../world/refusal.ts';
import {
  addLabel,
  askReviewers,
  close,
  comment,
  deleteComment,
  editComment,
  editReview,
  judge,
  openReview,
  removeLabel,
  reopen,
  setDraft,
  unaskReviewer,
} from '../world/reviews.ts';
import { type Comment, type MergeMethod, mergeMethods, type Repository, type Review } from '../world/state.ts';
import type { World } from '../world/world.ts';
import {
  ApiError,
  answer,
  type Handler,
  mustBeAlive,
  mustWrite,
  notFound,
  page,
  parameter,
  pullIn,
  type RepositoryCall,
  repositoryRoute,
} from './call.ts';
import { changedFileShape, commentShape, pullShape, readTitle, reviewShape } from './shapes.ts';

/** The routes for pull requests. */
export const pullRoutes: readonly Route<Handler>[] = [
  repositoryRoute('GET', '/pulls', 'repository', async (call) => {
    const { world, parts, repository, request } = call;
    const state = request.query.get('state') ?? 'open';
    const found = repository.reviews
      .filter((each) => state === 'all' || (each.state === 'open') === (state === 'open'))
      .toSorted((one, other) =>
        request.query.get('sort') === 'recentupdate'
          ? other.updatedAt.localeCompare(one.updatedAt) || other.number - one.number
          : other.number - one.number,
      );
    const shapes = await Promise.all(found.map((each) => pullShape(world, parts.url(), repository, each)));
    return page(call, shapes, (shape) => shape);
  }),
  repositoryRoute('POST', '/pulls', 'repository', async (call) => {
    const { world, parts, repository, body } = call;
    const by = mustBeAlive(call);
    const [head, base, title] = [asText(body.head), asText(body.base), asText(body.title)];
    if (head === base) {
      throw new ApiError(422, 'Invalid PullRequest: There are no changes between the head and the base');
    }
    if (head === undefined || base === undefined || title === undefined || title.trim() === '') {
      throw new ApiError(422, '[Title]: Required');
    }
    const ids = Array.isArray(body.labels) ? body.labels.map(Number) : [];
    const review = await inForgejosWords(repository, () =>
      openReview(world, repository, {
        by,
        ...readTitle(title),
        body: asText(body.body) ?? '',
        head,
        base,
        labels: repository.labels.filter(({ id }) => ids.includes(id)).map(({ name }) => name),
        assignees: asTexts(body.assignees),
      }),
    );
    return answer(await pullShape(world, parts.url(), repository, review), 201);
  }),
  repositoryRoute('GET', '/pulls/:index', 'repository', async (call) => {
    const { world, parts, repository } = call;
    return answer(await pullShape(world, parts.url(), repository, pullIn(call)));
  }),
  repositoryRoute('PATCH', '/pulls/:index', 'repository', async (call) => {
    const { world, parts, repository } = call;
    const by = mustBeAlive(call);
    const review = pullIn(call);
    if (review.by !== by) mustWrite(call);
    await inForgejosWords(repository, () => update(call, by, review));
    return answer(await pullShape(world, parts.url(), repository, review), 201);
  }),
  repositoryRoute('GET', '/pulls/:index/files', 'repository', async (call) => {
    const { world, parts, repository } = call;
    const { baseSha, headSha } = pullIn(call);
    const changes = await world.git(repository).changes(baseSha, headSha);
    return page(call, changes, (change) => changedFileShape(parts.url(), repository, headSha, change));
  }),
  repositoryRoute('GET', '/pulls/:index/reviews', 'repository', async (call) => {
    const { world, parts, repository } = call;
    const review = pullIn(call);
    return page(call, review.verdicts, (verdict) => reviewShape(world, parts.url(), repository, review, verdict));
  }),
  repositoryRoute('POST', '/pulls/:index/reviews', 'repository', async (call) => {
    const { world, parts, repository, body } = call;
    const by = mustBeAlive(call);
    const review = pullIn(call);
    const states = { APPROVED: 'approved', REQUEST_CHANGES: 'changes-requested', COMMENT: 'commented' } as const;
    const event = asText(body.event) ?? '';
    const state = Object.entries(states).find(([name]) => name === event)?.[1];
    if (state === undefined) throw new ApiError(422, `unknown review event ${event}`);
    const said = { state, body: asText(body.body) ?? '' };
    const verdict = await inForgejosWords(repository, async () => judge(world, repository, by, review, said));
    return answer(reviewShape(world, parts.url(), repository, review, verdict));
  }),
  repositoryRoute('GET', '/pulls/:index/reviews/:id/comments', 'repository', async (call) => {
    pullIn(call);
    return answer([]);
  }),
  repositoryRoute('POST', '/pulls/:index/requested_reviewers', 'repository', async (call) => {
    const { world, repository, body } = call;
    const by = mustWrite(call);
    const review = pullIn(call);
    if (asTexts(body.team_reviewers).length > 0) throw new ApiError(422, 'Invalid team');
    const logins = asTexts(body.reviewers).map((name) => {
      const account = world.account(name);
      if (account === undefined) throw new ApiError(404, `user does not exist [uid: 0, name: ${name}]`);
      if (!world.hasRole(account.login, repository, 'read')) {
        throw new ApiError(422, `Reviewer can't read [user_id: ${account.id}]`);
      }
      if (account.login === review.by) throw new ApiError(422, "poster of pr can't be reviewer");
      return account.login;
    });
    askReviewers(world, repository, by, review, logins);
    return answer([], 201);
  }),
  repositoryRoute('DELETE', '/pulls/:index/requested_reviewers', 'repository', async (call) => {
    const { world, repository, body } = call;
    const by = mustWrite(call);
    for (const login of asTexts(body.reviewers)) unaskReviewer(world, repository, by, pullIn(call), login);
    return { status: 204 };
  }),
  repositoryRoute('GET', '/pulls/:index/merge', 'repository', async (call) => {
    if (pullIn(call).state !== 'merged') throw notFound();
    return { status: 204 };
  }),
  repositoryRoute('POST', '/pulls/:index/merge', 'repository', async (call) => {
    mustBeAlive(call);
    return await inForgejosWords(call.repository, () => merge(call, pullIn(call)));
  }),
  repositoryRoute('GET', '/issues/:index/comments', 'issue', async (call) => {
    const { world, parts, repository, request } = call;
    const review = pullIn(call);
    const since = Date.parse(request.query.get('since') ?? '') || 0;
    const found = review.comments.filter((each) => Date.parse(each.updatedAt) >= since);
    return answer(found.map((each) => commentShape(world, parts.url(), repository, review, each)));
  }),
  repositoryRoute('POST', '/issues/:index/comments', 'issue', async (call) => {
    const { world, parts, repository, body } = call;
    const by = mustBeAlive(call);
    const review = pullIn(call);
    const text = asText(body.body);
    if (text === undefined || text === '') throw new ApiError(422, '[Body]: Required');
    const added = comment(world, repository, by, review, { body: text });
    return answer(commentShape(world, parts.url(), repository, review, added), 201);
  }),
  repositoryRoute('PATCH', '/issues/comments/:id', 'issue', async (call) => {
    const { world, parts, repository, body } = call;
    const by = mustBeAlive(call);
    const { review, said } = commentIn(call, by);
    const text = asText(body.body);
    if (text === undefined || text === '') throw new ApiError(422, '[Body]: Required');
    editComment(world, repository, by, review, said, text);
    return answer(commentShape(world, parts.url(), repository, review, said));
  }),
  repositoryRoute('DELETE', '/issues/comments/:id', 'issue', async (call) => {
    const by = mustBeAlive(call);
    const { review, said } = commentIn(call, by);
    deleteComment(call.world, call.repository, by, review, said);
    return { status: 204 };
  }),
];

/** The comment that a path names. Those of others may be changed by administrators only. */
function commentIn(call: RepositoryCall, by: string): { readonly review: Review; readonly said: Comment } {
  for (const review of call.repository.reviews) {
    const said = review.comments.find(({ id, place }) => place === undefined && String(id) === parameter(call, 'id'));
    if (said === undefined) continue;
    if (said.by !== by && !call.world.hasRole(by, call.repository, 'admin')) throw new ApiError(403, '');
    return { review, said };
  }
  throw notFound();
}

/** Changes a pull request as a call wants. */
async function update({ world, repository, body }: RepositoryCall, by: string, review: Review): Promise<void> {
  const title = asText(body.title);
  const text = asText(body.body);
  const base = asText(body.base);
  const state = asText(body.state);
  if (state !== undefined && review.state === 'merged') {
    throw new ApiError(412, 'cannot change state of this pull request, it was already merged');
  }
  const wanted = title === undefined || title === '' ? undefined : readTitle(title);
  await editReview(world, repository, by, review, {
    ...(wanted === undefined ? {} : { title: wanted.title }),
    ...(text === undefined ? {} : { body: text }),
    ...(base === undefined || base === '' ? {} : { base }),
  });
  if (wanted !== undefined) setDraft(world, repository, by, review, wanted.isDraft);
  if (Array.isArray(body.labels)) {
    const ids = body.labels.map(Number);
    const names = repository.labels.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    for (const label of review.labels.filter((each) => !names.includes(each))) {
      removeLabel(world, repository, by, review, label);
    }
    for (const label of names) addLabel(world, repository, by, review, label);
  }
  if (state === 'closed' && review.state === 'open') close(world, repository, by, review);
  if (state === 'open' && review.state === 'closed') await reopen(world, repository, by, review);
}

/** Merges a pull request, or plans to. */
async function merge({ world, repository, body, caller }: RepositoryCall, review: Review): Promise<Answer> {
  const by = caller?.account.login ?? '';
  const sha = asText(body.head_commit_id);
  const wanted = asText(body.Do) ?? 'merge';
  const method = mergeMethods.find((each) => each === wanted);
  const blockers = await blockersOf(world, repository, review, by);
  const waits = body.merge_when_checks_succeed === true;
  const now = blockers.map((each) => reasonOf(each, waits)).find((said) => said !== undefined);
  if (review.state === 'merged') throw new ApiError(405, '');
  if (review.state === 'closed') throw notFound();
  if (now !== undefined) throw new ApiError(405, now);
  if (method === undefined || !methodsFor(repository, review).includes(method)) throw invalidStyle(wanted);
  if (waits && review.autoMerge !== undefined) {
    throw new ApiError(
      409,
      `pull request is already scheduled to auto merge when checks succeed [pull_id: ${review.id}]`,
    );
  }
  if (body.delete_branch_after_merge === true) review.removesHead = true;
  if (waits && blockers.length > 0) {
    await enableAutoMerge(world, repository, review, by, method);
    return { status: 201 };
  }
  await mergeNow(world, repository, review, { by, method, ...(sha === undefined ? {} : { sha }) });
  return { status: 200 };
}

async function mergeNow(
  world: World,
  repository: Repository,
  review: Review,
  wish: { readonly by: string; readonly method: MergeMethod; readonly sha?: string },
): Promise<void> {
  try {
    await mergeReview(world, repository, review, wish);
  } catch (error) {
    if (error instanceof Refused && error.reason.what === 'head-moved') throw new ApiError(409, 'head out of date');
    throw error;
  }
}

function invalidStyle(method: string): ApiError {
  return new ApiError(405, `${method} is not an allowed merge style for this repository`);
}

/** What Forgejo says of what is in the way; undefined for what a scheduled merge waits for. */
function reasonOf(blocker: Blocker, waits: boolean): string | undefined {
  switch (blocker) {
    case 'not-allowed':
      return 'User not allowed to merge PR';
    case 'draft':
      return 'Work in progress PRs cannot be merged';
    case 'conflict':
    case 'head-missing':
      return 'Please try again later';
    case 'approvals':
      return waits ? undefined : 'not allowed to merge [reason: Does not have enough approvals]';
    case 'changes-requested':
      return waits ? undefined : 'not allowed to merge [reason: There are requested changes]';
    case 'checks':
      return waits ? undefined : 'not allowed to merge [reason: Not all required status checks successful]';
    case 'signature':
    case 'code-owners':
    case 'queue':
    case 'method':
      return 'not allowed to merge [reason: The pull request is not ready]';
    case 'closed':
      return undefined;
  }
}

/** Says in Forgejo's words what the world refuses. */
async function inForgejosWords<T>({ id }: Repository, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { reason } = error;
    switch (reason.what) {
      case 'review-exists': {
        const numbers = `id: ${reason.number}, issue_id: ${reason.number}, head_repo_id: ${id}, base_repo_id: ${id}`;
        const branches = `head_branch: ${reason.head}, base_branch: ${reason.base}`;
        throw new ApiError(409, `pull request already exists for these targets [${numbers}, ${branches}]`);
      }
      case 'no-branch':
        throw new ApiError(
          404,
          `could not find '${reason.branch}' to be a commit, branch or tag in the head repository`,
        );
      case 'no-commits':
        throw new ApiError(422, 'Invalid PullRequest: There are no changes between the head and the base');
      case 'own-review':
        throw new ApiError(422, 'approve your own pull is not allowed');
      case 'blocked':
        throw new ApiError(405, 'Please try again later');
      case 'protected':
        throw new ApiError(409, 'PushRejected without remote error message');
      default:
        throw new ApiError(422, reason.what);
    }
  }
}
