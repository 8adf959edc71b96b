import type { RootContent, Table, TableRow } from 'mdast';
import { readDate, writeDate } from '../../read/metadata/date.ts';
import { fieldOf } from '../../read/metadata/metadata-field.ts';
import { placeOf, type Source, wordsAsWritten } from '../../read/source/source.ts';
import type { LogColumn, LogForm } from '../house-style.ts';

/** How a change log states its dates: in a table, or in the last item of a list that begins with one. */
export function logFormIn(source: Source, nodes: readonly RootContent[]): LogForm | undefined {
  const table = nodes.findLast((node) => node.type === 'table');
  if (table !== undefined) return formOfTable(source, table);
  const list = nodes.findLast((node) => node.type === 'list');
  const words = list?.type === 'list' ? list.children.at(-1)?.children[0] : undefined;
  if (words === undefined) return undefined;
  const { start, end } = placeOf(words);
  const written = source.text.slice(start, end);
  const read = readDate(written.slice(0, longestDate), source.language);
  if (read === undefined) return undefined;
  const date = writeDate(read.date, read.form, source.language);
  const between = /^(?: ?[:–—-])? (?=\S)/.exec(written.slice(date.length))?.[0];
  if (!written.startsWith(date) || between === undefined) return undefined;
  return { dateForm: read.form, between, table: undefined };
}

/** How many characters a written date has at most. */
const longestDate = 30;

/** A table with a column for dates, whose first row tells of the beginning. */
function formOfTable(source: Source, table: Table): LogForm | undefined {
  const [head, first] = table.children;
  if (head === undefined || first === undefined) return undefined;
  const headings = cellsOf(source, head);
  const cells = cellsOf(source, first);
  const dates = cells.map((cell) => (cell.length > longestDate ? undefined : readDate(cell, source.language)));
  const dateAt = dates.findIndex((date) => date !== undefined);
  const date = dates[dateAt];
  if (date === undefined || cells.length !== headings.length) return undefined;
  const authorAt = headings.findIndex((heading) => fieldOf(heading, source.language) === 'deciders');
  const others = cells.flatMap((cell, at) => (at === dateAt || at === authorAt ? [] : [{ at, length: cell.length }]));
  const changeAt = others.toSorted((one, other) => other.length - one.length)[0]?.at;
  const columns = cells.map((text, at): LogColumn => {
    if (at === dateAt) return { holds: 'date' };
    if (at === authorAt) return { holds: 'author' };
    return at === changeAt ? { holds: 'change' } : { holds: 'text', text };
  });
  const lines = source.text.slice(placeOf(table).start, placeOf(table).end).split('\n', 2);
  const [written = '', rule = ''] = lines.map((line) => line.trim());
  return { dateForm: date.form, between: '', table: { head: written, rule, columns } };
}

function cellsOf(source: Source, row: TableRow): string[] {
  return row.children.map((cell) => wordsAsWritten(source, cell).trim());
}
