import type { ChangedReview, ListedReview, OthersReviews, ToldCheck } from '../../workflow/ports/forge/forge.ts';
import { oneComment } from '../own-comments.ts';
import type { GitHubApi } from './connect.ts';
import type { Connection } from './connection.ts';
import { statusOf } from './failure.ts';
import type { Repository, RepositoryFinder } from './repository.ts';

const perPage = 100;
/** GitHub lists no more files of a pull request than this. */
const mostFilePages = 30;
/** Ours is among the first comments, or else nobody would see it either. */
const mostCommentPages = 10;

/** What is read of a comment to know whose it is. */
interface Written {
  readonly id: number | bigint;
  readonly body?: string | undefined;
  readonly user: { readonly login: string } | null;
  readonly performed_via_github_app?: { readonly id: number | bigint; readonly client_id?: string } | null | undefined;
}

/** The pull requests of others. `appId`: the App's id or client id; undefined for a token. */
export class GitHubOthers implements OthersReviews {
  readonly showsSummaries = true;
  readonly #connection: Connection;
  readonly #finder: RepositoryFinder;
  readonly #appId: string | undefined;
  #login: string | undefined;

  constructor(connection: Connection, finder: RepositoryFinder, appId: string | undefined) {
    this.#connection = connection;
    this.#finder = finder;
    this.#appId = appId;
  }

  async listOpen(most: number): Promise<readonly ListedReview[]> {
    return await this.#connection.call('list pull requests', async (api) => {
      const { owner, repo } = await this.#finder.find(api);
      const found: ListedReview[] = [];
      for (let page = 1; found.length < most; page += 1) {
        const asked = { state: 'open', sort: 'updated', direction: 'desc', per_page: perPage, page } as const;
        const { data } = await api.rest.pulls.list({ owner, repo, ...asked });
        for (const { number, head, title, body } of data)
          found.push({ number, head: head.sha, title, body: body ?? '' });
        if (data.length < perPage) break;
      }
      return found.slice(0, most);
    });
  }

  async read(number: number): Promise<ChangedReview | undefined> {
    return await this.#connection.call('read pull request', async (api) => {
      const { owner, repo } = await this.#finder.find(api);
      const at = { owner, repo, pull_number: number };
      const pull = await unlessGone(async () => (await api.rest.pulls.get(at)).data);
      if (pull === undefined) return undefined;
      const files = await listFiles(api, at);
      return {
        isOpen: pull.state === 'open',
        url: pull.html_url,
        head: pull.head.sha,
        branch: pull.head.repo?.id === pull.base.repo.id ? pull.head.ref : undefined,
        title: pull.title,
        body: pull.body ?? '',
        files: files.flatMap(({ filename, previous_filename: former }) => [filename, ...(former ? [former] : [])]),
        hasMoreFiles: pull.changed_files > files.length,
        showsChecks: true,
      };
    });
  }

  async findComment(number: number, marker: string): Promise<string | undefined> {
    return await this.#connection.call('find comment', (api) => this.#comments(api).findComment(number, marker));
  }

  async postComment(number: number, marker: string, body: string): Promise<string> {
    return await this.#connection.call('comment', (api) => this.#comments(api).postComment(number, marker, body));
  }

  async editComment(number: number, id: string, body: string): Promise<boolean> {
    return await this.#connection.call('edit comment', (api) => this.#comments(api).editComment(number, id, body));
  }

  async removeComment(number: number, id: string): Promise<void> {
    await this.#connection.call('remove comment', (api) => this.#comments(api).removeComment(number, id));
  }

  async tellCheck({ head, name, conclusion, title, summary }: ToldCheck): Promise<void> {
    await this.#connection.call('tell check', async (api) => {
      const { owner, repo } = await this.#finder.find(api);
      const at = { owner, repo };
      const { data } = await api.rest.checks.listForRef({ ...at, ref: head, check_name: name, per_page: perPage });
      const own = data.check_runs.find(({ app }) => app !== null && this.#isApp(app));
      const told = { status: 'completed' as const, conclusion, output: { title, summary } };
      if (own === undefined) await api.rest.checks.create({ ...at, name, head_sha: head, ...told });
      else await api.rest.checks.update({ ...at, check_run_id: Number(own.id), ...told });
    });
  }

  #comments(api: GitHubApi) {
    const at = async () => {
      const { owner, repo } = await this.#finder.find(api);
      return { owner, repo };
    };
    return oneComment({
      list: async (number, marker) => await this.#own(api, await at(), number, marker),
      add: async (number, body) => {
        const { data } = await api.rest.issues.createComment({ ...(await at()), issue_number: number, body });
        return String(data.id);
      },
      editComment: async (_, id, body) => {
        const asked = { ...(await at()), comment_id: Number(id), body };
        return (await unlessGone(() => api.rest.issues.updateComment(asked))) !== undefined;
      },
      removeComment: async (_, id) => {
        const asked = { ...(await at()), comment_id: Number(id) };
        await unlessGone(() => api.rest.issues.deleteComment(asked));
      },
    });
  }

  async #own(
    api: GitHubApi,
    at: Pick<Repository, 'owner' | 'repo'>,
    number: number,
    marker: string,
  ): Promise<string[]> {
    const isOurs = await this.#whose(api);
    const found: string[] = [];
    for (let page = 1; page <= mostCommentPages; page += 1) {
      const { data } = await api.rest.issues.listComments({ ...at, issue_number: number, per_page: perPage, page });
      const ours = data.filter((one) => isOurs({ ...one, user: one.user ?? null }) && one.body?.includes(marker));
      found.push(...ours.map(({ id }) => String(id)));
      if (data.length < perPage) break;
    }
    return found.toSorted((one, other) => Number(one) - Number(other));
  }

  async #whose(api: GitHubApi): Promise<(comment: Written) => boolean> {
    if (this.#appId !== undefined) {
      return ({ performed_via_github_app: app }) => app !== null && app !== undefined && this.#isApp(app);
    }
    this.#login ??= (await api.rest.users.getAuthenticated()).data.login;
    const login = this.#login;
    return ({ user, performed_via_github_app: app }) => !app && user?.login === login;
  }

  #isApp({
    id,
    client_id: clientId,
  }: {
    readonly id: number | bigint;
    readonly client_id?: string | undefined;
  }): boolean {
    return this.#appId !== undefined && [String(id), clientId].includes(this.#appId);
  }
}

type PullFile = { readonly filename: string; readonly previous_filename?: string };

async function listFiles(
  api: GitHubApi,
  at: { readonly owner: string; readonly repo: string; readonly pull_number: number },
): Promise<readonly PullFile[]> {
  const files: PullFile[] = [];
  for (let page = 1; page <= mostFilePages; page += 1) {
    const { data } = await api.rest.pulls.listFiles({ ...at, per_page: perPage, page });
    // Patches are long, and nobody reads them here.
    for (const { filename, previous_filename: former } of data)
      files.push(former === undefined ? { filename } : { filename, previous_filename: former });
    if (data.length < perPage) break;
  }
  return files;
}

async function unlessGone<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (statusOf(error) === 404 || statusOf(error) === 410) return undefined;
    throw error;
  }
}
