import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { AdrSection } from '../document.ts';
import { placeOf, type Source } from '../source/source.ts';
import { readDate } from './date.ts';
import type { MetadataEntry } from './entry/entry.ts';
import { fieldOf } from './metadata-field.ts';
import { meaningOfStatus, readStatus } from './status.ts';

/**
 * What a change log says: in EdgeX, its last line, `[approved](…) 2026-11-20`, has the status and its date. Otherwise it
 * has the date at which the ADR was accepted, or else the latest one, and perhaps its author.
 */
export function entriesOfLog(source: Source, { part, segment }: AdrSection): MetadataEntry[] {
  const last = segment.nodes.at(-1);
  if (part !== 'log' || last === undefined) return [];
  const dates = segment.nodes.flatMap((node) => latestDate(source, node) ?? []).slice(0, 1);
  return statusAndDate(source, last) ?? [...dates, ...segment.nodes.flatMap((node) => authorIn(source, node))];
}

/** Who wrote the first version, by a column for the author. */
function authorIn({ text, language }: Source, node: RootContent): MetadataEntry[] {
  if (node.type !== 'table') return [];
  const [head, first] = node.children;
  const column = head?.children.findIndex((cell) => fieldOf(textOf(cell), language) === 'deciders') ?? -1;
  const cell = column === -1 ? undefined : first?.children[column];
  const [begin, end] = [cell?.children[0], cell?.children.at(-1)];
  if (cell === undefined || begin === undefined || end === undefined) return [];
  const place = {
    foundIn: 'log',
    line: placeOf(cell).line,
    start: placeOf(begin).start,
    end: placeOf(end).end,
  } as const;
  const value = { ...place, value: text.slice(place.start, place.end) };
  return [{ field: 'deciders', key: 'author', value, names: undefined }];
}

const logLine = /^(?<lead>[-*+\s]*(?:\*\*)?\[?(?:\*\*)?)(?<status>\p{L}+)/u;

function statusAndDate(source: Source, last: RootContent): MetadataEntry[] | undefined {
  const { start, end } = placeOf(last);
  const written = source.text.slice(start, end);
  const lineStart = written.lastIndexOf('\n') + 1;
  const match = logLine.exec(written.slice(lineStart));
  const { lead, status } = match?.groups ?? {};
  if (lead === undefined || status === undefined || meaningOfStatus(status) === undefined) return undefined;
  const from = start + lineStart + lead.length;
  const place = { foundIn: 'log', line: last.position?.end.line ?? 1, start: from } as const;
  return [
    { field: 'status', key: 'status', value: { ...place, value: status, end: from + status.length }, names: undefined },
    { field: 'date', key: 'date', value: { ...place, value: written.slice(lineStart), end }, names: undefined },
  ];
}

/** How far from its beginning a line of a change log has its date, and how many lines are read. */
const reach = 60;
const mostLines = 200;

const words = /[\p{L}'’ -]{3,40}/gu;

const mayBeDated: ReadonlySet<RootContent['type']> = new Set(['list', 'table', 'paragraph', 'heading']);

function latestDate(source: Source, node: RootContent): MetadataEntry | undefined {
  if (!mayBeDated.has(node.type)) return undefined;
  const { start, line } = placeOf(node);
  const lines = source.text.slice(start, placeOf(node).end).split('\n').slice(0, mostLines);
  let from = start;
  const dated = lines.flatMap((text, index) => {
    const place = { foundIn: 'log', line: line + index, start: from, end: from + text.length } as const;
    from += text.length + 1;
    const beginning = text.slice(0, reach);
    const date = readDate(beginning, source.language)?.date;
    return date === undefined ? [] : [{ date, text, value: { ...place, value: beginning } }];
  });
  const isAccepted = ({ text }: { text: string }) =>
    [...text.slice(0, reach * 2).matchAll(words)].some(
      ([found]) => meaningOfStatus(readStatus(found).word) === 'accepted',
    );
  const latest = dated.toSorted((one, other) => (one.date < other.date ? -1 : 1)).at(-1);
  const found = dated.find(isAccepted) ?? latest;
  const key = dated.some(isAccepted) ? 'date' : 'updated';
  return found && { field: 'date', key, value: found.value, names: undefined };
}
