import { folderOf } from '../name/adr-path.ts';
import { languageCodeIn } from '../name/translations.ts';
import { meaningOfStatus } from '../read/metadata/status.ts';
import { checkLines, hasNewest } from './check-lines.ts';
import { chooseBlock, type IndexPlace, listsIn, statusOfGroup } from './choose-block.ts';
import { counterIn, recount } from './counter-column.ts';
import type { IndexEntry } from './index-entry.ts';
import { hasKnownAddresses } from './line-addresses.ts';
import { formOf, type Sample, writeLine } from './line-form.ts';
import {
  type EmptyHeading,
  type IndexBlock,
  type IndexItem,
  listsNearlyAll,
  type ReadIndex,
  readIndex,
} from './read-index.ts';
import { placeIn } from './sort-order.ts';
import { statusIn, writeStatusCell, writeStatusWord } from './status-cell.ts';
import { splitSign, statusSignsIn } from './status-sign.ts';
import { cellsOf, keepWidth, writeRow } from './table-row.ts';
import { hasOwnWords, samplesOf, writeItem } from './write-item.ts';

/**
 * Why an index lacks a line that it should have: a tool writes it, or its lines don't show where or how a new one is
 * written, in all of its lists or in those after the first, or its newest lines are not as they would be written.
 */
export type WhyLeft = 'generated' | 'unclear' | 'unclear in part' | 'irregular';

/** A text after a change to an index. */
export interface UpdatedIndex {
  readonly text: string;
  readonly left: WhyLeft | undefined;
  /** What columns are called in which the new line has nothing, since only people know what belongs there. */
  readonly gaps?: readonly string[];
}

/** A list has to name this many ADRs, for anybody to miss a new one. */
const leastMissed = 3;

/**
 * Adds a line for an ADR to an index of the archive, as its lines are, or updates the line that it already has. An index
 * is a list or table of links in a text, in whatever order, perhaps by status, year or folder. Everything else stays the
 * same, as does what a tool writes, and a text that is not an index. `known` are the ADRs that it may list, as they were
 * before the change.
 */
export function updateIndex(text: string, entry: IndexEntry, known: readonly IndexEntry[]): UpdatedIndex {
  const index = readIndex(text, known);
  const own = index.blocks.flatMap((block) =>
    block.items.filter((item) => item.entry?.file === entry.file).map((item) => ({ block, item })),
  );
  const written = own.filter(({ block }) => !block.isGenerated);
  if (own.length > 0) {
    const [only] = written.length === 1 ? written : [];
    const moved = only && move(index, only.block, only.item, entry, known);
    const changed = written.reduce((lines, one) => rewrite(lines, one.block, one.item, entry), index.lines).join('\n');
    return { text: moved ?? changed, left: written.length === 0 ? 'generated' : undefined };
  }
  const leave = (left?: WhyLeft) => ({ text, left });
  // What is not below the folder of an index has no place in it, unless it lists what is there.
  const isBelow = !entry.file.startsWith('../') || listsNearlyAll(text, besides(entry, known));
  if (!isBelow || isTranslation(entry, index)) return leave();
  if (index.hasLooseRows) return leave('irregular');
  const lists = listsIn(index);
  const [first, ...others] = lists.map((list, at) => {
    const addition = additionTo(list, at === 0 ? index.emptyHeadings : [], entry);
    return at > 0 && isAddition(addition) && hasOwnWords(blockOf(addition.place)) ? 'unclear' : addition;
  });
  if (!isAddition(first)) return leave(first === 'irregular' ? first : whyLeft(index, known));
  if (!hasNewest(lists.flat(), index.blocks)) return leave('irregular');
  const added = others.filter(isAddition);
  const isInPart = added.length < others.length || index.hasDrawing;
  // A new line moves those below it.
  const upwards = [first, ...added].toSorted((one, other) => lineOf(other.place) - lineOf(one.place));
  const lines = upwards.reduce((before, addition) => insert(before, addition, entry), index.lines);
  const gaps = [...new Set(upwards.flatMap((addition) => addition.gaps))];
  const left = isInPart ? 'unclear in part' : undefined;
  return { text: lines.join('\n'), left, ...(gaps.length > 0 && { gaps }) };
}

/** The ADRs in the folder of one. */
const besides = (entry: IndexEntry, known: readonly IndexEntry[]) =>
  known.filter(({ file }) => folderOf(file) === folderOf(entry.file));

