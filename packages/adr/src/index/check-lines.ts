import { readDate, writeDate } from '../read/metadata/date.ts';
import { meaningOfStatus } from '../read/metadata/status.ts';
import { chooseBlock, inArea, rankOf } from './choose-block.ts';
import { type CounterColumn, counterIn } from './counter-column.ts';
import type { IndexEntry } from './index-entry.ts';
import type { EmptyHeading, IndexBlock, IndexItem } from './read-index.ts';
import { placeIn } from './sort-order.ts';
import { statusIn } from './status-cell.ts';
import { splitSign, statusSignsIn } from './status-sign.ts';
import { cellsOf } from './table-row.ts';
import { mostSamples, samplesOf, writeItem } from './write-item.ts';

/** What the newest lines of a list show about how a new one is written. */
export interface CheckedLines {
  /** The columns that only people fill in, by what they are called. Some of their cells are empty. */
  readonly gaps: readonly string[];
}

/** So many of the newest lines are checked, */
const mostChecked = 3;

/** if there are as many others, from which each can be written. */
const leastOthers = 2;

/** Stands for a title, which people shorten in an index. */
const anyTitle = '\ue000';

/** How a cell, or the text of an item, compares with the one that would be written: it has nothing to tell of it, too. */
type Likeness = 'same' | 'gap' | 'remark' | 'different';

/**
 * Takes the newest lines of a list away, one at a time, and writes each as a new one. Undefined if one of them would be
 * somewhere else, or would have another form than it has: then nobody knows how a new line looks.
 */
export function checkLines(
  list: readonly IndexBlock[],
  emptyHeadings: readonly EmptyHeading[],
  block: IndexBlock,
  entry: IndexEntry,
): CheckedLines | undefined {
  const all = listedIn(block);
  const like = all.filter((item) => (item.entry.number === undefined) === (entry.number === undefined));
  // How ADRs with numbers are listed shows nothing of one that has none.
  if (like.length === 0 && all.length > leastOthers) return undefined;
  if (!areInBlocks(list, emptyHeadings, entry)) return undefined;
  const counter = counterIn(block);
  const newest = newestOf(like).slice(0, Math.max(0, Math.min(mostChecked, like.length - leastOthers)));
  const compared = newest.map((item, index) => {
    // When it was written, those that are newer were not there yet.
    const before = blockWithout(block, newest.slice(0, index));
    const without = blockWithout(before, [item]);
    return isInPlace(before, without, item) ? compareLine(without, item, counter) : undefined;
  });
  const known = compared.filter((likenesses) => likenesses !== undefined);
  if (known.length < compared.length) return undefined;
  const columns = [...(known[0]?.keys() ?? [])].map((column) => known.map((likenesses) => likenesses[column]));
  const isFitting = columns.every((likenesses, column) => {
    if (likenesses.includes('different')) return false;
    if (likenesses.includes('remark') && !likenesses.includes('same')) return false;
    return !likenesses.includes('gap') || hasEmptyCells(block, column);
  });
  if (!isFitting) return undefined;
  const names = cellsOf(block.head ?? '').cells.map((name) => name.trim());
  return {
    gaps: columns.flatMap((likenesses, column) => (likenesses.includes('gap') ? (names[column] ?? '') : [])),
  };
}

/** Whether the newest of the ADRs that the blocks of an index list is in a list. Else new ones are somewhere else. */
export function hasNewest(list: readonly IndexBlock[], blocks: readonly IndexBlock[]): boolean {
  const [newest] = newestOf(blocks.flatMap(listedIn));
  return (
    newest === undefined || list.some((block) => listedIn(block).some(({ entry }) => entry.file === newest.entry.file))
  );
}

type ListedItem = IndexItem & { readonly entry: IndexEntry };

const listedIn = ({ items }: IndexBlock) =>
  items.flatMap((item): ListedItem[] => (item.entry === undefined ? [] : [{ ...item, entry: item.entry }]));

/** Lines of an index, the newest ADR first. Where nothing tells which that is, the last line is that of the newest. */
function newestOf<Item extends ListedItem>(items: readonly Item[]): Item[] {
  const isRanked = items.every(({ entry }) => rankOf(entry) !== undefined);
  const rank = ({ entry }: Item) => (isRanked ? String(rankOf(entry)).padStart(9, '0') : (entry.date ?? ''));
  const areDated = isRanked || items.every(({ entry }) => entry.date !== undefined);
  if (!areDated) return items.toReversed();
  return items
    .toReversed()
    .toSorted((one, other) => (rank(one) === rank(other) ? 0 : rank(one) < rank(other) ? 1 : -1));
}

