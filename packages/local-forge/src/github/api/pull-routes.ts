import { asText, asTexts } from '@gavel/local-server/json.ts';
import type { Answer } from '../../server/router.ts';
import { mergeReview, methodsFor } from '../../world/merging.ts';
import { Refused } from '../../world/refusal.ts';
import {
  askReviewers,
  close,
  comment,
  dismiss,
  editReview,
  judge,
  openReview,
  reopen,
  unaskReviewer,
} from '../../world/reviews.ts';
import { mergeMethods, type Repository, type Review } from '../../world/state.ts';
import { ownerOf } from '../../world/world.ts';
import { commitShape } from '../shapes/commit-shape.ts';
import { lineCommentShape, pullShape, simplePullShape, verdictShape } from '../shapes/pull-shape.ts';
import {
  type ApiRoute,
  answer,
  isSince,
  loginOf,
  page,
  type RepositoryCall,
  repositoryRoute,
  reviewIn,
} from './call.ts';
import { ApiError, errorOf, type FieldError, invalid, methodWords, notFound } from './errors.ts';

const read = ['pull_requests:read'] as const;
const write = ['pull_requests:write'] as const;
/** The most characters of a body and of a title. */
const longest = { body: 65_536, title: 256 };
/** GitHub lists no more files of a pull request. */
const mostFiles = 3_000;

/** Pull requests, and what people say about them. */
export const pullRoutes: readonly ApiRoute[] = [
  repositoryRoute('POST', '/pulls', write, openPull),
  repositoryRoute('GET', '/pulls', read, listPulls),
  repositoryRoute('GET', '/pulls/:number', read, async (call) => pullAnswer(call, reviewIn(call))),
  repositoryRoute('PATCH', '/pulls/:number', write, editPull),
  repositoryRoute('PUT', '/pulls/:number/merge', ['contents:write'], mergePull),
  repositoryRoute('GET', '/pulls/:number/merge', read, async (call) => {
    if (reviewIn(call).state !== 'merged') throw notFound();
    return { status: 204 };
  }),
  repositoryRoute('GET', '/pulls/:number/files', read, listFiles),
  repositoryRoute('GET', '/pulls/:number/commits', read, async (call) => {
    const { world, addresses, repository } = call;
    const { baseSha, headSha } = reviewIn(call);
    const git = world.git(repository);
    const shas = (await git.commitsBetween(baseSha, headSha)).toReversed();
    const commits = shas.map(async (sha) => commitShape(world, addresses, repository, await git.commit(sha)));
    return page(call, await Promise.all(commits));
  }),
  repositoryRoute('GET', '/pulls/:number/requested_reviewers', read, async (call) => {
    const { world, addresses, repository } = call;
    const { requested_reviewers } = simplePullShape(world, addresses, repository, reviewIn(call));
    return answer({ users: requested_reviewers, teams: [] });
  }),
  repositoryRoute('POST', '/pulls/:number/requested_reviewers', write, requestReviewers),
  repositoryRoute('DELETE', '/pulls/:number/requested_reviewers', write, async (call) => {
    const { world, addresses, repository, body } = call;
    const review = reviewIn(call);
    for (const who of asTexts(body.reviewers)) unaskReviewer(world, repository, loginOf(call), review, who);
    return answer(simplePullShape(world, addresses, repository, review));
  }),
  repositoryRoute('GET', '/pulls/:number/reviews', read, async (call) => {
    const { world, addresses, repository } = call;
    const review = reviewIn(call);
    return page(call, review.verdicts, (shown) =>
      shown.map((verdict) => verdictShape(world, addresses, repository, review, verdict)),
    );
  }),
  repositoryRoute('POST', '/pulls/:number/reviews', write, async (call) => {
    const { world, addresses, repository, body } = call;
    const review = reviewIn(call);
    const states = { APPROVE: 'approved', REQUEST_CHANGES: 'changes-requested', COMMENT: 'commented' } as const;
    const event = asText(body.event);
    if (event !== 'APPROVE' && event !== 'REQUEST_CHANGES' && event !== 'COMMENT') {
      throw new ApiError(422, 'Unprocessable Entity', { errors: ['Pending reviews are not kept by the local forge'] });
    }
    const verdict = judge(world, repository, loginOf(call), review, {
      state: states[event],
      body: asText(body.body) ?? '',
    });
    return answer(verdictShape(world, addresses, repository, review, verdict));
  }),
  repositoryRoute('PUT', '/pulls/:number/reviews/:id/dismissals', write, async (call) => {
    const { world, addresses, repository, parameters } = call;
    const review = reviewIn(call);
    const verdict = review.verdicts.find(({ id }) => String(id) === parameters.id);
    if (verdict === undefined) throw notFound();
    dismiss(world, repository, loginOf(call), review, verdict);
    return answer(verdictShape(world, addresses, repository, review, verdict));
  }),
  repositoryRoute('GET', '/pulls/:number/comments', read, async (call) => {
    const { world, addresses, repository, request } = call;
    const review = reviewIn(call);
    const isNew = isSince(request);
    const comments = review.comments.filter(({ place, updatedAt }) => place !== undefined && isNew(updatedAt));
    return page(call, comments, (shown) =>
      shown.map((each) => lineCommentShape(world, addresses, repository, review, each)),
    );
  }),
  repositoryRoute('POST', '/pulls/:number/comments', write, async (call) => {
    const { world, addresses, repository, body } = call;
    const review = reviewIn(call);
    const path = asText(body.path);
    const text = asText(body.body);
    const line = typeof body.line === 'number' ? body.line : 1;
    if (path === undefined || text === undefined) {
      throw invalid({ resource: 'PullRequestReviewComment', field: 'path', code: 'missing_field' });
    }
    const added = comment(world, repository, loginOf(call), review, { body: text, place: { path, line } });
    return answer(lineCommentShape(world, addresses, repository, review, added), 201);
  }),
];

