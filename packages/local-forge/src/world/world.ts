import { createHmac, timingSafeEqual } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Changes } from '@gavel/local-server/changes.ts';
import type { Clock } from '@gavel/local-server/clock.ts';
import { BareRepository } from '../git/bare-repository.ts';
import type { CommitFacts, Signature } from '../git/commit.ts';
import { GitFailure } from '../git/run-git.ts';
import type { Customs } from './customs.ts';
import type { Happening } from './happening.ts';
import { Refused } from './refusal.ts';
import { type Account, type ForgeState, type Repository, type Role, roles, type Token } from './state.ts';

/** Who asks for something, and with which token; a person at the page needs none. */
export interface Caller {
  readonly account: Account;
  readonly token: Token | undefined;
}

/** What is in the forge, and who is told about what happens to it. */
export class World {
  readonly #opened = new Map<number, BareRepository>();
  readonly state: ForgeState;
  readonly clock: Clock;
  readonly folder: string;
  readonly customs: Customs;
  readonly #changes: Changes;
  readonly #failed: (error: unknown) => void;
  readonly #work = new Map<number, Promise<unknown>>();
  readonly #background = new Set<Promise<void>>();
  readonly #listeners = new Set<(happening: Happening) => void>();

  constructor(parts: {
    state: ForgeState;
    clock: Clock;
    folder: string;
    changes: Changes;
    customs: Customs;
    failed: (error: unknown) => void;
  }) {
    this.state = parts.state;
    this.clock = parts.clock;
    this.folder = parts.folder;
    this.customs = parts.customs;
    this.#changes = parts.changes;
    this.#failed = parts.failed;
  }

  /** The current time, as it is kept in the state. */
  now(): string {
    return this.clock.now().toISOString();
  }

  /** A new id. Ids are never used again, and say nothing about what they are of. */
  newId(): number {
    this.state.nextId += 1;
    return this.state.nextId;
  }

  /** Calls the listener for everything that happens. */
  onHappening(listener: (happening: Happening) => void): void {
    this.#listeners.add(listener);
  }

  /** Tells everybody that something happened. */
  happened(happening: Happening): void {
    for (const listener of this.#listeners) listener(happening);
    this.changed();
  }

  /** To be called after a change that is nobody's webhook. */
  changed(): void {
    this.#changes.announce();
  }

  /** Does one thing after the other in a repository. The work must not ask for the same repository again. */
  async exclusively<T>(repository: Repository, work: () => Promise<T>): Promise<T> {
    const before = this.#work.get(repository.id) ?? Promise.resolve();
    const result = before.then(work);
    this.#work.set(
      repository.id,
      result.catch(() => {}),
    );
    return await result;
  }