/** Whether each of the newest ADRs of a list in several blocks is in the one that it would be added to. */
function areInBlocks(list: readonly IndexBlock[], emptyHeadings: readonly EmptyHeading[], entry: IndexEntry): boolean {
  const all = inArea(list, entry).flatMap((block) =>
    listedIn(block).map((item) => ({ ...item, at: list.indexOf(block) })),
  );
  const newest = newestOf(all).slice(0, mostChecked);
  return newest.every((item, index) => {
    const before = list.map((block) => blockWithout(block, newest.slice(0, index + 1)));
    const own = before[item.at];
    const place = chooseBlock(
      before.filter(({ items }) => items.length > 0),
      emptyHeadings,
      item.entry,
    );
    return own?.items.length === 0 || (place !== undefined && 'block' in place && place.block === own);
  });
}

/** Whether a line is where it would be added. Two others show no order. */
function isInPlace(block: IndexBlock, without: IndexBlock, { first, entry }: ListedItem): boolean {
  const at = block.items.findIndex((item) => item.first === first);
  return listedIn(without).length <= leastOthers || placeIn(without.items, entry) === at;
}

const blockWithout = (block: IndexBlock, without: readonly IndexItem[]): IndexBlock => ({
  ...block,
  items: block.items.filter((item) => without.every(({ first }) => first !== item.first)),
});

/** Compares each cell of a line, or an item as a whole, with what would be written; undefined if nothing would. */
function compareLine(block: IndexBlock, item: ListedItem, counter: CounterColumn | undefined): Likeness[] | undefined {
  const date = item.entry.date ?? readDate(item.text)?.date;
  const written = writeItem(block, { ...item.entry, title: anyTitle, date }, counter);
  if (written === undefined) return undefined;
  if (block.kind === 'list') {
    const hasSigns = statusSignsIn(samplesOf(block)) !== undefined;
    const bare = (text: string) => (hasSigns ? (splitSign(text)?.rest ?? text) : text);
    return [compareText(bare(written), bare(item.text))];
  }
  const [own, cells] = [cellsOf(written).cells, cellsOf(item.text).cells];
  if (own.length !== cells.length) return undefined;
  return cells.map((cell, column) => {
    if (column === counter?.index) return 'same';
    return compareCell((own[column] ?? '').trim(), cell.trim(), cellsIn(block, column));
  });
}

const cellsIn = (block: IndexBlock, column: number) =>
  samplesOf(block)
    .slice(-mostSamples)
    .map(({ text }) => cellsOf(text).cells[column]?.trim() ?? '');

const isEmpty = (cell: string) => /^(?:[-–—]{1,3}|n\/a)?$/i.test(cell);

const hasEmptyCells = (block: IndexBlock, column: number) => cellsIn(block, column).some(isEmpty);

function compareCell(written: string, cell: string, others: readonly string[]): Likeness {
  const meaning = meaningIn(cell);
  const isStatus = others.filter((text) => meaningIn(text) !== undefined).length * 2 > others.length;
  if (isStatus && meaning !== undefined) {
    const own = meaningIn(written);
    // The status of an ADR may have changed since its line was written, and no other line may show how that one is.
    const isShown = others.some((text) => meaningIn(text) === meaning);
    if (isEmpty(written) || (own !== undefined && (own !== meaning || !isShown))) return 'same';
    const isOver = meaning === 'superseded' || meaning === 'deprecated';
    if (isOver && own === meaning) return 'same';
  }
  const isNewSign = splitSign(cell)?.rest === '' && !others.includes(cell);
  if (isEmpty(written)) return isEmpty(cell) || isNewSign ? 'same' : 'gap';
  // A date that only has the year.
  if (readDate(written)?.date === written && readDate(cell) === undefined && /\d{4}/.test(cell)) return 'same';
  return compareText(written, cell);
}

const meaningIn = (cell: string) => {
  const word = statusIn(cell)?.word;
  return word === undefined ? undefined : meaningOfStatus(word);
};

/** Compares texts, whatever their titles and dates say. A remark is behind all that would be written. */
function compareText(written: string, text: string): Likeness {
  const [first = '', ...parts] = withoutDate(written).split(anyTitle);
  const found = withoutDate(text);
  if (!found.startsWith(first)) return 'different';
  let at = first.length;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    // A title has at least one character.
    if (isLast && found.length > at + part.length && found.endsWith(part)) return 'same';
    const next = found.indexOf(part, at + 1);
    if (next === -1) return 'different';
    at = next + part.length;
  }
  if (at === found.length) return 'same';
  return /^(?:[\s(（,;:.、；，。–—]|\*\*\s)/.test(found.slice(at)) ? 'remark' : 'different';
}

/** A text with the form of its date in the place of the date. */
function withoutDate(text: string): string {
  const found = readDate(text);
  return found === undefined ? text : text.replace(writeDate(found.date, found.form), () => found.form);
}
