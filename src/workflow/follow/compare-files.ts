import type { AdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { isAdrFile } from '@gavel/adr/style/learn-style.ts';
import type { AdrEvent, AdrWriting, IndexedFile } from '../ports/adr-index.ts';

/** A file of the branch whose content, or name, the index does not have. */
export interface UnreadFile {
  readonly name: string;
  readonly blob: string;
  /** The row that it continues, as far as that can be told without reading it. */
  readonly row: IndexedFile | undefined;
}

/** What sets the branch apart from the index. */
export interface Comparison {
  /** By name. */
  readonly unread: readonly UnreadFile[];
  /** Rows whose files are not in the branch, and whose content is under no other name. */
  readonly missing: readonly IndexedFile[];
  /** How many ADRs the branch has. */
  readonly total: number;
  /** Files that are left out of the index, because their names are longer than it can hold. */
  readonly leftOut: readonly string[];
}

/** The longest name that the index holds, in bytes; PostgreSQL's own limit for an indexed text is about 2,700. */
const longestName = 1_000;

function byName(one: string, other: string): number {
  return one < other ? -1 : 1;
}

/** Compares the files of the branch, with git's ids of their content, with the index. Other files than ADRs don't count. */
export function compareFiles(index: readonly IndexedFile[], files: ReadonlyMap<string, string>): Comparison {
  const names = [...files.keys()].filter(isAdrFile).toSorted(byName);
  const leftOut = names.filter((name) => Buffer.byteLength(name) > longestName);
  const held = leftOut.length === 0 ? names : names.filter((name) => !leftOut.includes(name));

  const [gone, present] = [index.filter(({ isGone }) => isGone), index.filter(({ isGone }) => !isGone)];
  const presentByName = new Map(present.map((row) => [row.fileName, row]));
  const missing = present.filter(({ fileName }) => !files.has(fileName));
  const missingByBlob = Map.groupBy(missing, ({ blob }) => blob);
  const goneByName = Map.groupBy(gone, ({ fileName }) => fileName);
  const goneByBlob = Map.groupBy(gone, ({ blob }) => blob);
  const taken = new Set<IndexedFile>();
  const take = (rows: readonly IndexedFile[] = []): IndexedFile | undefined => {
    const row = rows.findLast((one) => !taken.has(one));
    if (row) taken.add(row);
    return row;
  };

  const unread = held.flatMap((name): UnreadFile[] => {
    const blob = files.get(name) ?? '';
    const known = presentByName.get(name);
    if (known?.blob === blob) return [];
    const row = known ?? take(missingByBlob.get(blob)) ?? take(goneByName.get(name)) ?? take(goneByBlob.get(blob));
    return [{ name, blob, row }];
  });
  return { unread, missing: missing.filter((row) => !taken.has(row)), total: held.length, leftOut };
}

/**
 * The missing file that a new one continues under another name, edited: one of the same title, and of the same number
 * if there are several (a renumbered file has another).
 */
export function findPredecessor(entry: AdrEntry, missing: Iterable<IndexedFile>): IndexedFile | undefined {
  const alike = [...missing].filter(({ title }) => title === entry.title);
  return alike.find(({ number }) => number === entry.number) ?? (alike.length === 1 ? alike[0] : undefined);
}

/** What is to be written of a file that was read; `isFirst`: at the first reading of an archive, nothing is new. */
export function describeFile({ name, blob, row }: UnreadFile, entry: AdrEntry, isFirst: boolean): AdrWriting {
  return { id: row?.id, fileName: name, blob, entry, events: [...eventsOf(name, blob, row, entry, isFirst)] };
}

function* eventsOf(
  name: string,
  blob: string,
  row: IndexedFile | undefined,
  entry: AdrEntry,
  isFirst: boolean,
): Generator<AdrEvent> {
  if (row === undefined) {
    if (!isFirst) yield { kind: 'added', before: undefined, after: sayStatus(entry) };
    return;
  }
  if (row.fileName !== name) yield { kind: 'renamed', before: row.fileName, after: name };
  if (row.isGone) yield { kind: 'returned', before: undefined, after: name };
  if (meaningOf(row) !== meaningOf(entry)) yield { kind: 'status', before: sayStatus(row), after: sayStatus(entry) };
  else if (row.blob !== blob) yield { kind: 'edited', before: row.blob, after: blob };
}

type Standing = Pick<AdrEntry, 'status' | 'statusText'>;

function meaningOf({ status, statusText }: Standing): string {
  return status ?? statusText.toLowerCase();
}

function sayStatus({ status, statusText }: Standing): string {
  return statusText || (status ?? '');
}
