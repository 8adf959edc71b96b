import type { Link, Table, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { TableForm } from '../../../style/house-style.ts';
import { placeOf, type Source } from '../../source/source.ts';
import { readDate } from '../date.ts';
import { fieldOf, fieldOfEntry, formOfRevisit } from '../metadata-field.ts';
import { meaningOfStatus, readStatus } from '../status.ts';
import { type EntryWithForm, type Metadata, metadataOf, plainEntry, withBoxes } from './entry.ts';

/** Whether rows have keys of different fields, so that what is above them are heads: “Category | Status”. */
function hasKeysBelow(source: Source, rows: readonly TableRow[]): boolean {
  const fields = rows.flatMap((row) => fieldOf(textOf(row.children[0] ?? row), source.language) ?? []);
  return new Set(fields).size > 1;
}

/** Whether each row of a table has a key and a value, and not the first row all the keys. */
function hasKeysInRows(source: Source, { children: [head, ...rows] }: Table): boolean {
  const [first, second, ...others] = (head?.children ?? []).map((cell) => textOf(cell));
  if (first === undefined || second === undefined) return false;
  const isKey = (text: string) => fieldOf(text, source.language) !== undefined;
  if (others.length > 0) return rows.filter((row) => isKey(textOf(row.children[0] ?? row))).length > 1;
  if (isKey(second)) return hasKeysBelow(source, rows);
  const below = textOf(rows[0]?.children[0] ?? { type: 'tableCell', children: [] });
  if (rows.length !== 1 || !isKey(first) || isKey(below)) return true;
  // “Status | Team” over “Accepted | Shop”
  return meaningOfStatus(readStatus(second).word) !== undefined || readDate(second, source.language) !== undefined;
}

/** Reads a table with a key and a value in each row, or with keys in the first row and values in the second. */
export function fromTable(source: Source, table: Table): Metadata | undefined {
  const [head, ...rows] = table.children;
  if (head === undefined) return undefined;
  const isUpright = hasKeysInRows(source, table);
  const headText = head.children.map((cell) => textOf(cell));
  const hasHeads = isUpright && headText.length === 2 && fieldOf(headText[1] ?? '', source.language) !== undefined;
  const pairs = isUpright
    ? (hasHeads ? rows : table.children).map((row) => [row.children[0], row.children[1]] as const)
    : head.children.map((cell, index) => [cell, rows[0]?.children[index]] as const);
  const hasHead = hasHeads || (isUpright && headText[0]?.trim() === '');
  const found = pairs.flatMap(([key, value]): EntryWithForm[] => {
    if (key === undefined || value === undefined || textOf(key).trim() === '') return [];
    const inner: readonly { position?: Link['position'] }[] = value.children;
    const start = inner[0]?.position?.start.offset ?? placeOf(value).start + 1;
    const end = inner.at(-1)?.position?.end.offset ?? start;
    const written = { value: source.text.slice(start, end), start, end };
    const name = textOf(key).trim();
    const field = fieldOfEntry(name, written.value, source.language);
    const lead = isUpright ? source.text.slice(placeOf(key).start, start).trimEnd() : '';
    return [
      withBoxes(source, {
        entry: {
          field,
          key: name,
          value: { ...written, foundIn: 'table', line: placeOf(value).line },
          names: undefined,
        },
        form: {
          ...plainEntry,
          field,
          key: name,
          lead,
          ...formOfRevisit(field, name, written.value, source.language),
          unanswered: written.value === '' ? '' : undefined,
        },
      }),
    ];
  });
  const lines = source.text.slice(placeOf(table).start, placeOf(table).end).split('\n', 2);
  const [first = '', rule = ''] = lines.map((line) => line.replace(/^[ \t>]+/, '').trimEnd());
  const form: TableForm = {
    entriesIn: isUpright ? 'rows' : 'columns',
    head: hasHead || !isUpright ? first : undefined,
    rule,
  };
  return { ...metadataOf('table', found, { table: form }), first: 0, length: 1 };
}
