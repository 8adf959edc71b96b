import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { Dialect, DialectMaker } from '../dialect.ts';
import type { WireLog } from '../server/wire-log.ts';
import type { Courier, WebhookDelivery } from '../webhooks/courier.ts';
import { covers } from '../world/installations.ts';
import { runQueue } from '../world/merging.ts';
import {
  addAccount,
  addRepository,
  archive,
  type NewRepository,
  removeRepository,
  renameBranch,
  renameRepository,
} from '../world/repositories.ts';
import { report } from '../world/reviews.ts';
import {
  type App,
  type Hook,
  type Installation,
  mergeMethods,
  type Protection,
  type Repository,
  type RepositorySettings,
  type Role,
  type Token,
} from '../world/state.ts';
import { ownerOf, type World } from '../world/world.ts';

/** What a branch is to demand. What is left out is not demanded. */
export type NewProtection = Partial<Omit<Protection, 'id'>> & { readonly branch: string };

/** A token to make. Without grants and repositories, it may do what its account may. */
export interface NewToken {
  readonly name?: string;
  readonly grants?: readonly string[];
  /** Paths of repositories. */
  readonly repositories?: readonly string[];
  readonly expiresAt?: Date;
}

/** An App to make. */
export interface NewApp {
  readonly name: string;
  readonly owner?: string;
  readonly grants: readonly string[];
  readonly events: readonly string[];
  /** Where its webhooks go; without it, there are none. */
  readonly webhookUrl?: string;
}

/** A webhook to make. */
export interface NewHook {
  readonly url: string;
  readonly events: readonly string[];
  /** Random by default. */
  readonly secret?: string;
}

const makeKeys = promisify(generateKeyPair);

/** Does what owners and admins of a forge do at its settings pages. Nothing here asks for permission. */
export class Admin {
  readonly #world: World;
  readonly #wire: WireLog;
  readonly #maker: DialectMaker;
  readonly #dialect: Dialect;
  readonly #courier: Courier;

  constructor(parts: { world: World; wire: WireLog; maker: DialectMaker; dialect: Dialect; courier: Courier }) {
    this.#world = parts.world;
    this.#wire = parts.wire;
    this.#maker = parts.maker;
    this.#dialect = parts.dialect;
    this.#courier = parts.courier;
  }

