import type { IndexBlock, IndexItem } from './read-index.ts';
import { cellsOf, keepWidth, writeRow } from './table-row.ts';

/** A column of a table that counts its rows: 1, 2, 3 … down the table, or up it. */
export interface CounterColumn {
  readonly index: number;
  readonly isDescending: boolean;
  /** The number of the first row, or of the last one if the numbers descend. */
  readonly from: number;
  /** To how many digits numbers are filled up. */
  readonly width: number;
}

/** Fewer rows than this are counted only from 1, and no table is from more than the largest. */
const fewest = 3;
const largest = 1000;

/** A number alone in a cell, perhaps with marks around it, or as the text of a link. */
const counted = /^(?<before>\D{0,5})(?<digits>\d{1,5})(?<after>[^\d(]{0,5}(?:\]\(.{0,1000})?)$/su;

const digitsIn = (cell: string) => counted.exec(cell)?.groups?.digits;

/** The column of a table that counts its rows. The numbers of the ADRs themselves are no counter, even if they are in turn. */
export function counterIn({ kind, head, items }: IndexBlock): CounterColumn | undefined {
  if (kind !== 'table' || head === undefined || items.length === 0) return undefined;
  const rows = items.map(({ text }) => cellsOf(text).cells);
  for (const index of cellsOf(head).cells.keys()) {
    const counter = counterAt(
      rows.map((cells) => digitsIn(cells[index]?.trim() ?? '')),
      items,
    );
    if (counter !== undefined) return { ...counter, index };
  }
  return undefined;
}

function counterAt(
  digits: readonly (string | undefined)[],
  items: readonly IndexItem[],
): Omit<CounterColumn, 'index'> | undefined {
  const numbers = digits.map(Number);
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  const isDescending = last < first;
  const step = isDescending ? -1 : 1;
  const isInTurn = digits.every((one, row) => one !== undefined && numbers[row] === first + step * row);
  const isOfAdrs = items.every(({ entry }, row) => entry === undefined || entry.number === numbers[row]);
  const from = Math.min(first, last);
  // A few numbers in turn may be about anything, and large ones are years.
  if (!isInTurn || isOfAdrs || from > (items.length < fewest ? 1 : largest)) return undefined;
  const width = digits.some((one) => one?.startsWith('0') === true) ? (digits[0]?.length ?? 0) : 0;
  return { isDescending, from, width };
}

/** Counts anew the rows of a table, of which there are so many from a line on. */
export function recount(lines: readonly string[], counter: CounterColumn, start: number, count: number): string[] {
  const { index, isDescending, from, width } = counter;
  return lines.map((line, at) => {
    const place = at - start;
    if (place < 0 || place >= count) return line;
    const row = cellsOf(line);
    const number = from + (isDescending ? count - 1 - place : place);
    const cells = row.cells.map((cell, column) => (column === index ? withNumber(cell, number, width) : cell));
    return writeRow(row, cells);
  });
}

function withNumber(cell: string, number: number, width: number): string {
  const written = String(number).padStart(width, '0');
  const words = cell.trim();
  const { before = '', after = '' } = counted.exec(words)?.groups ?? {};
  return digitsIn(words) === written || digitsIn(words) === undefined
    ? cell
    : keepWidth(
        cell,
        cell.replace(words, () => before + written + after),
      );
}
