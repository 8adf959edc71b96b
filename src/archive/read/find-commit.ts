import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublishedBefore } from '../../workflow/ports/archive/archive.ts';
import type { Snapshot } from '../../workflow/ports/archive/snapshot.ts';
import { type Git, GitFailed } from '../git/git.ts';
import { remoteName } from '../git/git-environment.ts';
import { refOf } from '../git/ref-of.ts';
import { decisionTrailer } from '../write/write-commit.ts';
import { pathInFolder } from './folder-listing.ts';

/** Where to look for a commit. */
export interface Search {
  readonly decisionId: string;
  /** Nothing older contains it. */
  readonly since: Date;
  readonly gitFolder: string;
  readonly folder: string;
}

/** The latest commit up to a snapshot that published a decision, however many came after it. */
export async function findCommit(
  git: Git,
  search: Search,
  snapshot: Snapshot & { readonly commit: string },
): Promise<Omit<PublishedBefore, 'url'> | undefined> {
  await reachBack(git, search, snapshot);
  const line = `${decisionTrailer}: ${search.decisionId}`;
  const how = ['-z', '--no-show-signature', '--fixed-strings', `--grep=${line}`, '--format=%H %at%n%B'];
  for (const found of (await git(['log', ...how, snapshot.commit, '--'])).split('\0')) {
    const [head = '', ...message] = found.split(/\r?\n/u);
    // Also finds several commits squashed into one, where only the last has its trailer at the end.
    if (!message.includes(line)) continue;
    const [commit = '', at] = head.split(' ');
    const added = await listAdded(git, search, commit, snapshot);
    // A message that somebody reused for something else.
    if (added.length > 0) return { commit, at: new Date(Number(at) * 1_000), added };
  }
  return undefined;
}

/** Fetches the commits since a given time, without their files, if the cache does not reach back that far. */
async function reachBack(
  git: Git,
  { since, gitFolder }: Search,
  { branch, madeFrom = branch, commit }: Snapshot & { readonly commit: string },
): Promise<void> {
  const cut = await readCutOff(gitFolder);
  if (cut.size === 0) return;
  const ends = (await git(['log', '--max-parents=0', '--format=%H %ct', commit, '--'])).split('\n').filter(Boolean);
  const isCutLater = ends.some((end) => {
    const [id = '', at] = end.split(' ');
    return cut.has(id) && Number(at) * 1_000 > since.getTime();
  });
  if (isCutLater) await deepen(git, `--shallow-since=${since.toISOString()}`, madeFrom);
}

/** The commits whose parents the cache does not have (git: the file `shallow`). */
export async function readCutOff(gitFolder: string): Promise<ReadonlySet<string>> {
  const text = await readFile(join(gitFolder, 'shallow'), 'utf8').catch(() => '');
  return new Set(text.split('\n').filter(Boolean));
}

/** Does without what the remote can't do: the last commits are there. */
async function deepen(git: Git, how: string, branch: string): Promise<void> {
  const quietly = ['--quiet', '--no-tags', '--no-write-fetch-head', '--filter=tree:0'];
  try {
    await git(['fetch', ...quietly, how, remoteName, refOf(branch)]);
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
  }
}

/** The files of the folder that a commit added, by their current names. */
async function listAdded(
  git: Git,
  { gitFolder, folder }: Search,
  commit: string,
  { branch, madeFrom = branch, files, commit: tip }: Snapshot & { readonly commit: string },
): Promise<string[]> {
  if ((await readCutOff(gitFolder)).has(commit)) await deepen(git, '--deepen=1', madeFrom);
  const start = pathInFolder(folder, '');
  const inFolder = folder === '' ? [] : ['--', start];
  const diff = async (...args: readonly string[]) => {
    const environment = { GIT_LITERAL_PATHSPECS: '1' };
    return (await git(['diff-tree', '-r', '-z', ...args, ...inFolder], { environment })).split('\0');
  };
  const toName = (path: string) => path.slice(start.length);
  const how = ['--root', '--no-commit-id', '--no-renames', '--diff-merges=first-parent', '--diff-filter=A'];
  const added = (await diff(...how, '--name-only', commit)).map(toName).filter(Boolean);
  if (added.every((name) => files.has(name))) return added;

  const renames = await diff('--find-renames', '--diff-filter=R', '--name-status', commit, tip);
  const present = new Map<string, string>();
  // Three fields each: similarity, the old path, the new one.
  for (let at = 0; at + 2 < renames.length; at += 3)
    present.set(toName(renames[at + 1] ?? ''), toName(renames[at + 2] ?? ''));
  return added.map((name) => (files.has(name) ? name : (present.get(name) ?? name)));
}
