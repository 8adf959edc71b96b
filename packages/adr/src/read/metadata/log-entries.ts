import type { RootContent } from 'mdast';
import type { AdrSection } from '../document.ts';
import { placeOf, type Source } from '../source/source.ts';
import { readDate } from './date.ts';
import type { MetadataEntry } from './metadata.ts';
import { meaningOfStatus, readStatus } from './status.ts';

/**
 * What a change log says: in EdgeX, its last line, `[approved](…) 2026-11-20`, has the status and its date. Otherwise it
 * has the date at which the ADR was accepted, or else the latest one.
 */
export function entriesOfLog(source: Source, { part, segment }: AdrSection): MetadataEntry[] {
  const last = segment.nodes.at(-1);
  if (part !== 'log' || last === undefined) return [];
  return statusAndDate(source, last) ?? segment.nodes.flatMap((node) => latestDate(source, node) ?? []).slice(0, 1);
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

function latestDate(source: Source, node: RootContent): MetadataEntry | undefined {
  if (node.type !== 'list' && node.type !== 'table' && node.type !== 'paragraph') return undefined;
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
  return found && { field: 'date', key: 'date', value: found.value, names: undefined };
}
