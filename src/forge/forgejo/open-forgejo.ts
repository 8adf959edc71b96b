import type { Review } from '../../decision/publication/review.ts';
import type { Forge, OpenedReview, RefusedWish, ReviewRequest } from '../../workflow/ports/forge/forge.ts';
import { ForgeError } from '../../workflow/ports/forge/forge-error.ts';
import { ForgeSaidNo, unless } from '../ask-forge.ts';
import { type DraftMark, markedTitle } from '../draft-title.ts';
import type { TokenSettings } from '../settings.ts';
import {
  allOf,
  type Branch,
  connectForgejo,
  encodePath,
  type ForgejoApi,
  type Label,
  type Pull,
  type PullReview,
  type Repository,
} from './api.ts';
import { demandsOf } from './branch-demands.ts';
import { listComments } from './list-comments.ts';
import { forgejoOthers } from './others-reviews.ts';
import { hasBranch, isOwn, reviewOf } from './review-of.ts';
import { troubleOf } from './trouble-of.ts';

/** Forgejo has no limit of its own; this is what its smallest database takes. */
const longestBody = 65_535;

/** How Forgejo and Gitea know a draft, unless their operators have chosen other marks. */
export const forgejoDraft: DraftMark = { prefix: 'WIP: ', pattern: /^(?:\s*(?:wip:|\[wip\]))+/iu };

/** A repository at Forgejo or Gitea, by a token with the scopes `write:repository` and `write:issue`. */
export function openForgejo(settings: TokenSettings): { readonly forge: Forge } {
  const api = connectForgejo(settings);
  /** Tells what Forgejo refuses in the words of the port. */
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ForgeSaidNo)) throw error;
      const repository = await unless([401, 403, 404], undefined, api.ask<Repository>('GET', ''));
      throw new ForgeError(troubleOf(error, settings.place, repository));
    }
  };
  const forge: Forge = {
    kind: 'forgejo',
    longestBody,
    askBranch: (branch) => told(() => demandsOf(api, branch)),
    findReview: (branch) => told(() => findReview(api, branch)),
    openReview: (request) => told(() => openReview(api, request)),
    readReview: (number) => told(() => readReview(api, number)),
    editReview: (number, change) => told(() => edit(api, number, change)),
    reopenReview: (number) => told(() => reopen(api, number)),
    closeReview: (number) =>
      told(async () => {
        // What is merged meanwhile stays as it is, which GitLab doesn't mention either.
        await unless([412], undefined, api.ask('PATCH', `pulls/${number}`, { body: { state: 'closed' } }));
      }),
    listComments: (number, since) => told(() => listComments(api, number, since)),
    others: forgejoOthers(api, told),
  };
  return { forge };
}

async function findReview(api: ForgejoApi, branch: string): Promise<Review | undefined> {
  const found = await findPull(api, 'all', (pull) => pull.head.label === branch);
  return found === undefined ? undefined : await readReview(api, found.number);
}

/** The newest pull request of this kind. Forgejo has no filter for branches, so they are read from the newest on. */
async function findPull(
  api: ForgejoApi,
  state: 'open' | 'all',
  isMeant: (pull: Pull) => boolean,
): Promise<Pull | undefined> {
  for await (const pulls of api.pages<Pull>('pulls', { state })) {
    const found = pulls.filter((pull) => isOwn(pull) && isMeant(pull));
    const newest = found.toSorted((one, other) => other.number - one.number)[0];
    if (newest !== undefined) return newest;
  }
  return undefined;
}

async function readReview(api: ForgejoApi, number: number): Promise<Review | undefined> {
  const pull = await readPull(api, number);
  if (pull === undefined) return undefined;
  const reviews = await allOf(api.pages<PullReview>(`pulls/${number}/reviews`));
  const base = await unless([404], undefined, api.ask<Branch>('GET', `branches/${encodePath(pull.base.ref)}`));
  return reviewOf(pull, reviews, base?.protected === true ? base.required_approvals : base && 0);
}

/** A pull request, once Forgejo has looked for conflicts; undefined if there is none with this number. */
async function readPull(api: ForgejoApi, number: number): Promise<Pull | undefined> {
  for (let checks = 0; ; checks += 1) {
    const pull = await unless([404], undefined, api.ask<Pull>('GET', `pulls/${number}`));
    if (pull === undefined) {
      // Throws if it is the repository that is not there.
      await api.ask<Repository>('GET', '');
      return undefined;
    }
    const isChecked = pull.state !== 'open' || pull.mergeable || pull.draft === true || !isRecent(pull);
    if (isChecked || checks === api.patience.times) return pull;
    await api.patience.pause();
  }
}

/** Whether a pull request has changed so lately that Forgejo may still be looking for conflicts. */
function isRecent({ updated_at }: Pull): boolean {
  return Date.now() - Date.parse(updated_at) < 60_000;
}