  /** Does something that nobody waits for. What the forge refuses then is nobody's error. */
  inBackground(work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => {
        if (!(error instanceof Refused)) this.#failed(error);
      })
      .finally(() => {
        this.#background.delete(running);
        this.changed();
      });
    this.#background.add(running);
  }

  /** Whether nothing is done in the background. */
  get isIdle(): boolean {
    return this.#background.size === 0;
  }

  /** The git side of a repository. */
  git(repository: Repository): BareRepository {
    const known = this.#opened.get(repository.id);
    if (known !== undefined) return known;
    const opened = new BareRepository(join(this.folder, 'repositories', `${repository.id}.git`));
    this.#opened.set(repository.id, opened);
    return opened;
  }

  /** Finds an account; undefined if there is none. Logins are not case-sensitive. */
  account(login: string): Account | undefined {
    return this.state.accounts.find((each) => each.login.toLowerCase() === login.toLowerCase());
  }

  /** Finds an account that is known to exist. Throws if there is none. */
  accountOf(login: string): Account {
    const account = this.account(login);
    if (account === undefined) {
      throw new Error(
        `There is no account "${login}"; there are ${this.state.accounts.map((each) => each.login).join(', ')}.`,
      );
    }
    return account;
  }

  /** Finds a repository by its current path; undefined if there is none. Paths are not case-sensitive. */
  repository(path: string): Repository | undefined {
    return this.state.repositories.find((each) => each.path.toLowerCase() === path.toLowerCase());
  }

  /** Finds a repository that is known to exist. Throws if there is none. */
  repositoryOf(path: string): Repository {
    const repository = this.repository(path);
    if (repository === undefined) {
      const paths = this.state.repositories.map((each) => each.path).join(', ');
      throw new Error(`There is no repository "${path}"; there are ${paths === '' ? 'none' : paths}.`);
    }
    return repository;
  }

  /** Finds the repository that had this path before it was renamed; undefined if none had. */
  renamed(path: string): Repository | undefined {
    return this.state.repositories.find((each) =>
      each.formerPaths.some((former) => former.toLowerCase() === path.toLowerCase()),
    );
  }

  /** Finds a repository by its id. */
  repositoryById(id: number): Repository | undefined {
    return this.state.repositories.find((each) => each.id === id);
  }

  /** What an account may do in a repository; undefined if it may not even see it. */
  roleOf(login: string | undefined, repository: Repository): Role | undefined {
    const own = login === undefined ? undefined : repository.members[login];
    if (login !== undefined && ownerOf(repository) === login) return 'admin';
    const installed = this.state.apps
      .filter(({ bot }) => bot === login)
      .flatMap(({ installations }) => installations)
      .find((each) => each.login === ownerOf(repository) && (each.repositories?.includes(repository.id) ?? true));
    if (installed !== undefined && !installed.isSuspended) {
      return installed.grants.includes('contents:write') ? 'write' : 'read';
    }
    return own ?? (repository.isPrivate ? undefined : 'read');
  }

  /** Whether an account has at least this role. */
  hasRole(login: string | undefined, repository: Repository, least: Role): boolean {
    const role = this.roleOf(login, repository);
    return role !== undefined && roles.indexOf(role) >= roles.indexOf(least);
  }

  /** The caller that a secret stands for; undefined if it is unknown, expired or revoked. */
  callerWith(secret: string): Caller | undefined {
    const token = this.state.tokens.find((each) => each.secret === secret);
    if (token === undefined || !this.isValid(token)) return undefined;
    const account = this.account(token.login);
    return account === undefined ? undefined : { account, token };
  }

  /** Whether a token can be used now. */
  isValid(token: Token): boolean {
    return !token.isRevoked && (token.expiresAt === undefined || token.expiresAt > this.now());
  }

  /** Who an account is in git, now. */
  signatureOf(login: string): Signature {
    const { name, email } = this.accountOf(login);
    return { name, email, at: this.clock.now() };
  }

  /** Signs the text of a commit for the forge itself. Nobody else can. */
  sign(payload: string): string {
    const mac = createHmac('sha256', this.state.signingSecret).update(payload).digest('base64');
    return `-----BEGIN PGP SIGNATURE-----\n\n${mac}\n-----END PGP SIGNATURE-----`;
  }

  /** Whether a commit has a signature of the forge, or one by a key that an account has registered. */
  async isVerified(git: BareRepository, commit: CommitFacts): Promise<boolean> {
    if (commit.signed === undefined) return false;
    const { signature, payload } = commit.signed;
    const own = Buffer.from(this.sign(payload));
    const given = Buffer.from(signature.trimEnd());
    if (own.length === given.length && timingSafeEqual(own, given)) return true;
    const signers = join(this.folder, 'signers');
    const lines = this.state.signingKeys.map(({ login, key }) => `${this.accountOf(login).email} ${key}\n`);
    await writeFile(signers, lines.join(''));
    try {
      await git.text('-c', `gpg.ssh.allowedSignersFile=${signers}`, 'verify-commit', commit.sha);
      return true;
    } catch (error) {
      if (error instanceof GitFailure) return false;
      throw error;
    }
  }
}

/** The login of a repository's owner. */
export function ownerOf({ path }: Repository): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** The name of a repository without its owner. */
export function nameOf({ path }: Repository): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
