import type { FileText } from '../../workflow/ports/archive/snapshot.ts';
import { openBatchOutput } from '../git/batch-output.ts';
import { type Git, GitFailed } from '../git/git.ts';
import { remoteName } from '../git/git-environment.ts';

/**
 * The sizes of files in bytes, by git's id of their content. What the cache lacks is fetched with one request to the
 * remote, compressed as it is there, since git tells no size of a file that is not here. Throws GitFailed when the
 * cache still lacks one.
 */
export async function measureBlobs(git: Git, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  await fetchMissing(git, ids);
  const told = await git(['cat-file', '--batch-check', '--buffer'], { input: lines(ids) });
  const sizes = new Map<string, number>();
  for (const line of told.split('\n')) {
    const [id = '', kind, size] = line.split(' ');
    if (kind === 'blob') sizes.set(id, Number(size));
  }
  const lost = ids.find((id) => !sizes.has(id));
  if (lost !== undefined) throw new GitFailed('failed', 'cat-file', `${lost} missing`);
  return sizes;
}

/** The texts of files that have been measured; of a single file with more bytes than `most`, the beginning. */
export async function readBlobs(
  git: Git,
  ids: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, FileText>> {
  if (ids.length === 0) return new Map();
  // The cache may have been recreated since.
  await fetchMissing(git, ids);
  const output = openBatchOutput(most);
  await git(['cat-file', '--batch', '--buffer'], {
    input: lines(ids),
    receive: output.receive,
  });
  const lost = ids.find((id) => !output.texts.has(id));
  if (lost !== undefined) throw new GitFailed('failed', 'cat-file', `${lost} missing`);
  return output.texts;
}

async function fetchMissing(git: Git, ids: readonly string[]): Promise<void> {
  // Not cat-file, which would fetch each missing one by itself; --missing=print keeps git from fetching.
  const look = ['rev-list', '--objects', '--no-object-names', '--no-walk', '--ignore-missing', '--missing=print'];
  const there = new Set((await git([...look, '--stdin'], { input: lines(ids) })).split('\n'));
  const missing = ids.filter((id) => !there.has(id));
  if (missing.length === 0) return;
  // This also makes git fetch what a partial clone lacks: without negotiation, since nothing that is here helps.
  const how = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance', '--recurse-submodules=no'];
  await git(['-c', 'fetch.negotiationAlgorithm=noop', 'fetch', ...how, '--filter=blob:none', remoteName, '--stdin'], {
    input: lines(missing),
  });
}

function lines(ids: readonly string[]): string {
  return ids.map((id) => `${id}\n`).join('');
}
