import { ArchiveError } from '../workflow/archive-error.ts';
import type { Git } from './git.ts';

/** One file directly inside the archive's folder. */
export interface Entry {
  readonly name: string;
  /** As git writes it: 100644, 100755, or 120000 for a link. */
  readonly mode: string;
  readonly blob: string;
}

/** The folder as git needs it: `docs/decisions`, or '' for the top. Throws ArchiveError when it leads out of the repository. */
export function normaliseFolder(folder: string): string {
  const parts = folder.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.some((part) => part === '..' || part.toLowerCase() === '.git' || /\p{Cc}|\\/u.test(part))) {
    throw new ArchiveError(
      'refused',
      `ADR_FOLDER is ${JSON.stringify(folder)}. Give a folder inside the repository, such as docs/decisions.`,
    );
  }
  return parts.join('/');
}

/** The path of a file of the archive from the top of the repository. */
export function pathInFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Lists the files directly inside the folder, by name; none when the folder does not exist. */
export async function listFolder(git: Git, commit: string, folder: string): Promise<Entry[]> {
  const start = pathInFolder(folder, '');
  const listing = await git(['ls-tree', '-z', '--full-tree', commit, ...(folder === '' ? [] : ['--', start])]);
  return listing.split('\0').flatMap((line) => {
    const [about = '', path = ''] = line.split('\t', 2);
    const [mode = '', kind, blob = ''] = about.split(' ');
    return kind === 'blob' && path.startsWith(start) ? [{ name: path.slice(start.length), mode, blob }] : [];
  });
}
