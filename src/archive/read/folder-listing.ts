import { posix } from 'node:path';
import { formatOf, isMarkdown } from '@gavel/adr/name/adr-path.ts';
import { ArchiveError } from '../../workflow/ports/archive/archive-error.ts';
import type { Git } from '../git/git.ts';

/** An entry of a folder of the repository. */
export interface Entry {
  /** Its path from the folder. */
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

/** The path of a file of the archive, or of one above its folder (`../README.md`), from the root of the repository. */
export function pathInFolder(folder: string, name: string): string {
  if (name.startsWith('../')) return posix.join(folder, name);
  return folder === '' ? name : `${folder}/${name}`;
}

/** Which of some folders are below another one, by their paths from it. */
export function foldersBelow(folder: string, others: readonly string[]): string[] {
  const start = pathInFolder(folder, '');
  return others.flatMap((other) => (other !== folder && other.startsWith(start) ? [other.slice(start.length)] : []));
}

/** A folder, without some of those below it. */
export interface ListedFolder {
  readonly folder: string;
  /** By their paths from it. */
  readonly without: readonly string[];
}

/** The mode of a folder. */
export const folderMode = '040000';

/** What is at some paths of a commit, by path; those where nothing is are left out. */
export async function entriesAt(
  git: Git,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Pick<Entry, 'mode' | 'id'>>> {
  const literally = { GIT_LITERAL_PATHSPECS: '1' };
  const told = await git(['ls-tree', '-z', '--full-tree', commit, '--', ...paths], { environment: literally });
  return new Map(
    told.split('\0').flatMap((line) => {
      const tab = line.indexOf('\t');
      const [mode = '', , id = ''] = line.slice(0, tab).split(' ');
      return tab > 0 ? [[line.slice(tab + 1), { mode, id }] as const] : [];
    }),
  );
}

/** Whether it is a file, and neither a link nor a submodule. */
export function isRegularFile(mode: string): boolean {
  return mode === '100644' || mode === '100755';
}

/** How many characters of a folder's listing are kept: some 300,000 files. */
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
export function listFolder(git: Git, commit: string, folder: string): Promise<Entry[]> {
  return list(git, commit, folder, { how: [], isKept: () => true });
}

/**
 * Lists the files that an archive may be made of, by their paths from its folder: all that are directly inside, and the
 * ones in a format that ADRs have at any depth. Only the trees below the folder are needed. Throws TooManyFiles.
 */
export function listFiles(git: Git, commit: string, { folder, without }: ListedFolder): Promise<Entry[]> {
  const isKept = (path: string) =>
    !path.includes('/') ||
    ((isMarkdown(path) || formatOf(path) !== undefined) && !without.some((other) => path.startsWith(`${other}/`)));
  return list(git, commit, folder, { how: ['-r'], isKept });
}

/** The paths of everything in a commit but folders, from its top. Throws TooManyFiles. */
export async function listAll(git: Git, commit: string): Promise<string[]> {
  const entries = await list(git, commit, '', { how: ['-r'], isKept: () => true });
  return entries.map(({ name }) => name);
}

/** How a folder is listed, and which entries are kept. */
interface Listing {
  readonly how: readonly string[];
  readonly isKept: (path: string) => boolean;
}

async function list(git: Git, commit: string, folder: string, { how, isKept }: Listing): Promise<Entry[]> {
  const start = pathInFolder(folder, '');
  const entries: Entry[] = [];
  let rest: Buffer = Buffer.alloc(0);
  let size = 0;
  const read = (line: string) => {
    const tab = line.indexOf('\t'); // the name may hold another
    const [mode = '', , id = ''] = line.slice(0, tab).split(' ');
    const path = line.slice(tab + 1);
    const name = path.slice(start.length);
    if (tab <= 0 || !path.startsWith(start) || !isKept(name)) return;
    size += line.length;
    entries.push({ name, mode, id });
  };
  const inFolder = folder === '' ? [] : ['--', start];
  await git(['ls-tree', '-z', '--full-tree', ...how, commit, ...inFolder], {
    receive: (chunk) => {
      const known = Buffer.concat([rest, chunk]);
      const end = known.lastIndexOf(0) + 1;
      rest = known.subarray(end);
      for (const line of known.toString('utf8', 0, end).split('\0')) read(line);
      return size + rest.length > longestListing ? 'enough' : undefined;
    },
  });
  if (size > longestListing) throw new TooManyFiles(folder);
  return entries;
}
