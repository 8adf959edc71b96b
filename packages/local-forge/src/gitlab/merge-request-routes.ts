import { asText, type JsonObject } from '@gavel/local-server/json.ts';
import type { Route } from '../server/router.ts';
import { blockersOf, enableAutoMerge, mergeReview } from '../world/merging.ts';
import { Refused } from '../world/refusal.ts';
import {
  addLabel,
  askReviewers,
  close,
  comment,
  deleteComment,
  dismiss,
  editComment,
  editReview,
  judge,
  openReview,
  removeLabel,
  reopen,
  setDraft,
  unaskReviewer,
} from '../world/reviews.ts';
import type { Comment, MergeMethod, Repository, Review } from '../world/state.ts';
import type { World } from '../world/world.ts';
import {
  ApiError,
  answer,
  type Handler,
  loginOf,
  mergeRequestIn,
  mustDevelop,
  notFound,
  type ProjectCall,
  page,
  parameter,
  projectRoute,
  refusal,
} from './call.ts';
import {
  approvalsShape,
  changesOf,
  diffShape,
  mergeRequestShape,
  needsRebase,
  noteShape,
  notesOf,
  readTitle,
  reviewerShapes,
  stateOf,
} from './shapes.ts';

const longestTitle = 255;
const longestDescription = 1_048_576;

/** What an update may change; it has to change something. */
const changeable = [
  ...['title', 'description', 'state_event', 'target_branch', 'labels', 'add_labels', 'remove_labels'],
  ...['reviewer_ids', 'assignee_ids', 'remove_source_branch', 'squash', 'discussion_locked'],
];

/** The routes for merge requests. */
export const mergeRequestRoutes: readonly Route<Handler>[] = [
  projectRoute('GET', '/merge_requests', async (call) => {
    const { world, parts, project, request } = call;
    const { query } = request;
    const is = (name: string, value: string): boolean => query.get(name) === null || query.get(name) === value;
    const state = query.get('state') ?? 'all';
    // Without a scope, GitLab lists for a project what anybody opened.
    const found = project.reviews.filter(
      (review) =>
        (state === 'all' || stateOf(review) === state) &&
        is('source_branch', review.head ?? '') &&
        is('target_branch', review.base),
    );
    const sorted = found.toSorted((one, other) => one.number - other.number);
    const byUpdate = query.get('order_by') === 'updated_at';
    const chosen = byUpdate ? sorted.toSorted((one, other) => one.updatedAt.localeCompare(other.updatedAt)) : sorted;
    const ordered = query.get('sort') === 'asc' ? chosen : chosen.toReversed();
    const shapes = await Promise.all(ordered.map((each) => mergeRequestShape(world, parts.url(), project, each)));
    return page(call, shapes, (shape) => shape);
  }),
  projectRoute('POST', '/merge_requests', async (call) => {
    const { world, parts, project, body } = call;
    const by = mustDevelop(call);
    const required = ['title', 'source_branch', 'target_branch'];
    const missing = required.filter((name) => asText(body[name]) === undefined);
    if (missing.length > 0) throw new ApiError(400, { error: missing.map((name) => `${name} is missing`).join(', ') });
    const [title = '', head = '', base = ''] = required.map((name) => asText(body[name]));
    checkTexts(body);
    if (head === base) {
      throw refusal(422, ["You can't use same project/branch for source and target"]);
    }
    const review = await inGitLabsWords(() =>
      openReview(world, project, {
        by,
        ...readTitle(title),
        body: asText(body.description) ?? '',
        head,
        base,
        labels: textsIn(body.labels),
        reviewers: loginsIn(call, body.reviewer_ids),
        assignees: loginsIn(call, body.assignee_ids),
        removesHead: body.remove_source_branch === true,
        squashes: body.squash === true,
      }),
    );
    return answer(await mergeRequestShape(world, parts.url(), project, review), 201);
  }),
  projectRoute('GET', '/merge_requests/:iid', async (call) => {
    const { world, parts, project } = call;
    return answer(await mergeRequestShape(world, parts.url(), project, mergeRequestIn(call)));
  }),
  projectRoute('PUT', '/merge_requests/:iid', async (call) => {
    const { world, parts, project, body } = call;
    const review = mergeRequestIn(call);
    mustUpdate(call, review);
    if (!changeable.some((name) => name in body)) {
      throw new ApiError(400, {
        error: `${changeable.join(', ')} are missing, at least one parameter must be provided`,
      });
    }
    checkTexts(body);
    await inGitLabsWords(() => update(call, review));
    return answer(await mergeRequestShape(world, parts.url(), project, review));
  }),
  projectRoute('PUT', '/merge_requests/:iid/merge', async (call) => {
    const { world, parts, project } = call;
    const review = mergeRequestIn(call);
    await inGitLabsWords(() => merge(call, review));
    return answer(await mergeRequestShape(world, parts.url(), project, review));
  }),
  projectRoute('GET', '/merge_requests/:iid/diffs', async (call) => {
    const { world, project, request } = call;
    // Before 17.11, GitLab pages the list once more than it should, and fails.
    if (Number(request.query.get('per_page') ?? 20) > 30) throw refusal(500, '500 Internal Server Error');
    const { shown } = await changesOf(world, project, mergeRequestIn(call));
    return page(call, [...shown.entries()], ([index, change]) => diffShape(change, index));
  }),
  projectRoute('GET', '/merge_requests/:iid/approvals', async (call) => {
    const { world, parts, project } = call;
    return answer(approvalsShape(world, parts.url(), project, mergeRequestIn(call)));
  }),
  projectRoute('POST', '/merge_requests/:iid/approve', async (call) => {
    const { world, parts, project, body } = call;
    const review = mergeRequestIn(call);
    const by = mustDevelop(call);
    const sha = asText(body.sha);
    if (sha !== undefined && sha !== review.headSha) {
      throw refusal(409, `SHA does not match HEAD of source branch: ${review.headSha}`);
    }
    judge(world, project, by, review, { state: 'approved' });
    return answer(approvalsShape(world, parts.url(), project, review), 201);
  }),
  projectRoute('POST', '/merge_requests/:iid/unapprove', async (call) => {
    const { world, parts, project } = call;
    const review = mergeRequestIn(call);
    const by = mustDevelop(call);
    const own = review.verdicts.filter((each) => each.by === by && each.state === 'approved');
    for (const verdict of own) dismiss(world, project, by, review, verdict);
    return answer(approvalsShape(world, parts.url(), project, review), 201);
  }),
  projectRoute('GET', '/merge_requests/:iid/reviewers', async (call) =>
    page(call, reviewerShapes(call.world, call.parts.url(), mergeRequestIn(call)), (shape) => shape),
  ),
  projectRoute('GET', '/merge_requests/:iid/notes', async (call) => {
    const { world, parts, project, request } = call;
    const review = mergeRequestIn(call);
    const notes = notesOf(review);
    const ordered = request.query.get('sort') === 'asc' ? notes : notes.toReversed();
    return page(call, ordered, (note) => noteShape(world, parts.url(), project, review, note));
  }),
  projectRoute('POST', '/merge_requests/:iid/notes', async (call) => {
    const { world, parts, project, body } = call;
    const review = mergeRequestIn(call);
    const by = loginOf(call);
    const text = asText(body.body);
    if (text === undefined) throw new ApiError(400, { error: 'body is missing' });
    const isInternal = body.internal === true;
    const { id, at } = comment(world, project, by, review, { body: text, isInternal });
    const note = { id, by, body: text, at, isSystem: false, isOnLine: false, isInternal };
    return answer(noteShape(world, parts.url(), project, review, note), 201);
  }),
  projectRoute('PUT', '/merge_requests/:iid/notes/:note', async (call) => {
    const { world, parts, project, body } = call;
    const review = mergeRequestIn(call);
    const said = noteIn(call, review);
    const text = asText(body.body);
    if (text === undefined) throw new ApiError(400, { error: 'body is missing' });
    if (text.trim() === '') throw refusal(400, { note: ["can't be blank"] });
    editComment(world, project, loginOf(call), review, said, text);
    const note = { ...said, isSystem: false, isOnLine: said.place !== undefined };
    return answer(noteShape(world, parts.url(), project, review, note));
  }),
  projectRoute('DELETE', '/merge_requests/:iid/notes/:note', async (call) => {
    const review = mergeRequestIn(call);
    const said = noteIn(call, review);
    deleteComment(call.world, call.project, loginOf(call), review, said);
    return { status: 204 };
  }),
];

