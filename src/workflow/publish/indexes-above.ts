import type { ArchiveMemory } from '../ports/archive/archive-memory.ts';
import type { FileText, Snapshot } from '../ports/archive/snapshot.ts';

/** The files above an archive's folder that may have an index of it. */
export interface IndexesAbove {
  /** Those that have to be read. */
  readonly unread: readonly string[];
  /** The texts of those that lead to several files of the folder, by their paths from it. `read` has what was read. */
  texts(read: ReadonlyMap<string, FileText>): ReadonlyMap<string, string>;
}

/** A longer text, in characters, is no list. */
const longestText = 100_000;

/** A text that leads to fewer files is no index. */
const leastLinks = 3;

/**
 * Finds what may be an index above the folder of an archive. What a file says, and that it says nothing about the
 * archive, is remembered, so it is read again only after somebody has changed it.
 */
export async function findIndexesAbove(
  { archive: { folder }, memory }: { readonly archive: { readonly folder: string }; readonly memory: ArchiveMemory },
  snapshot: Snapshot,
): Promise<IndexesAbove> {
  const files = [...(await snapshot.filesAbove())];
  const known = memory.textsAbove;
  return {
    unread: files.flatMap(([name, id]) => (known.has(id) ? [] : [name])),
    texts(read) {
      const texts = files.map(([name, id]) => {
        const file = read.get(name);
        const text = known.has(id) ? known.get(id) : file && mayLeadInto(folder, file) ? file.text : undefined;
        return { name, id, text, isRead: known.has(id) || file !== undefined };
      });
      memory.textsAbove = new Map(texts.flatMap(({ id, text, isRead }) => (isRead ? [[id, text] as const] : [])));
      return new Map(texts.flatMap(({ name, text }) => (text === undefined ? [] : [[name, text] as const])));
    },
  };
}

/** Whether a text names the folder often enough. A way into a folder from above has its name. */
function mayLeadInto(folder: string, { text, isExact }: FileText): boolean {
  if (!isExact || text.length > longestText) return false;
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  // A link may have other names in many ways.
  return !/^[\w.-]+$/.test(name) || text.split(`${name}/`).length > leastLinks;
}
