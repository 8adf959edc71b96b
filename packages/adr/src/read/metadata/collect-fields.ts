import type { ListItem } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { RoleField, StatusText } from '../../content/content.ts';
import type { AdrDocument, AdrSection } from '../document.ts';
import type { Located } from '../located.ts';
import { placeOf, type Source, withoutBreak } from '../source/source.ts';
import { readDate } from './date.ts';
import { type Metadata, type MetadataEntry, readMetadata } from './metadata.ts';
import { splitNames } from './metadata-field.ts';
import { meaningOfStatus, readStatus } from './status.ts';

/** The places where metadata can be, in order of precedence. */
interface Places {
  readonly frontMatter: Metadata | undefined;
  readonly metadata: Metadata | undefined;
  readonly closing: Metadata | undefined;
}

type Fields = Pick<AdrDocument, 'statuses' | 'date' | 'dateForm' | 'roles' | 'title' | 'number'>;

/** Collects the metadata fields from all places. If a field occurs several times, the first one in the file counts. */
export function collectFields(source: Source, sections: readonly AdrSection[], places: Places): Fields {
  const { frontMatter, metadata, closing } = places;
  const own = sections.flatMap((section) => [...entryOfSection(source, section), ...entriesOfLog(source, section)]);
  const entries = [...(frontMatter?.entries ?? []), ...(metadata?.entries ?? []), ...own, ...(closing?.entries ?? [])];
  const all = (field: MetadataEntry['field']) => entries.filter((entry) => entry.field === field);
  // “Accepted, 4 March 2024” is both a status and a date.
  const dated = [...all('date'), ...all('status')].flatMap((entry) => {
    const read = readDate(entry.value.value, source.language);
    return read === undefined ? [] : [{ found: { ...entry.value, value: read.date }, form: read.form }];
  });
  const numbered = all('number').find((entry) => /\d{1,9}$/.test(entry.value.value));
  const [date] = dated;
  const statuses = all('status').flatMap((entry): Located<StatusText>[] =>
    entry.value.value.trim() === '' ? [] : [{ ...entry.value, value: readStatus(entry.value.value) }],
  );
  return {
    statuses: statuses.length > 0 ? statuses : statusInText(source),
    date: date?.found,
    dateForm: date?.form,
    roles: Object.fromEntries(
      roleFields.flatMap((field) => {
        const [entry] = all(field);
        return entry === undefined ? [] : [[field, { ...entry.value, value: namesIn(source, entry) }] as const];
      }),
    ),
    title: all('title')[0]?.value,
    number: numbered && { ...numbered.value, value: Number(/\d{1,9}$/.exec(numbered.value.value)?.[0]) },
  };
}

/** The people and labels that metadata may name. */
export const roleFields: readonly RoleField[] = ['deciders', 'consulted', 'informed', 'tags'];

function namesIn({ language }: Source, entry: MetadataEntry): readonly string[] {
  return (entry.names ?? splitNames(entry.value.value, language))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A line such as “Status: done” anywhere in the text, for files whose metadata have no status. */
function statusInText(source: Source): Located<StatusText>[] {
  for (const node of source.nodes) {
    if (node.type !== 'paragraph') continue;
    const metadata = readMetadata(source, [node]);
    const entry = metadata?.entries.find(({ field }) => field === 'status');
    if (entry !== undefined && entry.value.value !== '')
      return [{ ...entry.value, foundIn: 'text', value: readStatus(entry.value.value) }];
  }
  return [];
}

const fieldOfPart = { status: 'status', date: 'date', people: 'deciders' } as const;

/** A section for the status, the date or the people counts as a metadata entry. */
function entryOfSection(source: Source, { part, segment }: AdrSection): MetadataEntry[] {
  if (part !== 'status' && part !== 'date' && part !== 'people') return [];
  const [first] = segment.nodes.filter((node) => node.type !== 'html');
  if (first === undefined) return [];
  const inner = first.type === 'list' ? (first.children[0]?.children[0] ?? first) : first;
  const { start, end, line } = placeOf(inner);
  const written = source.text.slice(start, end);
  const length = part === 'people' ? written.length : written.split(/\n/)[0]?.length;
  const value = withoutBreak(written.slice(0, length));
  const labelled =
    part === 'status' ? /^(?:\*\*|__)?status(?:\*\*|__)?:(?:\*\*|__)?\s*/i.exec(value)?.[0].length : undefined;
  const from = start + (labelled ?? 0);
  const names =
    first.type === 'list' && part === 'people' ? first.children.map((item) => nameIn(source, item)) : undefined;
  const found = {
    value: value.slice(labelled ?? 0),
    foundIn: 'section',
    line,
    start: from,
    end: start + value.length,
  } as const;
  return [{ field: fieldOfPart[part], key: part, value: found, names }];
}

/** A name as it is written. Unescaping it could turn it into a link. */
function nameIn(source: Source, item: ListItem): string {
  const [only, ...others] = item.children;
  if (only?.type !== 'paragraph' || others.length > 0) return textOf(item);
  const { start, end } = placeOf(only);
  const written = source.text.slice(start, end);
  return written.includes('\n') ? textOf(item) : written;
}

/** EdgeX: the last line of a change log, `[approved](…) 2026-11-20`, has the status and its date. */
function entriesOfLog(source: Source, { part, segment }: AdrSection): MetadataEntry[] {
  const last = segment.nodes.at(-1);
  if (part !== 'log' || last === undefined) return [];
  const { start, end } = placeOf(last);
  const written = source.text.slice(start, end);
  const lineStart = written.lastIndexOf('\n') + 1;
  const match = logLine.exec(written.slice(lineStart));
  const { lead, status } = match?.groups ?? {};
  if (lead === undefined || status === undefined || meaningOfStatus(status) === undefined) return [];
  const from = start + lineStart + lead.length;
  const place = { foundIn: 'log', line: last.position?.end.line ?? 1, start: from } as const;
  return [
    { field: 'status', key: 'status', value: { ...place, value: status, end: from + status.length }, names: undefined },
    { field: 'date', key: 'date', value: { ...place, value: written.slice(lineStart), end }, names: undefined },
  ];
}

const logLine = /^(?<lead>[-*+\s]*(?:\*\*)?\[?(?:\*\*)?)(?<status>\p{L}+)/u;
