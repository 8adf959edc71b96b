import type { RoleField, StatusText } from '../../content/content.ts';
import type { AdrDocument, AdrSection } from '../document.ts';
import type { Located } from '../located.ts';
import type { Outline } from '../source/outline.ts';
import type { Source } from '../source/source.ts';
import { badgesIn } from './badge.ts';
import { readDate } from './date.ts';
import { entriesOfLog } from './log-entries.ts';
import { type Metadata, type MetadataEntry, readKnownEntries } from './metadata.ts';
import { namesIn } from './names.ts';
import { entriesOfSection, entryOfHeading } from './section-entries.ts';
import { readStatus } from './status.ts';

/** The places where metadata can be, in order of precedence. */
interface Places {
  readonly frontMatter: Metadata | undefined;
  readonly metadata: Metadata | undefined;
  readonly closing: Metadata | undefined;
}

/** A file whose fields are collected. */
interface Collected {
  readonly source: Source;
  readonly outline: Outline;
  readonly sections: readonly AdrSection[];
  readonly fileName: string | undefined;
}

type Fields = Pick<AdrDocument, 'statuses' | 'date' | 'dateForm' | 'roles' | 'title' | 'number'>;

/** Collects the metadata fields from all places. If a field occurs several times, the first one in the file counts. */
export function collectFields({ source, outline, sections, fileName }: Collected, places: Places): Fields {
  const { frontMatter, metadata, closing } = places;
  const own = sections.flatMap((section) => [
    ...entryOfHeading(source, section),
    ...entriesOfSection(source, section),
    ...entriesOfLog(source, section),
  ]);
  const entries = [
    ...(frontMatter?.entries ?? []),
    ...(metadata?.entries ?? []),
    ...badgesIn(source, [...outline.preface, ...outline.preamble]),
    ...own,
    ...(closing?.entries ?? []),
  ];
  const hasStatus = entries.some(({ field, value }) => field === 'status' && value.value.trim() !== '');
  const known = hasStatus ? entries : [...entries, ...entriesInText(source, sections)];
  const all = (field: MetadataEntry['field']) => known.filter((entry) => entry.field === field);
  // “Accepted, 4 March 2024” is both a status and a date.
  const dated = [...all('date'), ...all('status')].flatMap((entry) => {
    const read = readDate(entry.value.value, source.language);
    return read === undefined ? [] : [{ found: { ...entry.value, value: read.date }, form: read.form }];
  });
  const numbered = all('number').find((entry) => /\d{1,9}$/.test(entry.value.value));
  const [date] = dated;
  return {
    statuses: all('status').flatMap((entry) => statusOf(entry) ?? []),
    date: date?.found ?? dateInName(fileName),
    dateForm: date?.form,
    roles: Object.fromEntries(
      roleFields.flatMap((field) => {
        const found = all(field);
        const entry = found.find((one) => namesIn(source, one).length > 0) ?? found[0];
        return entry === undefined ? [] : [[field, { ...entry.value, value: namesIn(source, entry) }] as const];
      }),
    ),
    title: all('title')[0]?.value,
    number: numbered && { ...numbered.value, value: Number(/\d{1,9}$/.exec(numbered.value.value)?.[0]) },
  };
}

/** The people and labels that metadata may name. */
export const roleFields: readonly RoleField[] = ['deciders', 'consulted', 'informed', 'tags'];

function statusOf({ value }: MetadataEntry): Located<StatusText> | undefined {
  return value.value.trim() === '' ? undefined : { ...value, value: readStatus(value.value) };
}

/** How many sections at the beginning may have the metadata of a file among their text. */
export const sectionsWithMetadata = 3;

/**
 * For files whose metadata have no status: what the first sections have besides a status, as in a list under “Overview”,
 * or else a line such as “Status: done” anywhere in the text.
 */
function entriesInText(source: Source, sections: readonly AdrSection[]): readonly MetadataEntry[] {
  for (const { segment } of sections.slice(0, sectionsWithMetadata)) {
    const entries = readKnownEntries(source, segment.nodes, 'text');
    const fields = new Set(entries.map(({ field }) => field));
    if (fields.has('status') && fields.size > 1) return entries;
  }
  for (const node of source.nodes) {
    if (node.type !== 'paragraph') continue;
    const entry = readKnownEntries(source, [node], 'text').find(({ field }) => field === 'status');
    if (entry !== undefined && entry.value.value !== '') return [entry];
  }
  return [];
}

const dateOfName = /(?:^|\/)(?<date>\d{4}-\d{2}-\d{2}|(?:19|20)\d{6})(?!\d)[^/]*(?:\/[^/]*)?$/;

/** The date at the beginning of a file's name, or of the name of its folder. */
function dateInName(fileName: string | undefined): Located<string> | undefined {
  const written = dateOfName.exec(fileName ?? '')?.groups?.date;
  const read = written === undefined ? undefined : readDate(written);
  return read && { value: read.date, foundIn: 'file name', line: 1, start: 0, end: 0 };
}