/** Whether an ADR is in another language than all those that an index lists. */
function isTranslation({ file }: IndexEntry, { blocks }: ReadIndex): boolean {
  const code = languageCodeIn(file);
  const listed = blocks.flatMap(({ items }) => items.flatMap((item) => item.entry?.file ?? []));
  const [other, ...more] = new Set(listed.map(languageCodeIn));
  const isAny = code !== undefined && other !== undefined && listed.length >= leastMissed;
  return isAny && more.length === 0 && other !== code;
}

function whyLeft({ blocks, named, drawn }: ReadIndex, known: readonly IndexEntry[]): WhyLeft | undefined {
  if (blocks.some(({ isGenerated }) => isGenerated)) return 'generated';
  const listed = blocks.flatMap(({ items }) => items.filter((item) => item.entry !== undefined));
  // What names most of the ADRs in sentences lists them in a way of its own.
  const isListing = named.size > known.length / 2;
  const isDrawn = drawn > known.length / 4;
  const most = Math.max(listed.length, isListing ? named.size : 0, isDrawn ? drawn : 0);
  return most < leastMissed ? undefined : 'unclear';
}

/** The text of a line, without its marker, and where it belongs. */
interface Addition {
  readonly place: IndexPlace;
  readonly text: string;
  readonly gaps: readonly string[];
}

const isAddition = (addition: Addition | WhyLeft | undefined) => typeof addition === 'object';

/** The line for an ADR in a list that may be in several parts; or why nobody knows where or how it is written. */
function additionTo(
  list: readonly IndexBlock[],
  emptyHeadings: readonly EmptyHeading[],
  entry: IndexEntry,
): Addition | 'unclear' | 'irregular' {
  const place = chooseBlock(list, emptyHeadings, entry);
  // What counts items that are within other items is no list of theirs.
  if (place === undefined || /[-*+]\s{1,9}\d/.test(blockOf(place).items[0]?.lead ?? '')) return 'unclear';
  const text = writeItem(blockOf(place), entry);
  if (text === undefined) return 'unclear';
  const checked = checkLines(list, emptyHeadings, blockOf(place), entry);
  return checked === undefined ? 'irregular' : { place, text, gaps: checked.gaps };
}

const blockOf = (place: IndexPlace) => ('block' in place ? place.block : place.like);
const lineOf = (place: IndexPlace) => ('block' in place ? (place.block.items[0]?.first ?? 0) : place.heading.line);

/** Puts a line in its place. */
function insert(
  lines: readonly string[],
  { place, text }: Omit<Addition, 'gaps'>,
  entry: IndexEntry,
): readonly string[] {
  const block = blockOf(place);
  if ('heading' in place) {
    const lead = block.items[0]?.lead ?? '';
    return lines.toSpliced(place.heading.line + 1, 0, ...['', lead + text].map((line) => endLike(line, lines[0])));
  }
  const at = placeIn(block.items, entry);
  const [before, after] = [block.items[at - 1], block.items[at]];
  const near = before ?? after;
  if (near === undefined) return lines;
  const line = endLike(markerFor(block, at) + text, lines[near.first]);
  const gap = gapIn(block).map((blank) => endLike(blank, lines[near.first]));
  const counter = counterIn(block);
  const counting = (added: string[]) =>
    counter === undefined ? added : recount(added, counter, block.items[0]?.first ?? 0, block.items.length + 1);
  if (before === undefined) return counting(lines.toSpliced(near.first, 0, line, ...gap));
  const isLast = before.last + 1 === lines.length;
  const added = lines.toSpliced(before.last + 1, 0, ...gap, line);
  // Only the last line of a file may lack the line ending of the others.
  if (isLast && lines.length > 1 && lines[0]?.endsWith('\r')) {
    added[before.last] = endLike(trimReturn(added[before.last] ?? ''), lines[0]);
    added[added.length - 1] = trimReturn(added.at(-1) ?? '');
  }
  return counting(added);
}

const trimReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);
const endLike = (line: string, neighbor: string | undefined) => (neighbor?.endsWith('\r') ? `${line}\r` : line);

/** The blank lines between two items of a list. */
function gapIn({ items }: IndexBlock): string[] {
  const [first, second] = items;
  if (first === undefined || second === undefined) return [];
  return Array.from({ length: Math.max(0, second.first - first.last - 1) }, () => '');
}

/** The marker for an item in some place. The numbers of an ordered list go on, unless all are the same. */
function markerFor({ items }: IndexBlock, at: number): string {
  const near = items[at - 1] ?? items[at];
  const lead = near?.lead ?? '';
  const [one, other] = [numberOf(items[0]), numberOf(items[1])];
  const isCounted = at === items.length && numberOf(near) !== undefined && !(items.length > 1 && one === other);
  return isCounted ? lead.replace(/\d{1,9}/, (digits) => String(Number(digits) + 1)) : lead;
}

