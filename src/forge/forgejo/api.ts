import { type Api, askForge, type Question } from '../ask-forge.ts';
import { type Patience, usualPatience } from '../patience.ts';
import { type TokenSettings, whereIs } from '../settings.ts';

/** A user, as far as Gavel reads it. */
export interface User {
  readonly id: number;
  readonly login: string;
}

/** A repository, as far as Gavel reads it. */
export interface Repository {
  readonly archived: boolean;
  readonly permissions?: { readonly push: boolean };
  readonly has_pull_requests: boolean;
  readonly default_merge_style?: string;
}

/** A branch, as far as Gavel reads it. */
export interface Branch {
  readonly name: string;
  readonly protected: boolean;
  readonly required_approvals: number;
  readonly enable_status_check: boolean;
  readonly user_can_push: boolean;
}

/** What protects branches with a name. It is shown to administrators of the repository. */
export interface BranchProtection {
  /** Gitea before 1.19 has the name of one branch instead. */
  readonly rule_name?: string;
  readonly branch_name?: string;
  readonly enable_push: boolean;
  readonly required_approvals: number;
  readonly enable_status_check: boolean;
  readonly require_signed_commits: boolean;
  readonly protected_file_patterns: string;
  readonly block_on_outdated_branch: boolean;
}

/** A pull request, as far as Gavel reads it. */
export interface Pull {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body: string;
  readonly user: User;
  readonly state: string;
  readonly draft?: boolean;
  readonly merged: boolean;
  readonly mergeable: boolean;
  readonly merged_by?: User | null;
  readonly merge_commit_sha?: string | null;
  readonly updated_at: string;
  readonly labels: readonly Label[] | null;
  /** `label`: the branch. `ref`: the same, or that of the pull request once the branch is gone. */
  readonly head: { readonly label: string; readonly ref: string; readonly sha: string; readonly repo_id: number };
  readonly base: { readonly ref: string; readonly repo_id: number };
}

/** A file that a pull request changes. */
export interface ChangedFile {
  readonly filename: string;
  readonly previous_filename?: string;
}

/** A label of a repository or an organization. */
export interface Label {
  readonly id: number;
  readonly name: string;
}

/** What somebody says of a pull request as a whole. */
export interface PullReview {
  readonly id: number;
  readonly user: User | null;
  readonly state: string;
  readonly body: string;
  readonly stale: boolean;
  readonly official: boolean;
  readonly dismissed: boolean;
  readonly comments_count: number;
  readonly submitted_at: string;
  readonly html_url: string;
}

/** A comment on a pull request, or on a line of it. */
export interface Comment {
  readonly id: number;
  readonly user: User | null;
  readonly body: string;
  readonly created_at: string;
  readonly html_url: string;
}

/** What a request has besides its method and path. */
interface Also {
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: object;
}

/** Forgejo gives at most this many results at once, unless its operator has set another limit. */
export const pageSize = 50;

/** How many pages are read of a list that does not end, unless more are wanted. */
const usualPages = 20;

/** The API of Forgejo and Gitea. */
export interface ForgejoApi {
  readonly place: string;
  readonly patience: Patience;
  /** Makes one request below the repository, and returns what is answered. An empty path is the repository itself. */
  ask<T>(method: Question['method'], path: string, also?: Also): Promise<T>;
  /** Makes one request that is about no repository. */
  askAtTop<T>(method: Question['method'], path: string): Promise<T>;
  /** The pages of a list below the repository, as far as they are wanted. */
  pages<T>(path: string, query?: Also['query'], mostPages?: number): AsyncGenerator<readonly T[]>;
  /** The labels of the organization that owns the repository. */
  organizationLabels(): AsyncGenerator<readonly Label[]>;
}

/** Makes no request yet. */
export function connectForgejo(settings: TokenSettings): ForgejoApi {
  const { token, place } = settings;
  const { address, repository: path } = whereIs(settings, '/api/v1');
  const api: Api = {
    place,
    address,
    identify: async () => ({ name: 'authorization', value: `token ${token}`, secret: token }),
  };
  const repository = `repos/${encodePath(path)}`;
  const owner = path.split('/')[0] ?? '';
  const below = (path: string): string => (path === '' ? repository : `${repository}/${path}`);
  async function ask<T>(method: Question['method'], path: string, { query, body }: Also = {}) {
    return await askForge<T>(api, { method, path, query: queryOf(query), body });
  }
  async function* pages<T>(path: string, query: Also['query'], mostPages = usualPages): AsyncGenerator<readonly T[]> {
    let count = 0;
    for (let page = 1; page <= mostPages; page += 1) {
      const { body, headers } = await ask<readonly T[]>('GET', path, { query: { ...query, limit: pageSize, page } });
      yield body;
      count += body.length;
      if (body.length === 0 || count >= Number(headers.get('x-total-count') ?? Infinity)) return;
    }
  }
  return {
    place,
    patience: settings.patience ?? usualPatience,
    ask: async <T>(method: Question['method'], path: string, also?: Also) =>
      (await ask<T>(method, below(path), also)).body,
    askAtTop: async <T>(method: Question['method'], path: string) => (await ask<T>(method, path)).body,
    pages: (path, query, mostPages) => pages(below(path), query, mostPages),
    organizationLabels: () => pages(`orgs/${encodeURIComponent(owner)}/labels`, undefined),
  };
}

function queryOf(query: Also['query'] = {}): URLSearchParams {
  return new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
}

/** Everything on these pages. */
export async function allOf<T>(pages: AsyncGenerator<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

/** The first things on these pages, and whether there are others. Reads no page more than it has to. */
export async function someOf<T>(
  pages: AsyncGenerator<readonly T[]>,
  most: number,
): Promise<{ readonly items: readonly T[]; readonly hasMore: boolean }> {
  const all: T[] = [];
  for await (const page of pages) {
    all.push(...page);
    if (all.length > most) break;
  }
  return { items: all.slice(0, most), hasMore: all.length > most };
}

/** A path of which each part is encoded: Forgejo takes the slashes in the name of a branch as they are. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
