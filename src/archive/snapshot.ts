import { posix } from 'node:path';
import type { FileText, Snapshot } from '../workflow/ports/archive.ts';
import { readBlobs } from './blobs.ts';
import type { BranchTip } from './branch-tip.ts';
import { isRegularFile, listFolder, pathInFolder } from './folder-listing.ts';
import type { Git } from './git.ts';

/** Does a piece of work with git when its turn comes. */
export type Work = <T>(step: (git: Git) => Promise<T>) => Promise<T>;

/** Where a team may write down what Gavel is to know of its ADRs. */
const settingsFile = '.gavel.yml';

/** Lists the folder as it is in the commit. What is read of it later is asked for through `work`. */
export async function takeSnapshot(
  git: Git,
  work: Work,
  { branch, madeFrom, commit }: BranchTip,
  folder: string,
): Promise<Snapshot> {
  const files = commit ? await listRegularFiles(git, commit, folder) : new Map<string, string>();
  const namesByFolder = new Map<string, Promise<ReadonlySet<string>>>();

  async function readOne(id: string | undefined): Promise<string | undefined> {
    return id && (await work((readingGit) => readBlobs(readingGit, [id]))).get(id)?.text;
  }

  /** Everything in another folder of the same commit; many links lead to few folders. */
  function namesIn(commit: string, place: string): Promise<ReadonlySet<string>> {
    const known = namesByFolder.get(place);
    if (known) return known;
    const names = work(async (readingGit) => {
      const entries = await listFolder(readingGit, commit, place);
      return new Set(entries.map(({ name }) => name));
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

    async read(names) {
      const wanted = names.flatMap((name) => {
        const id = files.get(name);
        return id === undefined ? [] : [[name, id] as const];
      });
      const ids = [...new Set(wanted.map(([, id]) => id))];
      const texts = ids.length === 0 ? new Map() : await work((readingGit) => readBlobs(readingGit, ids));
      return new Map<string, FileText>(
        wanted.flatMap(([name, id]) => {
          const text = texts.get(id);
          // A name that is not UTF-8 can't be written back any more than such a text.
          return text === undefined ? [] : [[name, { ...text, isExact: text.isExact && !name.includes('\uFFFD') }]];
        }),
      );
    },

    async readSettings() {
      if (commit === undefined) return undefined;
      const own = files.get(settingsFile);
      return readOne(own ?? (await work((readingGit) => listRegularFiles(readingGit, commit, ''))).get(settingsFile));
    },

    async has(path) {
      const target = posix.normalize(pathInFolder(folder, path)).replace(/\/$/u, '');
      if (commit === undefined || /^(?:\.\.)?(?:\/|$)|\0/u.test(target)) return false;
      if (target === '.') return true;
      const place = posix.dirname(target);
      return (await namesIn(commit, place === '.' ? '' : place)).has(posix.basename(target));
    },
  };
}

async function listRegularFiles(git: Git, commit: string, folder: string): Promise<Map<string, string>> {
  const entries = await listFolder(git, commit, folder);
  return new Map(entries.filter(({ mode }) => isRegularFile(mode)).map(({ name, id }) => [name, id]));
}