function numberOf(item: IndexItem | undefined): number | undefined {
  const digits = /^\s{0,20}(?<digits>\d{1,9})[.)]/.exec(item?.lead ?? '')?.groups?.digits;
  return digits === undefined ? undefined : Number(digits);
}

/** Moves the line of an ADR to where it belongs now, in an index by status; undefined if it stays. */
function move(
  index: ReadIndex,
  block: IndexBlock,
  item: IndexItem,
  entry: IndexEntry,
  known: readonly IndexEntry[],
): string | undefined {
  const place = chooseInFirst(index, entry);
  const isByStatus = statusOfGroup(block.under.at(-1) ?? '') !== undefined;
  if (!isByStatus || place === undefined || ('block' in place && place.block === block)) return undefined;
  const written = textOfItem(block, item, entry);
  const removed = index.lines.toSpliced(item.first, item.last - item.first + 1 + gapIn(block).length);
  const counter = counterIn(block);
  const without =
    counter === undefined ? removed : recount(removed, counter, block.items[0]?.first ?? 0, block.items.length - 1);
  const rest = readIndex(without.join('\n'), known);
  const now = chooseInFirst(rest, entry);
  return now && insert(rest.lines, { place: now, text: written }, entry).join('\n');
}

const chooseInFirst = (index: ReadIndex, entry: IndexEntry) =>
  chooseBlock(listsIn(index)[0] ?? [], index.emptyHeadings, entry);

/** Changes what has become of an ADR in its line. */
function rewrite(lines: readonly string[], block: IndexBlock, item: IndexItem, entry: IndexEntry): readonly string[] {
  const text = textOfItem(block, item, entry);
  const line = lines[item.first] ?? '';
  return text === item.text || !line.includes(item.text)
    ? lines
    : lines.with(
        item.first,
        line.replace(item.text, () => text),
      );
}

function textOfItem(block: IndexBlock, item: IndexItem, entry: IndexEntry): string {
  const before = item.entry;
  if (before === undefined) return item.text;
  if (block.kind === 'table') return rewriteRow(block, item, before, entry);
  const text = rewriteText(item.text, before, entry, textsIn(block));
  return withSign(text, samplesOf(block), before, entry);
}

/** A text with the sign of its new status in front of it, in an index that has signs for statuses. */
function withSign(text: string, samples: readonly Sample[], before: IndexEntry, entry: IndexEntry): string {
  const signs = statusSignsIn(samples);
  const written = splitSign(text);
  if (signs === undefined || written === undefined || signs.of(before).trim() !== written.sign.trim()) return text;
  const sign = signs.of(entry).trim();
  return sign === '' ? text : text.replace(written.sign.trim(), () => sign);
}

const textsIn = ({ items }: IndexBlock) => items.map(({ text }) => text);

/** A text in which only those facts are written anew that have changed. */
function rewriteText(text: string, before: IndexEntry, entry: IndexEntry, others: readonly string[]): string {
  const [title, status] = [entry.title !== before.title, entry.status !== before.status];
  const date = entry.date !== undefined && entry.date !== before.date;
  const old = {
    ...before,
    title: title ? before.title : '',
    status: status ? before.status : undefined,
    date: date ? before.date : undefined,
  };
  const now = { ...before, title: entry.title, status: entry.status, date: entry.date };
  const written = writeLine(formOf({ text, entry: old }, false), now, '');
  return hasKnownAddresses(written, now, others, text) ? written : text;
}

function cellsAt(block: IndexBlock, column: number): Sample[] {
  return samplesOf(block).map(({ text, entry }) => ({ text: cellsOf(text).cells[column]?.trim() ?? '', entry }));
}

function rewriteRow(block: IndexBlock, { text }: IndexItem, before: IndexEntry, entry: IndexEntry): string {
  const row = cellsOf(text);
  const cells = row.cells.map((cell, index) => {
    const words = cell.trim();
    const now = statusIn(words);
    if (now === undefined) {
      const text = rewriteText(cell, before, entry, textsIn(block));
      const signed = withSign(words, cellsAt(block, index), before, entry);
      return text === cell && signed !== words ? cell.replace(words, () => signed) : text;
    }
    const isSame = entry.status === undefined || meaningOfStatus(entry.status) === meaningOfStatus(now.word);
    if (isSame) return cell;
    const samples = cellsAt(block, index);
    const status =
      now.after === '' ? writeStatusCell(samples, entry) : `${writeStatusWord(samples, entry)} ${now.after}`;
    return keepWidth(
      cell,
      cell.replace(words, () => status),
    );
  });
  return writeRow(row, cells);
}
