import type { RootContent, Table, TableRow } from 'mdast';
import { readDate, writeDate } from '../../read/metadata/date.ts';
import { fieldOf } from '../../read/metadata/metadata-field.ts';
import { meaningOfStatus } from '../../read/metadata/status.ts';
import { placeOf, type Source, wordsAsWritten } from '../../read/source/source.ts';
import type { LogColumn, LogForm } from '../house-style.ts';
import { commonValue } from '../vote.ts';

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
    return at === changeAt ? { holds: 'change' } : (statusIn(text) ?? { holds: 'text', text });
  });
  const lines = source.text.slice(placeOf(table).start, placeOf(table).end).split('\n', 2);
  const [written = '', rule = ''] = lines.map((line) => line.trim());
  return { dateForm: date.form, between: '', table: { head: written, rule, columns } };
}

const afterArrow = /^(?<before>(?:→|➔|➜|⇒|=>|-{1,2}>)?\s{0,3})(?<word>\S.{0,40})$/u;

/** A cell that has nothing but a status, perhaps behind an arrow: “→ accepted”. */
function statusIn(text: string): LogColumn | undefined {
  const { before, word = '' } = afterArrow.exec(text)?.groups ?? {};
  return before === undefined || meaningOfStatus(word) === undefined ? undefined : { holds: 'status', before };
}

/**
 * How most of several files write their logs. Of tables with the same columns, a text that fewer than half of them begin
 * with is about one ADR, and stays out.
 */
export function commonLog(logs: readonly (LogForm | undefined)[]): LogForm | undefined {
  const keyOf = (log: LogForm | undefined) => (log?.table ? headOf(log.table.head) : log);
  const usual = commonValue(logs, (log) => ({ key: keyOf(log) }))?.key;
  const same = logs.flatMap((log) => (log && JSON.stringify(keyOf(log)) === JSON.stringify(usual) ? [log] : []));
  const tables = same.flatMap(({ table }) => table ?? []);
  const last = same.at(-1);
  const kinds = commonValue(tables, ({ columns }) => columns.map(({ holds }) => (holds === 'status' ? 'text' : holds)));
  const table = tables.findLast(({ columns }) => columns.every(({ holds }, at) => isLike(holds, kinds?.[at])));
  if (last === undefined || table === undefined) return last;
  const columns = table.columns.map((column, at): LogColumn => {
    if (column.holds !== 'text' && column.holds !== 'status') return column;
    const shown = tables.flatMap(({ columns: own }) => own[at] ?? []);
    const usual = commonValue(shown, (one) => (one.holds === 'text' || one.holds === 'status' ? one : undefined));
    const isShared = shown.filter((one) => JSON.stringify(one) === JSON.stringify(usual)).length * 2 > shown.length;
    return usual !== undefined && isShared ? usual : { holds: 'text', text: '' };
  });
  return { ...last, table: { ...table, columns } };
}

const isLike = (holds: LogColumn['holds'], kind: LogColumn['holds'] | undefined) =>
  kind === 'text' ? holds === 'text' || holds === 'status' : holds === kind;

const headOf = (head: string) => head.replaceAll(/\s+/g, ' ').toLowerCase();

function cellsOf(source: Source, row: TableRow): string[] {
  return row.children.map((cell) => wordsAsWritten(source, cell).trim());
}
