import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { longestFile } from '../../workflow/ports/archive/snapshot.ts';
import { type Git, GitFailed } from '../git/git.ts';
import { measureBlobs, readBlobs } from '../read/blobs.ts';

/** Reads texts by git's id of their content: undefined for what is no text, or too long for one that is merged. */
export async function readTexts(
  git: Git,
  ids: readonly (string | undefined)[],
): Promise<(id: string | undefined) => string | undefined> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))];
  const sizes = await measureBlobs(git, wanted);
  const short = wanted.filter((id) => (sizes.get(id) ?? 0) <= longestFile);
  const texts = await readBlobs(git, short, longestFile);
  return (id) => {
    const file = id === undefined ? undefined : texts.get(id);
    return file?.isExact ? file.text : undefined;
  };
}

/** A text with the changes that two others made to it; undefined if both changed the same lines. */
export async function mergeTexts(
  git: Git,
  gitFolder: string,
  [one, base, other]: readonly [string, string, string],
): Promise<string | undefined> {
  if (one === base || one === other) return other;
  if (other === base) return one;
  const name = join(gitFolder, `merge-${randomUUID()}`);
  const paths = [`${name}-one`, `${name}-base`, `${name}-other`] as const;
  try {
    for (const [index, text] of [one, base, other].entries()) await writeFile(paths[index] ?? '', text);
    return await git(['merge-file', '-p', '--quiet', ...paths]);
  } catch (error) {
    // Its exit status is the number of conflicts.
    if (error instanceof GitFailed && error.kind === 'failed') return undefined;
    throw error;
  } finally {
    for (const path of paths) await rm(path, { force: true });
  }
}
