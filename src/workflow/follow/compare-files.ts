import { seriesOf } from '@gavel/adr/name/sort-files.ts';
import { type AdrEntry, readerVersion } from '@gavel/adr/read/adr-entry.ts';
import { saysUnreadRevisit } from '@gavel/adr/read/metadata/unread-revisit.ts';
import type { AdrEvent, AdrWriting, IndexedFile } from '../ports/archive/adr-index.ts';

/** A file of the branch whose content or name is not in the index, or was read by an earlier version of reading. */
export interface UnreadFile {
  readonly name: string;
  readonly blob: string;
  /** The row that it continues, as far as that is clear without reading the file. */
  readonly row: IndexedFile | undefined;
}

/** How the branch differs from the index. */
export interface Comparison {
  /** By name. */
  readonly unread: readonly UnreadFile[];
  /** Rows whose files are not in the branch, and whose content is not there under another name either. */
  readonly missing: readonly IndexedFile[];
  /** How many ADRs the branch has. */
  readonly total: number;
  /** Files that are left out of the index because their names are too long for it. */
  readonly leftOut: readonly string[];
}

/** The longest name that the index holds, in bytes; PostgreSQL's limit for an indexed text is about 2,700. */
const longestName = 1_000;

function byName(one: string, other: string): number {
  return one < other ? -1 : 1;
}

/** Compares the ADRs of the branch, by git's ids of their content in `files`, with the index. */
export function compareFiles(
  index: readonly IndexedFile[],
  files: ReadonlyMap<string, string>,
  adrs: readonly string[],
): Comparison {
  const names = adrs.toSorted(byName);
  const leftOut = names.filter((name) => Buffer.byteLength(name) > longestName);
  const held = leftOut.length === 0 ? names : names.filter((name) => !leftOut.includes(name));

  const [gone, present] = [index.filter(({ isGone }) => isGone), index.filter(({ isGone }) => !isGone)];
  const presentByName = new Map(present.map((row) => [row.fileName, row]));
  const there = new Set(names);
  const missing = present.filter(({ fileName }) => !there.has(fileName));
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
    if (known?.blob === blob && known.reader === readerVersion) return [];
    const row = known ?? take(missingByBlob.get(blob)) ?? take(goneByName.get(name)) ?? take(goneByBlob.get(blob));
    return [{ name, blob, row }];
  });
  return { unread, missing: missing.filter((row) => !taken.has(row)), total: held.length, leftOut };
}

/**
 * The missing file that a new one continues, edited and under another name: one with the same title, and if there are
 * several, the same number (a renumbered file has another).
 */
export function findPredecessor(entry: AdrEntry, missing: Iterable<IndexedFile>): IndexedFile | undefined {
  const alike = [...missing].filter(({ title }) => title === entry.title);
  return alike.find(({ number }) => number === entry.number) ?? (alike.length === 1 ? alike[0] : undefined);
}

/**
 * What to write about a file that was read, with its text. `isFirst`: on the first reading of an archive, nothing counts
 * as new.
 */
export function describeFile(
  { name, blob, row, text }: UnreadFile & { readonly text: string },
  entry: AdrEntry,
  isFirst: boolean,
): AdrWriting {
  return {
    id: row?.id,
    fileName: name,
    area: seriesOf(name, true),
    blob,
    reader: readerVersion,
    entry,
    text,
    ...(isRedated({ blob, row, text }, entry) ? { isRedated: true } : {}),
    events: [...eventsOf(name, blob, row, entry, isFirst)],
  };
}

/** Whether the day to look again is another one, or gone. One that can't be read leaves the one before. */
function isRedated(
  { blob, row, text }: Pick<UnreadFile, 'blob' | 'row'> & { readonly text: string },
  { revisitOn }: AdrEntry,
): boolean {
  // The same content may be read in another way after an update.
  if (row === undefined || row.blob === blob || row.revisitOn === revisitOn) return false;
  return revisitOn !== undefined || !saysUnreadRevisit(text);
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
  // The same content may be read in another way after an update, which is no news.
  if (row.blob === blob) return;
  if (meaningOf(row) !== meaningOf(entry)) yield { kind: 'status', before: sayStatus(row), after: sayStatus(entry) };
  else yield { kind: 'edited', before: row.blob, after: blob };
}

type Standing = Pick<AdrEntry, 'status' | 'statusText'>;

function meaningOf({ status, statusText }: Standing): string {
  return status ?? statusText.toLowerCase();
}

function sayStatus({ status, statusText }: Standing): string {
  return statusText || (status ?? '');
}
