import type { FileMode } from '../../workflow/ports/archive/make-commit.ts';
import type { Git } from '../git/git.ts';
import { entriesAt, folderMode } from '../read/folder-listing.ts';

/** A file of a commit, by git's id of its content. */
export interface FileVersion {
  readonly mode: FileMode;
  readonly id: string;
}

/** git's id of a folder without files. */
export const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

const literally = { GIT_LITERAL_PATHSPECS: '1' };

/** The paths of the files that differ between two commits, in the whole repository or in a folder of it. */
export async function listDifferences(git: Git, from: string, to: string, folder = ''): Promise<string[]> {
  const inFolder = folder === '' ? [] : ['--', `${folder}/`];
  const how = ['-r', '-z', '--no-renames', '--name-only'];
  const told = await git(['diff-tree', ...how, from, to, ...inFolder], { environment: literally });
  return told.split('\0').filter(Boolean);
}

/** The files of a commit at some paths, by path; those that are not there are left out. */
export async function filesAt(
  git: Git,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, FileVersion>> {
  if (paths.length === 0) return new Map();
  const entries = await entriesAt(git, commit, paths);
  return new Map(
    [...entries].flatMap(([path, { mode, id }]) => (mode === folderMode ? [] : [[path, { mode: toMode(mode), id }]])),
  );
}

/** Old versions of git wrote other permissions, too. */
function toMode(mode: string): FileMode {
  return mode === '100755' || mode === '120000' || mode === '160000' ? mode : '100644';
}