/** The note that a path names. Those of others may be changed by maintainers only. */
function noteIn(call: ProjectCall, review: Review): Comment {
  const login = loginOf(call);
  const said = review.comments.find(({ id }) => String(id) === parameter(call, 'note'));
  if (said === undefined) throw notFound('Note');
  if (said.by !== login && !call.world.hasRole(login, call.project, 'maintain')) throw refusal(403, '403 Forbidden');
  return said;
}

/** Changes a merge request as a call wants. */
async function update(call: ProjectCall, review: Review): Promise<void> {
  const { world, project, body } = call;
  const by = loginOf(call);
  const title = asText(body.title);
  const base = asText(body.target_branch);
  const description = asText(body.description);
  const wanted = title === undefined ? undefined : readTitle(title);
  await editReview(world, project, by, review, {
    ...(wanted === undefined ? {} : { title: wanted.title }),
    ...(description === undefined ? {} : { body: description }),
    ...(base === undefined ? {} : { base }),
  });
  if (wanted !== undefined) setDraft(world, project, by, review, wanted.isDraft);
  if ('labels' in body) {
    const labels = textsIn(body.labels);
    for (const label of review.labels.filter((each) => !labels.includes(each))) {
      removeLabel(world, project, by, review, label);
    }
    for (const label of labels) addLabel(world, project, by, review, label);
  }
  for (const label of textsIn(body.add_labels)) addLabel(world, project, by, review, label);
  for (const label of textsIn(body.remove_labels)) removeLabel(world, project, by, review, label);
  if ('reviewer_ids' in body) {
    const logins = loginsIn(call, body.reviewer_ids);
    for (const login of review.reviewers.filter((each) => !logins.includes(each))) {
      unaskReviewer(world, project, by, review, login);
    }
    askReviewers(world, project, by, review, logins);
  }
  if (typeof body.remove_source_branch === 'boolean') review.removesHead = body.remove_source_branch;
  if (typeof body.squash === 'boolean') review.squashes = body.squash;
  if (body.state_event === 'close' && review.state === 'open') close(world, project, by, review);
  if (body.state_event === 'reopen' && review.state === 'closed') await reopenIfPossible(world, project, by, review);
}

