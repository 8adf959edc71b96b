import type { Review } from '../../decision/publication/review.ts';
import type { Forge, OpenedReview, RefusedWish, ReviewRequest } from '../../workflow/ports/forge/forge.ts';
import { ForgeError } from '../../workflow/ports/forge/forge-error.ts';
import { ForgeSaidNo, unless } from '../ask-forge.ts';
import { type DraftMark, markedTitle } from '../draft-title.ts';
import type { TokenSettings } from '../settings.ts';
import { demandsOf } from './branch-demands.ts';
import { connectGitLab, type GitLab } from './gitlab.ts';
import { listNotes } from './list-notes.ts';
import { gitlabOthers } from './others-reviews.ts';
import { isOpen, type MergeRequest, reviewOf } from './review-of.ts';
import { troubleOf } from './trouble-of.ts';

/** GitLab takes descriptions of at most this many characters. */
const longestBody = 1_048_576;

/** How GitLab knows a draft. */
export const gitlabDraft: DraftMark = { prefix: 'Draft: ', pattern: /^(?:\s*(?:\[draft\]|\(draft\)|draft:))+/iu };

/** A project at GitLab, by a personal, group or project access token with the scope `api`. */
export function openGitLab(settings: TokenSettings): { readonly forge: Forge } {
  const gitlab = connectGitLab(settings);
  /** Tells what GitLab refuses in the words of the port. */
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ForgeSaidNo)) throw error;
      const isArchived = error.status === 403 && (await isProjectArchived(gitlab));
      throw new ForgeError(troubleOf(error, settings.place, isArchived));
    }
  };
  const forge: Forge = {
    kind: 'gitlab',
    longestBody,
    askBranch: (branch) => told(() => demandsOf(gitlab, branch, settings.place)),
    findReview: (branch) => told(() => findReview(gitlab, branch)),
    openReview: (request) => told(() => openReview(gitlab, request)),
    readReview: (number) => told(() => readReview(gitlab, number)),
    editReview: (number, change) => told(() => edit(gitlab, number, change)),
    reopenReview: (number) => told(() => reopen(gitlab, number)),
    closeReview: (number) =>
      told(async () => {
        await gitlab.mergeRequests.edit(gitlab.project, number, { stateEvent: 'close' });
      }),
    listComments: (number, since) => told(() => listNotes(gitlab, number, since)),
    others: gitlabOthers(gitlab, told),
  };
  return { forge };
}

async function isProjectArchived(gitlab: GitLab): Promise<boolean> {
  const project = await unless([401, 403, 404], undefined, gitlab.projects.show(gitlab.project));
  return project?.archived === true;
}

async function findReview(gitlab: GitLab, branch: string): Promise<Review | undefined> {
  const [found] = await mergeRequestsOf(gitlab, { sourceBranch: branch });
  return found === undefined ? undefined : await readReview(gitlab, found.iid);
}

/** The merge requests of a branch, newest first. Those of a fork's branch of the same name are left out. */
async function mergeRequestsOf(
  gitlab: GitLab,
  filter: { sourceBranch: string; targetBranch?: string; state?: 'opened' },
) {
  const found = await gitlab.mergeRequests.all({
    projectId: gitlab.project,
    scope: 'all',
    orderBy: 'created_at',
    sort: 'desc',
    perPage: 20,
    maxPages: 1,
    ...filter,
  });
  return found.filter((each) => each.source_project_id === each.target_project_id);
}

async function readReview(gitlab: GitLab, number: number): Promise<Review | undefined> {
  const { project } = gitlab;
  const shown = await knownIn404(gitlab.mergeRequests.show(project, number));
  if (shown === undefined) return undefined;
  // Without a license, some versions have no approvals; a role may be too low to see them.
  const approvals = await unless(
    [401, 403, 404],
    undefined,
    gitlab.approvals.showConfiguration(project, { mergerequestIId: number }),
  );
  const reviewers = isOpen(shown)
    ? await unless([403, 404], [], gitlab.mergeRequests.showReviewers(project, number))
    : [];
  return reviewOf(shown, { approvals, reviewers, hasBranch: await hasBranch(gitlab, shown) });
}

/** What is asked for; undefined if it is not there, though the project is. */
async function knownIn404<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ForgeSaidNo && error.status === 404 && !/project/iu.test(error.said)) return undefined;
    throw error;
  }
}

/** Whether the branch is there. While a merge request is open, GitLab says so itself if it isn't. */
async function hasBranch(gitlab: GitLab, shown: MergeRequest): Promise<boolean> {
  const status: string = shown.detailed_merge_status ?? 'commits_status';
  if (isOpen(shown) && status !== 'commits_status') return true;
  const branch = await unless([404], undefined, gitlab.branches.show(gitlab.project, shown.source_branch));
  return branch !== undefined;
}

