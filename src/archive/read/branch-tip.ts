import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ArchiveError } from '../../workflow/ports/archive/archive-error.ts';
import type { Address } from '../address.ts';
import { type Git, GitFailed } from '../git/git.ts';
import { remoteName } from '../git/git-environment.ts';
import { listFiles } from './folder-listing.ts';

/** How many commits are fetched each time; older ones follow when a decision is looked for in them. */
const depth = 50;

/** How many missing ADRs are named, and how many existing branches. */
const namedLost = 3;
const namedBranches = 10;

/** Identifies the branch and its repository. */
export interface Wanted {
  /** Undefined for the repository's default branch. */
  readonly branch: string | undefined;
  readonly address: Address;
  /** Folder of the ADRs. */
  readonly folder: string;
}

/** A branch at one moment. */
export interface BranchTip {
  readonly branch: string;
  /** The branch that it will be created from, while it does not exist. */
  readonly madeFrom: string | undefined;
  /**
   * The commit of the branch, or of the one that it will be created from; undefined while the repository has no commit.
   */
  readonly commit: string | undefined;
  /**
   * A branch that was followed before and no longer exists, although HEAD has not moved elsewhere; and its last commit.
   */
  readonly gone: { readonly branch: string; readonly commit: string } | undefined;
}

/** Where the cache keeps each branch as last seen, by name; this also protects its objects from garbage collection. */
const seenRefs = 'refs/gavel/branches';

/** A name that no branch has, used to find out whether a server names its unborn branch. */
const untold = 'gavel-was-not-told';

/** Branches that were seen, with their commits. */
type Seen = ReadonlyMap<string, string>;

/** What the remote has. */
interface Heads {
  readonly commits: ReadonlyMap<string, string>;
  /** The branch that HEAD names, if it exists. */
  readonly standard: string | undefined;
}

/**
 * Asks the remote for the branch's commit, without fetching. Throws ArchiveError, naming the existing branches, when it
 * is unclear which one is meant.
 */
export async function askBranchTip(git: Git, gitFolder: string, wanted: Wanted): Promise<BranchTip> {
  return (await compareHeads(git, gitFolder, wanted)).tip;
}

/** The branch's commit, as the remote says, and the branches that were seen before. */
async function compareHeads(git: Git, gitFolder: string, wanted: Wanted): Promise<{ tip: BranchTip; seen: Seen }> {
  const { commits, standard } = await askHeads(git);
  if (commits.size === 0) {
    const branch = wanted.branch ?? standard ?? (await askUnbornBranch(git, gitFolder, wanted)) ?? 'main';
    return { tip: { branch, madeFrom: undefined, commit: undefined, gone: undefined }, seen: new Map() };
  }
  const isThere = (name: string | undefined) => name !== undefined && commits.has(name);
  const [only, ...others] = commits.keys();
  const seen = await readSeen(git);
  const main = isThere(standard)
    ? standard
    : ([...seen.keys()].find(isThere) ?? (others.length === 0 ? only : undefined));
  const branch = wanted.branch ?? main;
  const source = isThere(branch) ? branch : main;
  if (branch === undefined || source === undefined) throw noBranch(wanted, commits);
  const last = wanted.branch ?? (isThere(standard) ? undefined : [...seen.keys()].find((name) => !isThere(name)));
  const lastCommit = last === undefined || isThere(last) ? undefined : seen.get(last);
  const tip = {
    branch,
    madeFrom: source === branch ? undefined : source,
    commit: commits.get(source),
    gone: last === undefined || lastCommit === undefined ? undefined : { branch: last, commit: lastCommit },
  };
  return { tip, seen };
}

/**
 * Fetches the branch's last commits and their trees into the cache; blobs follow on demand if the remote supports that.
 */
export async function fetchBranchTip(git: Git, gitFolder: string, wanted: Wanted): Promise<BranchTip> {
  const { tip, seen } = await compareHeads(git, gitFolder, wanted);
  if (tip.commit === undefined) return tip;
  const source = tip.madeFrom ?? tip.branch;
  let { commit } = tip;
  if (seen.get(source) !== commit) {
    const refspec = `+refs/heads/${source}:${refOf(source)}`;
    const how = ['--quiet', '--no-tags', '--no-write-fetch-head', `--depth=${depth}`, '--filter=blob:none'];
    await git(['fetch', ...how, remoteName, refspec]);
    // It may have moved since the remote was asked.
    commit = (await readSeen(git)).get(source) ?? commit;
  }
  await refuseLoss(git, wanted, { ...tip, commit });
  if (tip.madeFrom === undefined) await forgetOthers(git, [...seen.keys()], source);
  return { ...tip, commit };
}