/** Opens it again. Without its branch it stays as it is, and GitLab says nothing about that. */
async function reopenIfPossible(world: World, project: Repository, by: string, review: Review): Promise<void> {
  try {
    await reopen(world, project, by, review);
  } catch (error) {
    if (!(error instanceof Refused && error.reason.what === 'no-branch')) throw error;
  }
}

/** Merges a merge request, or lets it be merged later. */
async function merge(call: ProjectCall, review: Review): Promise<void> {
  const { world, project, body } = call;
  const by = loginOf(call);
  const blockers = await blockersOf(world, project, review, by);
  if (blockers.includes('not-allowed') || project.isArchived) throw refusal(401, '401 Unauthorized');
  const sha = asText(body.sha);
  const checkSha = () => {
    if (sha === undefined || sha === review.headSha) return;
    throw refusal(409, `SHA does not match HEAD of source branch: ${review.headSha}`);
  };
  const method = methodFor(project, review, body.squash === true);
  const isAuto = body.auto_merge === true || body.merge_when_pipeline_succeeds === true;
  const later = ['approvals', 'changes-requested', 'checks', 'queue', 'draft'];
  if (isAuto) {
    // There is nothing to wait for, and no pipeline that has succeeded.
    const mayWait = blockers.length > 0 && blockers.every((each) => later.includes(each));
    if (!mayWait) throw refusal(405, '405 Method Not Allowed');
    checkSha();
    if (body.should_remove_source_branch === true) review.removesHead = true;
    await enableAutoMerge(world, project, review, by, method);
    return;
  }
  if (blockers.includes('conflict') || (await needsRebase(world, project, review))) {
    throw refusal(422, 'Branch cannot be merged');
  }
  if (blockers.length > 0) throw refusal(405, '405 Method Not Allowed');
  checkSha();
  if (body.should_remove_source_branch === true) review.removesHead = true;
  const message = asText(method === 'squash' ? body.squash_commit_message : body.merge_commit_message);
  const [title, ...rest] = message?.split('\n\n') ?? [];
  const words = title === undefined ? {} : { title, body: rest.join('\n\n') };
  await mergeReview(world, project, review, { by, method, ...words });
}

function methodFor({ settings }: Repository, review: Review, squashes: boolean): MergeMethod {
  const { mergeMethods: methods } = settings;
  if (squashes || review.squashes || (methods.length === 1 && methods[0] === 'squash')) return 'squash';
  return methods.includes('merge') ? 'merge' : 'rebase';
}

/** The author may change a merge request, and whoever may push. */
function mustUpdate(call: ProjectCall, review: Review): void {
  const login = loginOf(call);
  if (call.project.isArchived) throw refusal(403, '403 Forbidden');
  if (review.by !== login) mustDevelop(call);
}

function checkTexts(body: JsonObject): void {
  const title = asText(body.title);
  const description = asText(body.description);
  if (title !== undefined && title.length > longestTitle) {
    throw refusal(400, { title: [`is too long (maximum is ${longestTitle} characters)`] });
  }
  if (title?.trim() === '') throw new ApiError(400, { error: 'title is empty' });
  if (description !== undefined && description.length > longestDescription) {
    const length = description.length;
    const said = `is too long (${length} characters). The maximum is ${longestDescription} characters.`;
    throw refusal(400, { description: [said] });
  }
}

/** The texts in a list, or in a text with commas. */
function textsIn(value: unknown): string[] {
  const texts = Array.isArray(value) ? value.map(String) : (asText(value)?.split(',') ?? []);
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

/** The logins of users by their ids. Those that can't see the project are left out without a word. */
function loginsIn({ world, project }: ProjectCall, value: unknown): string[] {
  const ids = Array.isArray(value) ? value.map(Number) : [];
  return world.state.accounts
    .filter(({ id, login }) => ids.includes(id) && world.hasRole(login, project, 'read'))
    .map(({ login }) => login);
}

/** Says in GitLab's words what the world refuses. */
export async function inGitLabsWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { reason } = error;
    switch (reason.what) {
      case 'review-exists':
        throw refusal(409, [`Another open merge request already exists for this source branch: !${reason.number}`]);
      case 'no-branch':
        throw refusal(400, { base: [`Branch "${reason.branch}" does not exist`] });
      case 'no-commits':
        throw refusal(400, { base: [`There are no commits between ${reason.base} and ${reason.head}`] });
      case 'auto-merge':
        throw refusal(405, '405 Method Not Allowed');
      case 'archived':
      case 'protected':
        throw refusal(403, '403 Forbidden');
      default:
        throw refusal(422, '422 Unprocessable Entity');
    }
  }
}