async function openReview(api: ForgejoApi, request: ReviewRequest): Promise<OpenedReview> {
  const title = markedTitle(request.title, request.isDraft, forgejoDraft);
  const labels = request.labels.length === 0 ? { found: [] } : await findLabels(api);
  const labelIds = labels.found.filter(({ name }) => request.labels.includes(name)).map(({ id }) => id);
  const body = { head: request.branch, base: request.into, title, body: request.body, labels: labelIds };
  const opened = await unless([409], undefined, api.ask<Pull>('POST', 'pulls', { body }));
  const found = opened ?? (await addLabels(api, await openOne(api, request), labelIds));
  const refused: RefusedWish[] = [];
  const given = new Set((found.labels ?? []).map(({ name }) => name));
  const said = labels.said ?? '';
  for (const name of request.labels) if (!given.has(name)) refused.push({ wish: 'label', name, said });
  for (const name of request.reviewers) refused.push(...(await askReviewer(api, found.number, name)));
  if (request.isDraft && found.draft === false) refused.push({ wish: 'draft', said: '' });
  if (request.mergesItself) refused.push(...(await mergeLater(api, found)));
  const review = await readReview(api, found.number);
  if (review === undefined) {
    throw new ForgeSaidNo({ status: 404, body: {}, said: '404', doing: `GET pulls/${found.number}` });
  }
  return { review, refused };
}

/** The pull request that is open already. */
async function openOne(api: ForgejoApi, { branch, into }: ReviewRequest): Promise<Pull> {
  const found = await findPull(api, 'open', ({ head, base }) => head.label === branch && base.ref === into);
  if (found !== undefined) return found;
  throw new ForgeSaidNo({ status: 409, body: {}, said: '409 Conflict', doing: 'POST pulls' });
}

/** Adds labels to the pull request that is open already. */
async function addLabels(api: ForgejoApi, pull: Pull, ids: readonly number[]): Promise<Pull> {
  const known = (pull.labels ?? []).map(({ id }) => id);
  if (ids.every((id) => known.includes(id))) return pull;
  const labels = [...new Set([...known, ...ids])];
  return await api.ask<Pull>('PATCH', `pulls/${pull.number}`, { body: { labels } });
}

/** The labels of the repository, and of the organization that owns it, if one does; or why they are not shown. */
async function findLabels(api: ForgejoApi): Promise<{ found: readonly Label[]; said?: string }> {
  let own: readonly Label[];
  try {
    own = await allOf(api.pages<Label>('labels'));
  } catch (error) {
    if (error instanceof ForgeSaidNo && error.status === 403) return { found: [], said: error.said };
    throw error;
  }
  const shared = await unless([403, 404], [], allOf(api.organizationLabels()));
  return { found: [...own, ...shared] };
}

/** Asks a person, or a team by `org/team`, for a review. */
async function askReviewer(api: ForgejoApi, number: number, name: string): Promise<readonly RefusedWish[]> {
  const team = name.split('/')[1];
  const body = team === undefined ? { reviewers: [name] } : { team_reviewers: [team] };
  return await wish({ wish: 'reviewer', name }, api.ask('POST', `pulls/${number}/requested_reviewers`, { body }));
}

/** Has Forgejo merge it once it may be, and says what it refuses. */
async function mergeLater(api: ForgejoApi, pull: Pull): Promise<readonly RefusedWish[]> {
  const repository = await api.ask<Repository>('GET', '');
  const body = {
    Do: repository.default_merge_style ?? 'merge',
    merge_when_checks_succeed: true,
    delete_branch_after_merge: true,
    head_commit_id: pull.head.sha,
  };
  for (let checks = 0; ; checks += 1) {
    const refused = await wish({ wish: 'merges itself' }, api.ask('POST', `pulls/${pull.number}/merge`, { body }));
    if (checks === api.patience.times || !refused.some(({ said }) => /try again later/iu.test(said))) return refused;
    await api.patience.pause();
  }
}

/** Nothing if a wish is granted, also by an earlier try, and what is said otherwise. */
async function wish(
  about: { readonly wish: RefusedWish['wish']; readonly name?: string },
  asked: Promise<unknown>,
): Promise<readonly RefusedWish[]> {
  try {
    await asked;
    return [];
  } catch (error) {
    if (!(error instanceof ForgeSaidNo)) throw error;
    return /already scheduled/iu.test(error.said) ? [] : [{ ...about, said: error.said }];
  }
}

async function edit(
  api: ForgejoApi,
  number: number,
  change: { title?: string; body?: string; isDraft?: boolean },
): Promise<void> {
  const { title, body, isDraft } = change;
  const text = body === undefined ? {} : { body };
  if (title === undefined && isDraft === undefined) {
    if (body !== undefined) await api.ask('PATCH', `pulls/${number}`, { body: text });
    return;
  }
  const shown = await api.ask<Pull>('GET', `pulls/${number}`);
  const marked = markedTitle(title ?? shown.title, isDraft ?? shown.draft === true, forgejoDraft);
  await api.ask('PATCH', `pulls/${number}`, { body: { title: marked, ...text } });
}

async function reopen(api: ForgejoApi, number: number): Promise<void> {
  const pull = await api.ask<Pull>('GET', `pulls/${number}`);
  // Forgejo opens it without its branch, and nobody could merge it.
  if (!hasBranch(pull)) {
    throw new ForgeSaidNo({
      status: 404,
      body: {},
      said: `no branch ${pull.head.label}`,
      doing: `PATCH pulls/${number}`,
    });
  }
  await api.ask('PATCH', `pulls/${number}`, { body: { state: 'open' } });
}
