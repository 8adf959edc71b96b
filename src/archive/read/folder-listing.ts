import { ArchiveError } from '../../workflow/ports/archive/archive-error.ts';
import type { Git } from '../git/git.ts';

/** An entry directly inside a folder of the repository. */
export interface Entry {
  readonly name: string;
  /** As git writes it: 100644 and 100755 are files, 120000 links, 040000 folders, 160000 submodules. */
  readonly mode: string;
  /** Git's id of the content. */
  readonly id: string;
}

/**
 * The folder as git needs it: `docs/decisions`, or '' for the root. Throws ArchiveError when it leads out of the
 * repository.
 */
export function normaliseFolder(folder: string): string {
  const parts = folder.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.some((part) => part === '..' || part.toLowerCase() === '.git' || /\p{Cc}|\\/u.test(part))) {
    throw new ArchiveError({ code: 'unusable folder', folder });
  }
  return parts.join('/');
}

/** The path of a file of the archive, from the root of the repository. */
export function pathInFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Whether it is a file, and neither a link nor a submodule. */
export function isRegularFile(mode: string): boolean {
  return mode === '100644' || mode === '100755';
}

/** How many bytes of a folder's listing are read: some 300,000 files. */
const longestListing = 32 * 1024 * 1024;

/** A folder with more files than can be listed. */
export class TooManyFiles extends ArchiveError {
  constructor(folder: string) {
    super({ code: 'too many files', folder, megabytes: longestListing / 1024 ** 2 });
  }
}

/**
 * Lists everything directly inside the folder, by name, including folders and submodules; empty when it does not exist.
 * Throws TooManyFiles.
 */
export async function listFolder(git: Git, commit: string, folder: string): Promise<Entry[]> {
  const start = pathInFolder(folder, '');
  const chunks: Buffer[] = [];
  let size = 0;
  await git(['ls-tree', '-z', '--full-tree', commit, ...(folder === '' ? [] : ['--', start])], {
    receive: (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
      return size > longestListing ? 'enough' : undefined;
    },
  });
  if (size > longestListing) throw new TooManyFiles(folder);
  const listing = Buffer.concat(chunks).toString('utf8');
  return listing.split('\0').flatMap((line) => {
    const tab = line.indexOf('\t'); // the name may hold another
    const [mode = '', , id = ''] = line.slice(0, tab).split(' ');
    const path = line.slice(tab + 1);
    return tab > 0 && path.startsWith(start) ? [{ name: path.slice(start.length), mode, id }] : [];
  });
}