async function pullAnswer(
  { world, addresses, repository }: RepositoryCall,
  review: Review,
  status = 200,
): Promise<Answer> {
  const shape = await pullShape(world, addresses, repository, review);
  return answer(shape, status, status === 201 ? { location: shape.url } : {});
}

async function openPull(call: RepositoryCall): Promise<Answer> {
  const { world, repository, body } = call;
  const title = asText(body.title);
  const text = asText(body.body) ?? '';
  const base = asText(body.base) ?? '';
  const head = asText(body.head) ?? '';
  const errors = [
    ...(title === undefined || title.trim() === ''
      ? [{ resource: 'PullRequest', code: 'missing_field', field: 'title' }]
      : tooLong('title', title)),
    ...tooLong('body', text),
  ];
  if (errors.length > 0) throw invalid(...errors);
  if (body.draft === true && !repository.settings.allowsDrafts) {
    throw new ApiError(422, 'Draft pull requests are not supported in this repository.');
  }
  const owner = ownerOf(repository);
  const branch = head.startsWith(`${owner}:`) ? head.slice(owner.length + 1) : head;
  const git = world.git(repository);
  if (branch.includes(':') || (await git.branch(branch)) === undefined) {
    throw invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' });
  }
  if ((await git.branch(base)) === undefined) {
    throw invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
  }
  try {
    const review = await openReview(world, repository, {
      by: loginOf(call),
      title: (title ?? '').trim(),
      body: text,
      head: branch,
      base,
      isDraft: body.draft === true,
    });
    return await pullAnswer(call, review, 201);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason.what !== 'review-exists') throw error;
    throw errorOf({ ...error.reason, head: `${owner}:${branch}` });
  }
}

function tooLong(field: 'title' | 'body', text: string): FieldError[] {
  if ([...text].length <= longest[field]) return [];
  const message = `${field} is too long (maximum is ${longest[field]} characters)`;
  return [{ resource: field === 'title' ? 'Issue' : 'PullRequest', code: 'custom', field, message }];
}

async function listPulls(call: RepositoryCall): Promise<Answer> {
  const { world, addresses, repository, request } = call;
  const { query } = request;
  const state = query.get('state') ?? 'open';
  const head = query.get('head');
  const base = query.get('base');
  const sort = query.get('sort') === 'updated' ? 'updatedAt' : 'openedAt';
  const isAscending = query.get('direction') === 'asc';
  const found = repository.reviews
    .filter((review) => state === 'all' || (state === 'open') === (review.state === 'open'))
    .filter((review) => base === null || review.base === base)
    // GitHub ignores a head without an owner.
    .filter((review) => head === null || !head.includes(':') || isHead(repository, review, head))
    .toSorted((one, other) => one[sort].localeCompare(other[sort]) || one.number - other.number);
  const ordered = isAscending ? found : found.toReversed();
  return page(call, ordered, (shown) => shown.map((each) => simplePullShape(world, addresses, repository, each)));
}

function isHead(repository: Repository, review: Review, head: string): boolean {
  return `${ownerOf(repository)}:${review.head ?? ''}`.toLowerCase() === head.toLowerCase();
}

