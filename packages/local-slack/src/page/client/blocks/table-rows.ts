import { asObjects, asText, type JsonObject } from '@gavel/local-server/json.ts';

/** A row of cells. */
export type Row = readonly JsonObject[];

/** By which column a reader has sorted a table. */
export interface Sort {
  readonly column: number;
  readonly direction: 'ascending' | 'descending';
}

/** A page of a table: its rows, and their positions among all rows that match, counted from 1. */
export interface TablePage {
  readonly rows: readonly Row[];
  readonly number: number;
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

/** The words of a cell without their style. */
export function cellWords(cell: JsonObject): string {
  if (cell.type !== 'rich_text' && !Array.isArray(cell.elements))
    return asText(cell.text ?? cell.url ?? cell.name) ?? '';
  return asObjects(cell.elements).map(cellWords).join('');
}

/** Whether all cells of a column are numbers, which are sorted as numbers (Slack: data table block). */
export function isNumeric(rows: readonly Row[], column: number): boolean {
  return rows.every((row) => row[column]?.type === 'raw_number');
}

/** The rows that contain all words of a search, in the order that the reader asked for. */
export function arrange(rows: readonly Row[], sort: Sort | undefined, search: string): readonly Row[] {
  const words = search.toLowerCase().split(/\s+/);
  const found = rows.filter((row) => {
    const text = row.map(cellWords).join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (sort === undefined) return found;
  const { column, direction } = sort;
  const turn = direction === 'ascending' ? 1 : -1;
  return found.toSorted((one, other) => turn * compare(one[column], other[column], isNumeric(rows, column)));
}

/** One page of these rows. A number after the last page means the last page. */
export function pageOf(rows: readonly Row[], size: number, wanted: number): TablePage {
  const number = Math.max(0, Math.min(wanted, Math.ceil(rows.length / size) - 1));
  const shown = rows.slice(number * size, (number + 1) * size);
  const first = rows.length === 0 ? 0 : number * size + 1;
  return { rows: shown, number, first, last: number * size + shown.length, total: rows.length };
}

function compare(one: JsonObject = {}, other: JsonObject = {}, isNumber: boolean): number {
  if (isNumber) return Number(one.value) - Number(other.value);
  return cellWords(one).localeCompare(cellWords(other), 'en');
}
