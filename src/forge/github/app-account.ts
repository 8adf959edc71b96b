import { createPrivateKey } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ForgeError } from '../../workflow/ports/forge/forge-error.ts';
import type { Account } from './account.ts';
import { appPermissions, type WishedPermissions, wishedPermissions } from './app-needs.ts';
import { connect, type GitHubApi, type Pace, paceFor } from './connect.ts';
import { isAboutRequest, statusOf } from './failure.ts';
import { type Asked, toForgeError } from './forge-trouble.ts';
import type { AppKey } from './settings.ts';

/** How long getting a token may take. */
const longestMs = 30_000;
/** A token with less time left is not used anymore: git may take minutes. */
const leastTimeLeftMs = 10 * 60_000;
/** GitHub may refuse a token for a moment after it gave it. */
const settlesWithinMs = 5_000;

interface InstallationToken {
  readonly token: string;
  readonly since: number;
  readonly until: number;
}

/** Where an App and its repository are. */
export interface AppPlace {
  readonly apiUrl: string;
  readonly owner: string;
  readonly name: string;
  readonly place: string;
}

/**
 * An account as an App, by its installation on one repository. Its tokens are good for nothing else. They are kept here,
 * because octokit keeps those of all servers together, by the id that an installation has on its server.
 */
export class AppAccount implements Account {
  readonly key = 'app';
  readonly name: string;
  readonly #app: AppKey;
  readonly #at: AppPlace;
  readonly #pace: Pace;
  #installation: number | undefined;
  #wished: WishedPermissions = {};
  #token: InstallationToken | undefined;
  #pending: Promise<InstallationToken> | undefined;

  constructor(app: AppKey, at: AppPlace) {
    this.name = `app ${app.id}`;
    this.#app = app;
    this.#at = at;
    this.#pace = paceFor(at.apiUrl);
  }

  async token(): Promise<string> {
    const known = this.#token;
    if (known !== undefined && known.until - Date.now() > leastTimeLeftMs) return known.token;
    this.#pending ??= this.#call(async (api) => await this.#fetch(api)).finally(() => {
      this.#pending = undefined;
    });
    return (await this.#pending).token;
  }

  async renew(): Promise<boolean> {
    if (this.#token !== undefined && Date.now() - this.#token.since < settlesWithinMs) {
      await delay(1000);
      return true;
    }
    this.#token = undefined;
    this.#installation = undefined;
    return true;
  }

  async checkAccess(): Promise<void> {
    this.#token = undefined;
    this.#installation = undefined;
    await this.token();
  }

  secrets(): readonly string[] {
    return [this.#app.privateKey, ...(this.#token === undefined ? [] : [this.#token.token])];
  }

  async #call<T>(work: (api: GitHubApi) => Promise<T>): Promise<T> {
    const asked: Asked = { place: this.#at.place, doing: 'get token', key: this.key, secrets: this.secrets() };
    if (!isPrivateKey(this.#app.privateKey)) {
      const trouble = { code: 'forge key refused', place: asked.place, key: 'app', said: 'not a private key' } as const;
      throw new ForgeError(trouble);
    }
    const signal = AbortSignal.timeout(longestMs);
    const endsAt = Date.now() + longestMs;
    try {
      const { apiUrl } = this.#at;
      const account = `${this.name} itself`;
      return await work(connect({ apiUrl, account, pace: this.#pace, signal, endsAt, app: this.#app }));
    } catch (error) {
      if (error instanceof ForgeError || !isAboutRequest(error)) throw error;
      throw toForgeError(error, asked);
    }
  }

  async #fetch(api: GitHubApi): Promise<InstallationToken> {
    const known = this.#installation;
    if (known !== undefined) {
      try {
        return await this.#create(api, known);
      } catch (error) {
        // The App was removed, and perhaps installed anew, or was granted other permissions.
        if (![404, 422].includes(statusOf(error) ?? 0)) throw error;
      }
    }
    return await this.#create(api, await this.#find(api));
  }

  async #find(api: GitHubApi): Promise<number> {
    const { owner, name, place } = this.#at;
    try {
      const { data } = await api.rest.apps.getRepoInstallation({ owner, repo: name });
      this.#checkPermissions(data.permissions);
      this.#wished = wishedOf(data.permissions);
      this.#installation = data.id;
      return data.id;
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
      const { data: app } = await api.rest.apps.getAuthenticated();
      throw new ForgeError({
        code: 'app not installed',
        place,
        url: app === null ? undefined : `${app.html_url}/installations/new`,
      });
    }
  }

  #checkPermissions(granted: { readonly [permission: string]: unknown }): void {
    for (const [permission, access] of Object.entries(appPermissions)) {
      const has = granted[permission];
      if (has === access || has === 'admin' || (has === 'write' && access === 'read')) continue;
      throw new ForgeError({
        code: 'permission missing',
        place: this.#at.place,
        permission: `${permission}: ${access}`,
      });
    }
  }

  async #create(api: GitHubApi, installation: number): Promise<InstallationToken> {
    const since = Date.now();
    const { data, headers } = await this.#createNarrow(api, installation);
    // The clock here may be wrong.
    const life = Date.parse(data.expires_at) - Date.parse(headers.date ?? new Date(since).toUTCString());
    this.#token = { token: data.token, since, until: since + life };
    return this.#token;
  }

  async #createNarrow(api: GitHubApi, installation: number) {
    const { apiUrl, owner, name } = this.#at;
    const ask = { installation_id: installation, permissions: { ...appPermissions, ...this.#wished } };
    try {
      return await api.rest.apps.createInstallationAccessToken({ ...ask, repositories: [name] });
    } catch (error) {
      if (statusOf(error) !== 422) throw error;
      // It may have been renamed. GitHub follows its earlier name everywhere but here.
      const { data } = await api.rest.apps.createInstallationAccessToken({
        ...ask,
        permissions: { metadata: 'read' },
      });
      const reader = connect({
        apiUrl,
        account: this.name,
        pace: this.#pace,
        signal: AbortSignal.timeout(longestMs),
        endsAt: Date.now() + longestMs,
      });
      const repository = await reader.rest.repos.get({
        owner,
        repo: name,
        headers: { authorization: `token ${data.token}` },
      });
      return await api.rest.apps.createInstallationAccessToken({
        ...ask,
        repository_ids: [Number(repository.data.id)],
      });
    }
  }
}

/** What the App can do without, as far as it was granted. */
function wishedOf(granted: { readonly [permission: string]: unknown }): WishedPermissions {
  return granted.checks === 'write' ? wishedPermissions : {};
}

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem.replaceAll('\\n', '\n')).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
