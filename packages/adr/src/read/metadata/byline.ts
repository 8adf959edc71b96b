import type { RootContent } from 'mdast';
import { placeOf, type Source } from '../source/source.ts';
import { placeOfDate } from './date.ts';
import type { MetadataEntry } from './entry/entry.ts';
import { isUsualStatus } from './status.ts';

/** The longest line of this kind, in UTF-16 units. */
const longest = 120;

const marks = /^[*_\s]{0,4}|[*_\s.]{0,4}$/g;
const before = /[\s,·|–—:(*_-]{1,6}(?:on\s)?$/u;
const behind = /^[\s,·|–—:)*_-]{1,6}/u;
const names =
  /^(?:(?:\p{L}{5,9}\s)?by\s)?(?<name>@[\w-]{1,40}|\p{Lu}[\p{L}.’'-]{1,30}(?:\s\p{Lu}[\p{L}.’'-]{0,30}){1,3})$/iu;
const capitals = /^(?:\p{Lu}\S*\s?)+$/u;

/** A line around the title with a day, and nothing else but a status or who wrote it: “**Accepted** — 2024-03-05”, “By Ana Lee, 5 March 2024”. */
export function bylineIn(source: Source, node: RootContent): MetadataEntry[] {
  const { start, end, line } = placeOf(node);
  const text = node.type === 'paragraph' && end - start <= longest ? source.text.slice(start, end) : '';
  const day = text === '' || text.includes('\n') ? undefined : placeOfDate(text, source.language);
  if (day === undefined) return [];
  const [front, back] = [text.slice(0, day.start), text.slice(day.end)];
  const isLast = back.replaceAll(/[*_\s.)]/g, '') === '';
  const isFirst = front.replaceAll(/[*_\s]/g, '') === '';
  if (isFirst === isLast) return [];
  const rest = (isLast ? front.replace(before, '') : back.replace(behind, '')).replaceAll(marks, '');
  const said = names.exec(rest)?.groups?.name ?? '';
  const name = said.startsWith('@') || capitals.test(said) ? said : '';
  const isStatus = name === '' ? isUsualStatus(rest) : false;
  if (name === '' && !isStatus) return [];
  const entry = (field: 'date' | 'status' | 'deciders', key: string, value: string, from: number): MetadataEntry => {
    const place = { foundIn: 'text', line, start: start + from, end: start + from + value.length } as const;
    return { field, key, value: { ...place, value }, names: undefined };
  };
  return [
    entry('date', 'date', text.slice(day.start, day.end), day.start),
    isStatus
      ? entry('status', 'status', rest, text.indexOf(rest))
      : entry('deciders', 'author', name, text.indexOf(name)),
  ];
}
