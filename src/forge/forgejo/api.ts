import { type Api, askForge, type Question } from '../ask-forge.ts';
import type { TokenSettings } from '../settings.ts';

/** A user, as far as Gavel reads it. */
interface User {
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

/** Makes one request below the address of a repository, and returns what is answered. */
type Ask = <T>(
  method: Question['method'],
  path: string,
  also?: { readonly query?: Readonly<Record<string, string | number>>; readonly body?: object },
) => Promise<T>;

/** The API of Forgejo and Gitea. */
export interface ForgejoApi {
  readonly place: string;
  readonly owner: string;
  /** Below the repository. An empty path is the repository itself. */
  readonly ask: Ask;
  /** Below the whole forge. */
  readonly askForge: Ask;
}

/** Makes no request yet. */
export function connectForgejo(settings: TokenSettings): ForgejoApi {
  const { token, place } = settings;
  const api: Api = {
    place,
    address: settings.apiUrl ?? `https://${settings.host}/api/v1`,
    identify: async () => ({ name: 'authorization', value: `token ${token}`, secret: token }),
  };
  const askWhole: Ask = async <T>(method: Question['method'], path: string, also: Parameters<Ask>[2] = {}) => {
    const query = Object.entries(also.query ?? {}).map(([name, value]) => [name, String(value)]);
    const { body } = await askForge<T>(api, { method, path, query: new URLSearchParams(query), body: also.body });
    return body;
  };
  const repository = `repos/${encodePath(settings.path)}`;
  const ask: Ask = (method, path, also) => askWhole(method, path === '' ? repository : `${repository}/${path}`, also);
  return { place, owner: settings.path.split('/')[0] ?? '', ask, askForge: askWhole };
}

/** A path of which each part is encoded: Forgejo takes the slashes in the name of a branch as they are. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
