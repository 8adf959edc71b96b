import type { FileText } from '../workflow/ports/archive.ts';
import { openBatchOutput } from './batch-output.ts';
import { type Git, GitFailed } from './git.ts';
import { remoteName } from './git-environment.ts';

/**
 * The texts of files by git's id of their content. What the cache lacks is fetched with one question to the remote.
 * Throws GitFailed when the cache lacks one even then.
 */
export async function readBlobs(git: Git, ids: readonly string[]): Promise<ReadonlyMap<string, FileText>> {
  if (ids.length === 0) return new Map();
  await fetchMissing(git, ids);
  const output = openBatchOutput();
  await git(['cat-file', '--batch', '--buffer'], { input: lines(ids), receive: output.receive });
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
  // As git itself fetches what a partial clone lacks: no negotiation, since nothing that is here has to do with it.
  const how = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance', '--recurse-submodules=no'];
  await git(['-c', 'fetch.negotiationAlgorithm=noop', 'fetch', ...how, '--filter=blob:none', remoteName, '--stdin'], {
    input: lines(missing),
  });
}

function lines(ids: readonly string[]): string {
  return ids.map((id) => `${id}\n`).join('');
}
