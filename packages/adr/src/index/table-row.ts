import { columnsOf } from '../text/columns.ts';

/** The cells of a row as written, with their blanks, and what is before the first and after the last. */
export interface TableRow {
  readonly before: string;
  readonly cells: readonly string[];
  readonly after: string;
}

/** Takes a row of a table apart. A pipe with a backslash before it is text (GFM). */
export function cellsOf(row: string): TableRow {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < row.length; at += 1) {
    if (row[at] === '\\') at += 1;
    else if (row[at] === '|') {
      parts.push(row.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(row.slice(start));
  const isFenced = row.trimStart().startsWith('|');
  const isClosed = parts.length > 1 && parts.at(-1)?.trim() === '';
  return {
    before: isFenced ? `${parts[0]}|` : '',
    cells: parts.slice(isFenced ? 1 : 0, isClosed ? -1 : undefined),
    after: isClosed ? `|${parts.at(-1)}` : '',
  };
}

/** Puts a row together. */
export function writeRow({ before, after }: TableRow, cells: readonly string[]): string {
  return before + cells.join('|') + after;
}

/** The share of the rows that have to be as wide as the widest, for a column to be aligned. */
const leastAligned = 0.6;

/**
 * Puts blanks around a cell: on the side, and as many, as the column needs if its rows are aligned, else as the last row
 * has.
 */
export function padCell(cell: string, index: number, rows: readonly TableRow[]): string {
  const written = rows.map(({ cells }) => cells[index] ?? '');
  const last = written.at(-1) ?? '';
  const lead = last.trim() === '' || last.startsWith(' ') ? ' ' : '';
  const padded = `${lead}${cell}${lead !== '' && cell !== '' ? ' ' : ''}`;
  for (const countsWide of [true, false]) {
    const widthOf = (text: string) => columnsOf(text, countsWide);
    const widths = written.map((text) => widthOf(text));
    const width = mostCommonOf(widths);
    const isAligned = new Set(written.map((text) => widthOf(text.trim()))).size > 1;
    if (!isAligned || widths.filter((one) => one === width).length < rows.length * leastAligned) continue;
    const missing = Math.max(0, width - widthOf(padded));
    const before = Math.floor(missing * shareBefore(written));
    return ' '.repeat(before) + padded + ' '.repeat(missing - before);
  }
  return padded;
}

/** The share of the blanks that most cells of a column have before their text: none, all, or half of them in the middle. */
function shareBefore(cells: readonly string[]): 0 | 0.5 | 1 {
  const sides = cells.flatMap((cell) => {
    const [before, after] = [cell.length - cell.trimStart().length, cell.length - cell.trimEnd().length];
    // A single blank on each side is none too many.
    return cell.trim() === '' || before + after < 4 ? [] : [{ before, after }];
  });
  const isMost = (isOne: (side: { before: number; after: number }) => boolean) =>
    sides.filter(isOne).length * 2 > sides.length;
  if (isMost(({ before, after }) => Math.abs(before - after) < 2)) return 0.5;
  return isMost(({ before, after }) => before > after) ? 1 : 0;
}

function mostCommonOf(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

/** Takes from the blanks around a cell what its text has become longer by, and the other way round. */
export function keepWidth(cell: string, changed: string): string {
  const [before, after] = [cell.length - cell.trimStart().length, cell.length - cell.trimEnd().length];
  const text = changed.trim();
  const isMiddle = before > 1 && after > 1 && Math.abs(before - after) < 2;
  if (isMiddle && text.length + 2 <= cell.length) {
    return text.padStart(Math.floor((cell.length + text.length) / 2)).padEnd(cell.length);
  }
  const isPadded = after > 1 || changed.length < cell.length;
  return isPadded ? `${changed.trimEnd()} `.padEnd(cell.length) : changed;
}