/** Remembers a branch that was pushed from the cache, so that it need not be fetched. */
export async function rememberTip(git: Git, branch: string, commit: string): Promise<void> {
  await git(['update-ref', refOf(branch), commit]);
}

async function askHeads(git: Git): Promise<Heads> {
  const commits = new Map<string, string>();
  let standard: string | undefined;
  for (const line of (await git(['ls-remote', '--symref', remoteName, 'HEAD', 'refs/heads/*'])).split('\n')) {
    const [value = '', name = ''] = line.split('\t');
    if (name === 'HEAD' && value.startsWith('ref: refs/heads/')) standard = value.slice('ref: refs/heads/'.length);
    else if (name.startsWith('refs/heads/')) commits.set(name.slice('refs/heads/'.length), value);
  }
  return { commits, standard };
}

/** The branch that HEAD of an empty repository names; undefined when nobody tells it. */
async function askUnbornBranch(git: Git, gitFolder: string, { address }: Wanted): Promise<string | undefined> {
  if (address.transport !== 'local') return askServer(git, gitFolder, address);
  for (const folder of [address.path, join(address.path, '.git')]) {
    try {
      return (await git(['symbolic-ref', '--short', 'HEAD'], { environment: { GIT_DIR: folder } })).trim();
    } catch (error) {
      if (!(error instanceof GitFailed)) throw error;
    }
  }
  return undefined;
}

/** Only a clone can find this out at a server (git 2.31, protocol v2: unborn), and not at every one. */
async function askServer(git: Git, gitFolder: string, { url }: Address): Promise<string | undefined> {
  const clone = join(gitFolder, `unborn-${randomUUID()}`);
  const how = ['--quiet', '--bare', '--no-local', '--no-tags', '--depth=1', '--filter=blob:none', '--template='];
  try {
    await git(['-c', `init.defaultBranch=${untold}`, 'clone', ...how, '--', url, clone]);
    const head = await git(['symbolic-ref', '--short', 'HEAD'], { environment: { GIT_DIR: clone } });
    return head.trim() === untold ? undefined : head.trim();
  } catch (error) {
    // The remote answered a moment ago; if it can't do this now, we do without.
    if (error instanceof GitFailed) return undefined;
    throw error;
  } finally {
    await rm(clone, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Throws ArchiveError when a branch that is gone had ADRs that are missing from the one it would be created from. */
async function refuseLoss(
  git: Git,
  { folder }: Wanted,
  { branch, madeFrom = branch, commit, gone }: BranchTip,
): Promise<void> {
  if (gone === undefined || commit === undefined || (await isPartOf(git, gone.commit, commit))) return;
  const kept = new Set((await listFiles(git, commit, { folder, without: [] })).map(({ name }) => name));
  const lost = (await listFiles(git, gone.commit, { folder, without: [] }))
    .map(({ name }) => name)
    .filter((name) => !kept.has(name));
  // After a squash, its commits are different.
  if (lost.length === 0) return;
  const told = lost.slice(0, namedLost);
  throw new ArchiveError({
    code: 'branch gone',
    ...gone,
    other: madeFrom,
    lost: told,
    more: lost.length - told.length,
  });
}

async function isPartOf(git: Git, commit: string, tip: string): Promise<boolean> {
  try {
    await git(['merge-base', '--is-ancestor', commit, tip]);
    return true;
  } catch (error) {
    if (error instanceof GitFailed) return false;
    throw error;
  }
}

function noBranch({ branch }: Wanted, commits: ReadonlyMap<string, string>): ArchiveError {
  const known = [...commits.keys()].slice(0, namedBranches);
  return new ArchiveError({ code: 'no branch', ...(branch === undefined ? {} : { branch }), known });
}

function refOf(branch: string): string {
  // Without slashes: two successive branches might otherwise have names that git can't store together.
  return `${seenRefs}/${encodeURIComponent(branch)}`;
}

async function readSeen(git: Git): Promise<Seen> {
  const lines = (await git(['for-each-ref', '--format=%(objectname) %(refname)', seenRefs]))
    .split('\n')
    .filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [commit = '', ref = ''] = line.split(' ');
      return [decodeURIComponent(ref.slice(seenRefs.length + 1)), commit] as const;
    }),
  );
}

async function forgetOthers(git: Git, seen: readonly string[], branch: string): Promise<void> {
  for (const other of seen) if (other !== branch) await git(['update-ref', '-d', refOf(other)]);
}