async function editPull(call: RepositoryCall): Promise<Answer> {
  const { world, repository, body } = call;
  const review = reviewIn(call);
  const by = loginOf(call);
  const title = asText(body.title);
  const text = body.body === null ? '' : asText(body.body);
  const base = asText(body.base);
  const state = asText(body.state);
  const errors = [
    ...(title?.trim() === '' ? [{ resource: 'Issue', code: 'missing_field', field: 'title' }] : []),
    ...tooLong('title', title ?? ''),
    ...tooLong('body', text ?? ''),
    ...(state === undefined || state === 'open' || state === 'closed'
      ? []
      : [{ resource: 'PullRequest', field: 'state', code: 'invalid' }]),
  ];
  if (errors.length > 0) throw invalid(...errors);
  await editReview(world, repository, by, review, {
    ...(title === undefined ? {} : { title: title.trim() }),
    ...(text === undefined ? {} : { body: text }),
    ...(base === undefined ? {} : { base }),
  });
  if (state === 'closed' && review.state === 'open') close(world, repository, by, review);
  if (state === 'open' && review.state !== 'open') await reopenPull(call, review, by);
  return await pullAnswer(call, review);
}

async function reopenPull({ world, repository }: RepositoryCall, review: Review, by: string): Promise<void> {
  if (review.state === 'merged') {
    throw invalid({
      resource: 'PullRequest',
      code: 'custom',
      field: 'state',
      message: 'state cannot be changed. The pull request cannot be reopened.',
    });
  }
  try {
    await reopen(world, repository, by, review);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { reason } = error;
    if (reason.what !== 'no-branch' && reason.what !== 'review-exists') throw error;
    const message =
      reason.what === 'no-branch'
        ? `state cannot be changed. The ${reason.branch} branch has been deleted.`
        : `state cannot be changed. There is already an open pull request from ${reason.head} to ${reason.base}.`;
    throw invalid({ resource: 'PullRequest', code: 'custom', field: 'state', message });
  }
}

async function mergePull(call: RepositoryCall): Promise<Answer> {
  const { world, repository, body } = call;
  const review = reviewIn(call);
  const method = mergeMethods.find((each) => each === (body.merge_method ?? 'merge'));
  if (method === undefined) throw invalid({ resource: 'PullRequest', field: 'merge_method', code: 'invalid' });
  if (review.state === 'open' && !methodsFor(repository, review).includes(method)) {
    throw new ApiError(405, methodWords[method]);
  }
  const title = asText(body.commit_title);
  const text = asText(body.commit_message);
  const expected = asText(body.sha);
  const sha = await mergeReview(world, repository, review, {
    by: loginOf(call),
    method,
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { body: text }),
    ...(expected === undefined ? {} : { sha: expected }),
  });
  return answer({ sha, merged: true, message: 'Pull Request successfully merged' });
}

async function listFiles(call: RepositoryCall): Promise<Answer> {
  const { world, addresses, repository } = call;
  const { baseSha, headSha } = reviewIn(call);
  const changes = (await world.git(repository).changes(baseSha, headSha)).slice(0, mostFiles);
  const page_ = `${addresses.web}/${repository.path}`;
  return page(call, changes, (shown) =>
    shown.map((each) => ({
      sha: each.sha,
      filename: each.path,
      ...(each.formerPath === undefined ? {} : { previous_filename: each.formerPath }),
      status: each.status,
      additions: each.additions,
      deletions: each.deletions,
      changes: each.additions + each.deletions,
      blob_url: `${page_}/blob/${headSha}/${each.path}`,
      raw_url: `${page_}/raw/${headSha}/${each.path}`,
      contents_url: `${addresses.api}/repos/${repository.path}/contents/${each.path}?ref=${headSha}`,
      ...(each.patch === undefined ? {} : { patch: each.patch }),
    })),
  );
}

async function requestReviewers(call: RepositoryCall): Promise<Answer> {
  const { world, addresses, repository, body } = call;
  const review = reviewIn(call);
  const wanted = asTexts(body.reviewers);
  if (wanted.includes(review.by)) throw new ApiError(422, 'Review cannot be requested from pull request author.');
  const accounts = wanted.map((login) => world.account(login));
  const isKnown = accounts.every((each) => each !== undefined && world.roleOf(each.login, repository) !== undefined);
  if (!isKnown || asTexts(body.team_reviewers).length > 0) {
    const message =
      'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a ' +
      `collaborator of the ${repository.path} repository.`;
    throw new ApiError(422, message);
  }
  askReviewers(
    world,
    repository,
    loginOf(call),
    review,
    accounts.flatMap((each) => (each === undefined ? [] : [each.login])),
  );
  return answer(simplePullShape(world, addresses, repository, review), 201);
}
