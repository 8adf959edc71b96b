import { posix } from 'node:path';
import { indexPathsAbove } from '@gavel/adr/name/index-above.ts';
import { type FileText, longestFile, type Snapshot } from '../../workflow/ports/archive/snapshot.ts';
import type { Git } from '../git/git.ts';
import { filesAt } from '../review/differences.ts';
import { measureBlobs, readBlobs } from './blobs.ts';
import type { BranchTip } from './branch-tip.ts';
import {
  type Entry,
  entriesAt,
  folderMode,
  isRegularFile,
  type ListedFolder,
  listAll,
  listFiles,
  listFolder,
  pathInFolder,
  TooManyFiles,
} from './folder-listing.ts';

/** Does a piece of work with git, on the cache in a folder, when its turn comes. */
export type Work = <T>(step: (git: Git, gitFolder: string) => Promise<T>) => Promise<T>;

/**
 * How many bytes of texts are read at a time: in memory, and on their way to readers, they take several times as much.
 */
const longestPart = 8 * 1024 * 1024;

/** How many bytes of `.gavel.yml` are read: more than anybody needs. */
const longestSettings = 64 * 1024;

/** Longest path that is looked for, in UTF-16 units; no system accepts a longer one. */
const longestPath = 4_096;

/** How many files are requested from the remote, and measured, at a time. */
const mostMeasured = 1_000;

/** Where a team may write down settings for its ADRs. */
const settingsFile = '.gavel.yml';

