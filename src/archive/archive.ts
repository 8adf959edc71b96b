import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Listed } from '../decision/failure/trouble.ts';
import type { ForgeKind } from '../decision/publication/forge-kind.ts';
import { takeTurns } from '../process/in-turn.ts';
import type { Archive } from '../workflow/ports/archive/archive.ts';
import { ArchiveError } from '../workflow/ports/archive/archive-error.ts';
import type { GitToken } from '../workflow/ports/archive/git-token.ts';
import type { MakeCommit } from '../workflow/ports/archive/make-commit.ts';
import { ForgeError } from '../workflow/ports/forge/forge-error.ts';
import { parseAddress } from './address.ts';
import { openCache } from './git/cache.ts';
import { askCredentials, type Credentials } from './git/credentials.ts';
import { type Git, GitFailed, openGit } from './git/git.ts';
import {
  bareEnvironment,
  type Environment,
  gitEnvironment,
  remoteName,
  type Signing,
  trustFile,
  trustText,
} from './git/git-environment.ts';
import { findOldGit } from './git/git-version.ts';
import { addListed } from './listed-error.ts';
import { findMoved } from './moved.ts';
import { askBranchTip, fetchBranchTip, rememberTip } from './read/branch-tip.ts';
import { findCommit } from './read/find-commit.ts';
import { findGenerated } from './read/find-generated.ts';
import { foldersBelow, normaliseFolder, pathInFolder } from './read/folder-listing.ts';
import { takeSnapshot } from './read/snapshot.ts';
import { openReviews } from './review/review-branches.ts';
import { findTrouble, unknownTrouble } from './trouble.ts';
import { commitUrl, fileUrl, isKnownForge, pathAt } from './write/commit-url.ts';
import { checkChange, writeCommit } from './write/write-commit.ts';

/** Which repository holds the ADRs, and how Gavel accesses it. */
export interface ArchiveSettings {
  /** A path, an https:// or ssh:// URL, or `git@host:path`. */
  repository: string;
  /** Created from the default branch if it does not exist. Default: the remote's default branch. */
  branch?: string | undefined;
  /** Folder of the ADRs, from the root of the repository, usually `docs/decisions`. */
  folder: string;
  /** Folders of the same branch that are archives of their own, from the root of the repository. */
  otherFolders?: readonly string[] | undefined;
  /** For https only; passed to git through its credential interface. */
  token?: GitToken | undefined;
  /** How the file of GAVEL_CONFIG lists it; undefined where environment variables say where it is. */
  listed?: Listed | undefined;
  /** Author and committer of every commit. */
  author: { name: string; email: string };
  /** Signs every commit that git makes. */
  signing?: Signing | undefined;
  /** Makes commits on the forge, which signs them, in place of git. */
  makeCommit?: MakeCommit | undefined;
  /** Which forge it is at, if the operator says so. */
  forgeKind?: ForgeKind | undefined;
  /** Where the bot keeps its own bare, shallow copy; may be deleted at any time. */
  cacheFolder: string;
}

/** The archive in git. Every call throws ArchiveError; calls run one after the other. */
export interface GitArchive extends Archive {
  /**
   * Checks that git is there and new enough, that the remote is reachable, and that it is clear which branch is meant.
   * Returns the branch that does not exist yet, and the one that it will be created from with the next ADR.
   */
  check(): Promise<{ readonly branch: string; readonly madeFrom: string } | undefined>;
}

/** What the machine provides; the defaults are right outside tests. */
export interface Machine {
  /** PATH, HOME, proxies and ssh settings are passed on to git from here. */
  readonly environment?: Environment;
  /** Timeout for one git call in milliseconds, network included. */
  readonly timeout?: number;
}

const defaultTimeout = 120_000;

