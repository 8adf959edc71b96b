import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommittedFile } from '../../workflow/ports/archive/make-commit.ts';
import type { Git } from '../git/git.ts';

/** Stands for no content. */
const noId = '0'.repeat(40);

/** Writes a tree into the cache that has these files, and all others of a commit; returns its id. */
export async function writeTree(
  git: Git,
  gitFolder: string,
  base: string | undefined,
  files: readonly CommittedFile[],
): Promise<string> {
  const cacheInfo: string[] = [];
  const gone: string[] = [];
  for (const file of files) {
    const blob = 'content' in file ? await writeBlob(git, file.content) : file.blob;
    if (blob === null) gone.push(file.path);
    else cacheInfo.push('--cacheinfo', `${file.mode},${blob},${file.path}`);
  }

  const index = join(gitFolder, `index-${randomUUID()}`);
  const environment = { GIT_INDEX_FILE: index };
  try {
    await git(['read-tree', base ?? '--empty'], { environment });
    // Not --force-remove, which wants a work tree.
    const input = gone.map((path) => `0 ${noId}\t${path}\0`).join('');
    if (gone.length > 0) await git(['update-index', '-z', '--index-info'], { environment, input });
    // Not --index-info here, which would silently replace a file or link named like the folder.
    if (cacheInfo.length > 0) await git(['update-index', '--add', ...cacheInfo], { environment });
    // --missing-ok: the blobs of all other files have never been fetched.
    return (await git(['write-tree', '--missing-ok'], { environment })).trim();
  } finally {
    await rm(index, { force: true });
    await rm(`${index}.lock`, { force: true });
  }
}

/** Writes a file's content into the cache, and returns git's id of it. */
async function writeBlob(git: Git, content: string): Promise<string> {
  return (await git(['hash-object', '-w', '--no-filters', '--stdin'], { input: content })).trim();
}