/** Lists the files of the folder as they are in the commit. Whatever is read from it later is requested through `work`. */
export async function takeSnapshot(
  git: Git,
  work: Work,
  { branch, madeFrom, commit }: Omit<BranchTip, 'gone'>,
  listed: ListedFolder,
): Promise<Snapshot> {
  const { folder } = listed;
  const files = commit ? keepRegular(await listFiles(git, commit, listed)) : new Map<string, string>();
  let settings: Promise<string | undefined> | undefined;
  let above: Promise<ReadonlyMap<string, string>> | undefined;
  const namesByFolder = new Map<string, Promise<ReadonlySet<string> | undefined>>();

  async function readOne(id: string | undefined): Promise<string | undefined> {
    return id && (await work((readingGit) => readBlobs(readingGit, [id], longestSettings))).get(id)?.text;
  }

  /** Looks for a few paths only, so a folder above may hold any number of files. */
  async function listAbove(): Promise<ReadonlyMap<string, string>> {
    const paths = new Map(indexPathsAbove(folder).map((name) => [pathInFolder(folder, name), name]));
    if (commit === undefined || paths.size === 0) return new Map();
    const found = await work((readingGit) => filesAt(readingGit, commit, [...paths.keys()]));
    return new Map(
      [...found].flatMap(([path, { mode, id }]) => {
        const name = paths.get(path);
        return name !== undefined && isRegularFile(mode) ? [[name, id] as const] : [];
      }),
    );
  }

  function filesAbove(): Promise<ReadonlyMap<string, string>> {
    above ??= listAbove();
    above.catch(() => {
      above = undefined;
    });
    return above;
  }

  async function* readInParts(names: readonly string[]): AsyncGenerator<ReadonlyMap<string, FileText>> {
    const others = names.some((name) => name.startsWith('../')) ? await filesAbove() : undefined;
    const wanted = names.flatMap((name) => {
      const id = files.get(name) ?? others?.get(name);
      return id === undefined ? [] : [{ name, id }];
    });
    for (let start = 0; start < wanted.length; start += mostMeasured) {
      const some = wanted.slice(start, start + mostMeasured);
      const ids = [...new Set(some.map(({ id }) => id))];
      const sizes = await sizesOf(ids);
      for (const part of partsOf(some, ({ id }) => sizes.get(id) ?? 0)) yield readPart(part, sizes);
    }
  }

  async function readPart(
    part: readonly Named[],
    sizes: ReadonlyMap<string, number>,
  ): Promise<ReadonlyMap<string, FileText>> {
    const ids = [...new Set(part.map(({ id }) => id))].filter((id) => (sizes.get(id) ?? 0) <= longestFile);
    const texts = await work((readingGit) => readBlobs(readingGit, ids, longestFile));
    return new Map(
      part.map(({ name, id }) => {
        const text = texts.get(id);
        if (text === undefined) return [name, { text: '', isExact: false, tooLong: sizes.get(id) ?? 0 }];
        // A name that is not UTF-8 can't be written back, just like a text that is not.
        return [name, { ...text, isExact: text.isExact && !name.includes('\uFFFD') }];
      }),
    );
  }

  async function readSettings(): Promise<string | undefined> {
    if (commit === undefined) return undefined;
    const own = files.get(settingsFile);
    return readOne(
      own ?? keepRegular(await work((readingGit) => listFolder(readingGit, commit, ''))).get(settingsFile),
    );
  }

  async function readAtTop(path: string): Promise<FileText | 'no file' | undefined> {
    if (commit === undefined) return undefined;
    const parts = path.split('/');
    const ways = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    const found = await work((readingGit) => entriesAt(readingGit, commit, ways));
    const isFolder = (way: string) => (found.get(way)?.mode ?? folderMode) === folderMode;
    const entry = found.get(path);
    if (!ways.slice(0, -1).every(isFolder) || (entry && !isRegularFile(entry.mode))) return 'no file';
    return entry && (await readPart([{ name: path, id: entry.id }], await sizesOf([entry.id]))).get(path);
  }

  async function listPaths(): Promise<readonly string[] | undefined> {
    if (commit === undefined) return [];
    return await work((readingGit) => listAll(readingGit, commit)).catch((error: unknown) => {
      if (error instanceof TooManyFiles) return undefined;
      throw error;
    });
  }

  function sizesOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return work((readingGit) => measureBlobs(readingGit, ids));
  }

  /** Everything in another folder of the commit; many links lead to few folders. */
  function namesIn(commit: string, place: string): Promise<ReadonlySet<string> | undefined> {
    const known = namesByFolder.get(place);
    if (known) return known;
    const names = work(async (readingGit) => {
      const entries = await listFolder(readingGit, commit, place).catch((error: unknown) => {
        if (error instanceof TooManyFiles) return undefined;
        throw error;
      });
      return entries && new Set(entries.map(({ name }) => name));
    });
    namesByFolder.set(place, names);
    names.catch(() => namesByFolder.delete(place));
    return names;
  }

  return {
    branch,
    madeFrom,
    commit,
    files,

    filesAbove,

    readInParts,

    async read(names) {
      for await (const part of readInParts(names)) return part;
      return new Map();
    },

    readSettings() {
      settings ??= readSettings();
      settings.catch(() => {
        settings = undefined;
      });
      return settings;
    },

    readAtTop,

    listPaths,

    async has(path) {
      const target = posix.normalize(pathInFolder(folder, path)).replace(/\/$/u, '');
      if (commit === undefined || path.length > longestPath || /^(?:\.\.)?(?:\/|$)|\0/u.test(target)) return false;
      if (target === '.') return true;
      const place = posix.dirname(target);
      const names = await namesIn(commit, place === '.' ? '' : place);
      // What is in a folder with too many files to list is unknown.
      return names === undefined || names.has(posix.basename(target));
    },
  };
}

function keepRegular(entries: readonly Entry[]): Map<string, string> {
  return new Map(entries.filter(({ mode }) => isRegularFile(mode)).map(({ name, id }) => [name, id]));
}

/** A file by its path from the folder, and git's id of its content. */
interface Named {
  readonly name: string;
  readonly id: string;
}

/** Splits a list of files into parts whose texts fit into a part's bytes; files that are too long count as empty. */
function* partsOf(files: readonly Named[], sizeOf: (file: Named) => number): Generator<readonly Named[]> {
  let part: Named[] = [];
  let bytes = 0;
  for (const file of files) {
    const size = sizeOf(file) > longestFile ? 0 : sizeOf(file);
    if (bytes + size > longestPart) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(file);
    bytes += size;
  }
  if (part.length > 0) yield part;
}
