import type { RefusedWish, ReviewRequest } from '../../workflow/ports/forge/forge.ts';
import { oneLine } from '../said.ts';
import type { GitHubApi } from './connect.ts';
import { isAboutRequest, readFailure } from './failure.ts';
import type { MergeMethod, Repository } from './repository.ts';

const longestTitle = 256;

/** A title as GitHub takes it. */
export function fitTitle(title: string): string {
  return title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1).toWellFormed()}…`;
}

/** A pull request that is open now. */
export interface OpenPull {
  readonly number: number;
  readonly node_id: string;
}

/** The newest pull request of a branch of the repository itself. */
export async function findPull(
  api: GitHubApi,
  { owner, repo }: Repository,
  branch: string,
  state: 'open' | 'all',
): Promise<OpenPull | undefined> {
  const { data } = await api.rest.pulls.list({
    owner,
    repo,
    head: `${owner}:${branch}`,
    state,
    sort: 'created',
    direction: 'desc',
  });
  // A fork of the same owner may have a branch of this name.
  return data.find(({ head, base }) => head.ref === branch && head.repo?.id === base.repo.id);
}

/** What came of opening a pull request. */
export interface CreatedPull {
  readonly pull: OpenPull;
  readonly refused: readonly RefusedWish[];
}

/** Opens a pull request. If one is open for the branch, it is that one. */
export async function createPull(api: GitHubApi, at: Repository, request: ReviewRequest): Promise<CreatedPull> {
  const { owner, repo } = at;
  const create = async (draft: boolean) => {
    const { branch, into, title, body } = request;
    const { data } = await api.rest.pulls.create({
      owner,
      repo,
      head: branch,
      base: into,
      title: fitTitle(title),
      body,
      draft,
    });
    return data;
  };
  try {
    return { pull: await create(request.isDraft), refused: [] };
  } catch (error) {
    const { status, said } = readFailure(error);
    if (status !== 422) throw error;
    const open = /already exists/iu.test(said) ? await findPull(api, at, request.branch, 'open') : undefined;
    if (open !== undefined) return { pull: open, refused: [] };
    // Some plans have no drafts for private repositories.
    if (!request.isDraft || !/draft/iu.test(said)) throw error;
    return { pull: await create(false), refused: [{ wish: 'draft', said: oneLine(said, []) }] };
  }
}

/** Grants the wishes for an open review that GitHub takes, one by one where it does not take them together. */
export async function grantWishes(
  api: GitHubApi,
  { owner, repo, mergeMethods }: Repository,
  pull: OpenPull,
  request: ReviewRequest,
): Promise<readonly RefusedWish[]> {
  const labels = await tryEach(request.labels, 'label', (names) =>
    api.rest.issues.addLabels({ owner, repo, issue_number: pull.number, labels: [...names] }),
  );
  const reviewers = await tryEach(request.reviewers, 'reviewer', (names) =>
    api.rest.pulls.requestReviewers({ owner, repo, pull_number: pull.number, ...splitTeams(names) }),
  );
  const merges = request.mergesItself ? await tryOne('merges itself', () => enableMerge(api, pull, mergeMethods)) : [];
  return [...labels, ...reviewers, ...merges];
}

/** `org/team` is a team, and the rest are people. */
function splitTeams(names: readonly string[]) {
  return {
    reviewers: names.filter((name) => !name.includes('/')),
    team_reviewers: names.filter((name) => name.includes('/')).map((name) => name.slice(name.indexOf('/') + 1)),
  };
}

async function enableMerge(api: GitHubApi, pull: OpenPull, [method]: readonly MergeMethod[]): Promise<void> {
  await api.graphql(
    `mutation EnableAutoMerge($id: ID!, $by: PullRequestMergeMethod) {
      enablePullRequestAutoMerge(input: { pullRequestId: $id, mergeMethod: $by }) { clientMutationId }
    }`,
    { id: pull.node_id, by: method ?? 'MERGE' },
  );
}

async function tryEach(
  names: readonly string[],
  wish: RefusedWish['wish'],
  ask: (names: readonly string[]) => Promise<unknown>,
): Promise<readonly RefusedWish[]> {
  if (names.length === 0) return [];
  const refused = await tryOne(wish, () => ask(names));
  const [only] = names;
  if (refused.length === 0) return [];
  if (names.length === 1 && only !== undefined) return refused.map((one) => ({ ...one, name: only }));
  const apart: RefusedWish[] = [];
  for (const name of names) apart.push(...(await tryEach([name], wish, ask)));
  return apart;
}

/** The review is open: a failure now must not look as if it weren't. */
async function tryOne(wish: RefusedWish['wish'], ask: () => Promise<unknown>): Promise<readonly RefusedWish[]> {
  try {
    await ask();
    return [];
  } catch (error) {
    if (!isAboutRequest(error)) throw error;
    return [{ wish, said: oneLine(readFailure(error).said, []) }];
  }
}