/** Opens the archive without touching the network. Throws ArchiveError for settings that cannot work. */
export function openArchive(settings: ArchiveSettings, machine: Machine = {}): GitArchive {
  const { listed, signing, forgeKind } = settings;
  const address = parseAddress(settings.repository);
  const folder = normaliseFolder(settings.folder);
  const without = foldersBelow(folder, (settings.otherFolders ?? []).map(normaliseFolder));
  const { environment = process.env, timeout = defaultTimeout } = machine;
  const wanted = { branch: settings.branch || undefined, address, folder };
  const place = isKnownForge(address) ? address.place.toLowerCase() : address.place;
  const id = `${place}#${wanted.branch ?? 'HEAD'}:${folder}`;
  const cache = openCache(resolve(settings.cacheFolder), id);
  const { author, makeCommit } = settings;
  const committing = { folder, author, signing, makeCommit, place: address.place };
  const inTurn = takeTurns();
  const toTold = (error: unknown) => addListed(toArchiveError(error, address.place), listed);
  /** Known without asking once the branch has been fetched. */
  let branchName = wanted.branch;
  let movedTo: string | undefined;

  /** Git on a cache that exists, even if somebody deleted it a moment ago. */
  async function readyGit(credentials: Credentials | undefined): Promise<{ git: Git; gitFolder: string }> {
    const gitFolder = await cache.claim();
    const git = openGit({
      environment: gitEnvironment(address, { credentials, signing }, gitFolder, environment),
      timeout,
      secrets: credentials ? [credentials.password] : [],
      hear: (said) => {
        movedTo = findMoved(said, address) ?? movedTo;
      },
    });
    if (address.transport === 'local') await writeFile(trustFile(gitFolder), trustText(address, environment));
    if (!existsSync(join(gitFolder, 'HEAD'))) {
      await git(['init', '--quiet', '--bare', '--template=', '--object-format=sha1', '--initial-branch=main']);
    }
    return { git, gitFolder };
  }

  /** Checked before the cache is created, since an old git might not know the options for that. */
  async function refuseOldGit(): Promise<void> {
    const git = openGit({ environment: bareEnvironment(environment), timeout, secrets: [] });
    const version = await git(['--version']).catch((error: unknown) => Promise.reject(toTold(error)));
    const tooOld = findOldGit(version, signing);
    if (tooOld) throw new ArchiveError(tooOld);
  }

  async function askLogin(refused?: string): Promise<Credentials | undefined> {
    try {
      return await askCredentials(address, settings.token, refused);
    } catch (error) {
      throw error instanceof ForgeError ? withoutToken(error, address.place) : error;
    }
  }

  /** Tries a piece of work again when the remote did not take the token, and there is somebody to ask for one. */
  async function withToken<T>(attempt: (credentials: Credentials | undefined) => Promise<T>): Promise<T> {
    const credentials = await askLogin();
    try {
      return await attempt(credentials);
    } catch (error) {
      const canAsk = typeof settings.token === 'function' && credentials !== undefined;
      if (!canAsk || !isNotAuthorized(error, address.place)) throw error;
      return await attempt(await askLogin(credentials.password));
    }
  }

  /** Does a piece of work in turn; when git fails for no known reason, tries once more with a new cache. */
  function work<T>(step: (git: Git, gitFolder: string) => Promise<T>): Promise<T> {
    const attempt = (isNew: boolean) =>
      withToken(async (credentials) => {
        const { git, gitFolder } = await readyGit(credentials);
        if (isNew) await fetchBranchTip(git, gitFolder, wanted);
        return step(git, gitFolder);
      });
    return inTurn(async () => {
      try {
        return await attempt(false);
      } catch (error) {
        if (!(error instanceof GitFailed) || findTrouble(error, address.place)) throw toTold(error);
      }
      try {
        await cache.discard();
        return await attempt(true);
      } catch (error) {
        throw toTold(error);
      }
    });
  }

  return {
    id,
    label: address.place,
    signs: signing !== undefined || makeCommit !== undefined,
    folder,
    listed,
    movedTo: () => movedTo,
    ...openReviews(work, { ...committing, address, without }),
    addressOf: (commit) => commitUrl(address, commit, forgeKind),
    addressOfFile: (name, branch = branchName) =>
      branch && fileUrl(address, branch, pathInFolder(folder, name), forgeKind),

    fileAt: (url) => {
      const path = pathAt(address, url, branchName, forgeKind);
      const start = pathInFolder(folder, '');
      return path?.startsWith(start) ? path.slice(start.length) : undefined;
    },

    async check() {
      await refuseOldGit();
      const { branch, madeFrom } = await work((git, gitFolder) => askBranchTip(git, gitFolder, wanted));
      return madeFrom === undefined ? undefined : { branch, madeFrom };
    },

    fetch: () =>
      work(async (git, gitFolder) => {
        const tip = await fetchBranchTip(git, gitFolder, wanted);
        branchName = tip.madeFrom ?? tip.branch;
        return takeSnapshot(git, work, tip, { folder, without });
      }),

    async find(decisionId, since, on) {
      const { commit } = on;
      if (commit === undefined) return undefined;
      const found = await work((git, gitFolder) =>
        findCommit(git, { decisionId, since, gitFolder, folder }, { ...on, commit }),
      );
      return found && { ...found, url: commitUrl(address, found.commit, forgeKind) };
    },

    async findGenerated(on) {
      const { commit } = on;
      if (commit === undefined) return [];
      return work((git, gitFolder) => findGenerated(git, { gitFolder, folder }, { ...on, commit }));
    },

    async commit(change, on) {
      checkChange(change, folder);
      return work(async (git, gitFolder) => {
        const commit = await writeCommit(git, { ...committing, gitFolder }, change, on.commit);
        // The lease: nothing is pushed unless the branch is still exactly where the snapshot was taken.
        const isThere = on.commit !== undefined && on.madeFrom === undefined;
        const lease = `--force-with-lease=refs/heads/${on.branch}:${isThere ? on.commit : ''}`;
        await git(['push', '--quiet', lease, remoteName, `${commit}:refs/heads/${on.branch}`]);
        await rememberTip(git, on.branch, commit);
        const path = pathInFolder(folder, change.files[0]?.name ?? '');
        return { commit, path, url: commitUrl(address, commit, forgeKind) };
      });
    },
  };
}

function toArchiveError(error: unknown, place: string): unknown {
  return error instanceof GitFailed ? (findTrouble(error, place) ?? unknownTrouble(error, place)) : error;
}

function isNotAuthorized(error: unknown, place: string): boolean {
  const found = error instanceof GitFailed ? findTrouble(error, place) : undefined;
  return found instanceof ArchiveError && found.trouble.code === 'not authorized';
}

/** The forge gave no token. Its own trouble is the cause, for those who know what to say about it. */
function withoutToken(error: ForgeError, place: string): ArchiveError {
  const { code: forgeCode, place: _, ...facts } = error.trouble;
  const said = [forgeCode, ...Object.values(facts)].join(' / ');
  const code = forgeCode === 'forge unreachable' ? 'unreachable' : 'not authorized';
  return new ArchiveError({ code, place, said }, { cause: error });
}