async function openReview(gitlab: GitLab, request: ReviewRequest): Promise<OpenedReview> {
  const { project } = gitlab;
  const refused: RefusedWish[] = [];
  const reviewers = await Promise.all(request.reviewers.map((name) => findUser(gitlab, name)));
  const reviewerIds = reviewers.filter((id) => id !== undefined);
  const opened = await unless(
    [409],
    undefined,
    gitlab.mergeRequests.create(
      project,
      request.branch,
      request.into,
      markedTitle(request.title, request.isDraft, gitlabDraft),
      {
        description: request.body,
        labels: [...request.labels],
        reviewerIds,
        removeSourceBranch: true,
      },
    ),
  );
  const shown = opened ?? (await grantWishes(gitlab, await openOne(gitlab, request), request, reviewerIds));
  const labels = shown.labels.map((label) => (typeof label === 'string' ? label : label.name));
  for (const name of request.labels) if (!labels.includes(name)) refused.push({ wish: 'label', name, said: '' });
  const asked = (shown.reviewers ?? []).map(({ username }) => username.toLowerCase());
  for (const [index, name] of request.reviewers.entries()) {
    if (asked.includes(name.toLowerCase())) continue;
    refused.push({ wish: 'reviewer', name, said: reviewers[index] === undefined ? '404 User Not Found' : '' });
  }
  if (request.isDraft && !shown.draft) refused.push({ wish: 'draft', said: '' });
  if (request.mergesItself && !shown.merge_when_pipeline_succeeds) {
    refused.push(...(await mergeLater(gitlab, shown.iid, shown.sha)));
  }
  const review = await readReview(gitlab, shown.iid);
  if (review === undefined)
    throw new ForgeSaidNo({ status: 404, body: {}, said: '404 Not found', doing: `GET ${shown.iid}` });
  return { review, refused };
}

/** The merge request that is open already. */
async function openOne(gitlab: GitLab, { branch, into }: ReviewRequest) {
  const [open] = await mergeRequestsOf(gitlab, { sourceBranch: branch, targetBranch: into, state: 'opened' });
  if (open === undefined) {
    throw new ForgeSaidNo({ status: 409, body: {}, said: '409 Conflict', doing: 'POST merge_requests' });
  }
  return open;
}

/** Adds the labels and reviewers that the merge request which is open already does not have. */
async function grantWishes(
  gitlab: GitLab,
  open: Awaited<ReturnType<typeof openOne>>,
  { labels }: ReviewRequest,
  reviewerIds: readonly number[],
) {
  if (labels.length === 0 && reviewerIds.length === 0) return open;
  const known = (open.reviewers ?? []).map(({ id }) => id);
  return await gitlab.mergeRequests.edit(gitlab.project, open.iid, {
    addLabels: labels.join(','),
    reviewerIds: [...new Set([...known, ...reviewerIds])],
  });
}

async function findUser(gitlab: GitLab, name: string): Promise<number | undefined> {
  const found = await unless([403, 404], [], gitlab.users.all({ username: name, perPage: 1, maxPages: 1 }));
  return found[0]?.id;
}

/** Has GitLab merge it once it may be, and says what it refuses. */
async function mergeLater(gitlab: GitLab, number: number, sha: string): Promise<readonly RefusedWish[]> {
  for (let checks = 0; ; checks += 1) {
    try {
      await gitlab.mergeRequests.merge(gitlab.project, number, {
        autoMerge: true,
        // GitLab before 17.11 knows it by this name alone.
        mergeWhenPipelineSucceeds: true,
        shouldRemoveSourceBranch: true,
        sha,
      });
      return [];
    } catch (error) {
      if (!(error instanceof ForgeSaidNo)) throw error;
      const mayPass = [405, 422].includes(error.status) && checks < gitlab.patience.times;
      if (!mayPass || !(await isBeingChecked(gitlab, number))) return [{ wish: 'merges itself', said: error.said }];
      await gitlab.patience.pause();
    }
  }
}

async function isBeingChecked(gitlab: GitLab, number: number): Promise<boolean> {
  const { detailed_merge_status: status } = await gitlab.mergeRequests.show(gitlab.project, number);
  return ['preparing', 'checking', 'unchecked', 'approvals_syncing'].includes(status);
}

async function edit(
  gitlab: GitLab,
  number: number,
  change: { title?: string; body?: string; isDraft?: boolean },
): Promise<void> {
  const { title, body, isDraft } = change;
  const description = body === undefined ? {} : { description: body };
  if (title === undefined && isDraft === undefined) {
    if (body !== undefined) await gitlab.mergeRequests.edit(gitlab.project, number, description);
    return;
  }
  const shown = await gitlab.mergeRequests.show(gitlab.project, number);
  const marked = markedTitle(title ?? shown.title, isDraft ?? shown.draft, gitlabDraft);
  await gitlab.mergeRequests.edit(gitlab.project, number, { title: marked, ...description });
}

async function reopen(gitlab: GitLab, number: number): Promise<void> {
  const reopened = await gitlab.mergeRequests.edit(gitlab.project, number, { stateEvent: 'reopen' });
  // GitLab leaves it as it is, without saying so, if the branch is gone.
  if (isOpen(reopened)) return;
  const doing = `PUT merge_requests/${number}`;
  throw new ForgeSaidNo({ status: 200, body: {}, said: `state: ${reopened.state}`, doing });
}