  /** Makes an account for a person, or a bot. */
  createAccount(login: string, kind: 'person' | 'bot' | 'group' = 'person', name?: string): void {
    addAccount(this.#world, login, kind, name);
  }

  /** Makes a repository, with its first files. */
  createRepository(repository: NewRepository): Promise<Repository> {
    return addRepository(this.#world, repository, this.#dialect.procReceiveRefs);
  }

  /** Finds a repository by its path. Throws if there is none. */
  repository(path: string): Repository {
    return this.#world.repositoryOf(path);
  }

  /** Finds a repository by its path; undefined if there is none. */
  findRepository(path: string): Repository | undefined {
    return this.#world.repository(path);
  }

  /** Gives somebody a role in a repository, or takes it away. */
  setRole(path: string, login: string, role: Role | undefined): void {
    addAccount(this.#world, login, 'person');
    const { members } = this.#world.repositoryOf(path);
    if (role === undefined) delete members[login];
    else members[login] = role;
    this.#world.changed();
  }

  /** Changes the settings of a repository. */
  configure(path: string, settings: Partial<RepositorySettings>): void {
    Object.assign(this.#world.repositoryOf(path).settings, settings);
    this.#world.changed();
  }

  /** Protects a branch. By default, changes come by review only, and need no approval. */
  protect(path: string, wanted: NewProtection): Protection {
    const repository = this.#world.repositoryOf(path);
    const protection: Protection = {
      source: 'ruleset',
      push: 'nobody',
      merge: 'writers',
      approvals: 0,
      codeOwners: false,
      dismissesStale: false,
      mergeMethods,
      signatures: false,
      linearHistory: false,
      mergeQueue: false,
      checks: [],
      messagePattern: undefined,
      restrictedPaths: [],
      forcePushes: false,
      deletions: false,
      bypass: [],
      ...wanted,
      id: this.#world.newId(),
    };
    repository.protections.push(protection);
    this.#world.changed();
    return protection;
  }

  /** Takes all protections from a branch. */
  unprotect(path: string, branch: string): void {
    const repository = this.#world.repositoryOf(path);
    repository.protections = repository.protections.filter((each) => each.branch !== branch);
    this.#world.changed();
  }

  /** Gives a repository another path, under the same owner or another. */
  rename(path: string, to: string): void {
    const repository = this.#world.repositoryOf(path);
    renameRepository(this.#world, repository, ownerOf(repository), to);
  }

  /** Renames a branch. */
  async renameBranch(path: string, from: string, to: string): Promise<void> {
    const repository = this.#world.repositoryOf(path);
    await renameBranch(this.#world, repository, ownerOf(repository), from, to);
  }

  /** Makes a repository read-only. */
  archive(path: string): void {
    const repository = this.#world.repositoryOf(path);
    archive(this.#world, repository, ownerOf(repository), true);
  }

  /** Makes an archived repository writable again. */
  unarchive(path: string): void {
    const repository = this.#world.repositoryOf(path);
    archive(this.#world, repository, ownerOf(repository), false);
  }

  /** Deletes a repository. */
  async deleteRepository(path: string): Promise<void> {
    const repository = this.#world.repositoryOf(path);
    await removeRepository(this.#world, repository, ownerOf(repository));
  }

  /** Makes a token for an account. Its `secret` is the password of git and what the API wants. */
  createToken(login: string, wanted: NewToken = {}): Token {
    addAccount(this.#world, login, 'bot');
    const token: Token = {
      id: this.#world.newId(),
      secret: this.#maker.newSecret('person'),
      login,
      name: wanted.name ?? 'token',
      grants: wanted.grants,
      repositories: wanted.repositories?.map((path) => this.#world.repositoryOf(path).id),
      installation: undefined,
      createdAt: this.#world.now(),
      expiresAt: wanted.expiresAt?.toISOString(),
      isRevoked: false,
    };
    this.#world.state.tokens.push(token);
    this.#wire.mask(token.secret);
    this.#world.changed();
    return token;
  }

  /** Revokes a token. */
  revokeToken(secret: string): void {
    this.#token(secret).isRevoked = true;
    this.#world.changed();
  }

  /** Lets a token expire now. */
  expireToken(secret: string): void {
    this.#token(secret).expiresAt = this.#world.now();
    this.#world.changed();
  }

  /** Registers the public ssh key with which somebody signs commits. */
  addSigningKey(login: string, key: string): void {
    this.#world.state.signingKeys.push({ login, key: key.split(' ').slice(0, 2).join(' ') });
    this.#world.changed();
  }

  /** Makes an App, with a new private key. */
  async createApp(wanted: NewApp): Promise<App> {
    const { name, owner = 'team' } = wanted;
    addAccount(this.#world, owner, 'group');
    const { privateKey, publicKey } = await makeKeys('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const bot = `${slug}[bot]`;
    addAccount(this.#world, bot, 'bot', bot);
    const app: App = {
      id: this.#world.newId(),
      clientId: `Iv23${randomBytes(8).toString('hex')}`,
      slug,
      name,
      bot,
      owner,
      privateKey,
      publicKey,
      grants: [...wanted.grants],
      events: [...wanted.events],
      installations: [],
    };
    this.#world.state.apps.push(app);
    if (wanted.webhookUrl !== undefined) {
      this.#addHook(
        { app: app.id },
        { url: wanted.webhookUrl, events: ['installation', 'installation_repositories', ...wanted.events] },
      );
    }
    return app;
  }

  /** Finds an App by its name; undefined if there is none. */
  findApp(name: string): App | undefined {
    return this.#world.state.apps.find((each) => each.name === name);
  }

  /** Installs an App on all repositories of an account, or on some of them. */
  install(app: App, login: string, paths?: readonly string[]): Installation {
    const repositories = paths?.map((path) => this.#world.repositoryOf(path).id);
    const installation: Installation = {
      id: this.#world.newId(),
      login,
      repositories,
      grants: [...app.grants],
      isSuspended: false,
      createdAt: this.#world.now(),
    };
    app.installations.push(installation);
    this.#world.happened({ kind: 'installation', app, installation, by: login, what: 'created' });
    return installation;
  }

  /** Uninstalls an App from an account. Its tokens are worth nothing then. */
  uninstall(app: App, login: string): void {
    const installation = this.#installation(app, login);
    app.installations = app.installations.filter((each) => each !== installation);
    for (const token of this.#world.state.tokens) {
      if (token.installation === installation.id) token.isRevoked = true;
    }
    this.#world.happened({ kind: 'installation', app, installation, by: login, what: 'deleted' });
  }

  /** Suspends an App for an account, or ends that. */
  suspend(app: App, login: string, isSuspended = true): void {
    const installation = this.#installation(app, login);
    installation.isSuspended = isSuspended;
    const what = isSuspended ? 'suspended' : 'unsuspended';
    this.#world.happened({ kind: 'installation', app, installation, by: login, what });
  }

  /** Chooses the repositories that an App may use. */
  chooseRepositories(app: App, login: string, paths: readonly string[]): void {
    const installation = this.#installation(app, login);
    const own = this.#world.state.repositories.filter((each) => ownerOf(each) === login);
    const before = own.filter((each) => covers(installation, each));
    installation.repositories = paths.map((path) => this.#world.repositoryOf(path).id);
    const after = own.filter((each) => covers(installation, each));
    const added = after.filter((each) => !before.includes(each));
    const removed = before.filter((each) => !after.includes(each));
    this.#world.happened({ kind: 'installation-repositories', app, installation, by: login, added, removed });
  }

  /** Grants an installation other permissions than the App asks for, such as before its owner has accepted new ones. */
  grant(app: App, login: string, grants: readonly string[]): void {
    const installation = this.#installation(app, login);
    installation.grants = [...grants];
    this.#world.happened({ kind: 'installation', app, installation, by: login, what: 'accepted' });
  }

  /** Sends the events of a repository to an address. */
  createHook(path: string, wanted: NewHook): Hook {
    return this.#addHook({ repository: this.#world.repositoryOf(path).id }, wanted);
  }

  /** Finds the webhook of an App. Throws if it has none. */
  hookOf(app: App): Hook {
    const hook = this.#world.state.hooks.find(({ of }) => 'app' in of && of.app === app.id);
    if (hook === undefined) throw new Error(`The App ${app.name} has no webhook.`);
    return hook;
  }

  /** Sends the webhooks of an App to another address from now on. */
  deliverTo(app: App, url: string): void {
    this.hookOf(app).url = url;
    this.#world.changed();
  }

  /** All webhooks that were sent, or would have been, oldest first. */
  deliveries(): readonly WebhookDelivery[] {
    return this.#courier.deliveries();
  }

  /** Sends a webhook once more, with the same id. */
  redeliver(delivery: WebhookDelivery): void {
    this.#courier.redeliver(delivery);
  }

  /** Reports the result of a check of a commit. */
  report(path: string, sha: string, name: string, outcome: 'success' | 'failure' | 'pending' = 'success'): void {
    report(this.#world, this.#world.repositoryOf(path), { sha, name, outcome });
  }

  /** Lets the merge queue of a repository do its work. */
  async runMergeQueue(path: string): Promise<void> {
    await runQueue(this.#world, this.#world.repositoryOf(path));
  }

  #addHook(of: Hook['of'], { url, events, secret = randomBytes(20).toString('hex') }: NewHook): Hook {
    const hook: Hook = { id: this.#world.newId(), of, url, secret, events: [...events], isActive: true };
    this.#wire.mask(secret);
    this.#world.state.hooks.push(hook);
    this.#world.changed();
    return hook;
  }

  #token(secret: string): Token {
    const token = this.#world.state.tokens.find((each) => each.secret === secret);
    if (token === undefined) throw new Error('There is no token with this secret.');
    return token;
  }

  #installation(app: App, login: string): Installation {
    const installation = app.installations.find((each) => each.login === login);
    if (installation === undefined) throw new Error(`The App ${app.name} is not installed on ${login}.`);
    return installation;
  }
}
