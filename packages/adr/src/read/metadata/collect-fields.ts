import type { RootContent } from 'mdast';
import type { RoleField, StatusText } from '../../content/content.ts';
import type { AdrPart } from '../../content/part.ts';
import { isBritish } from '../../text/is-british.ts';
import type { AdrDocument, AdrSection } from '../document.ts';
import { withoutReferences } from '../links/surroundings.ts';
import type { Located } from '../located.ts';
import type { Outline, Segment } from '../source/outline.ts';
import { placeOf, type Source } from '../source/source.ts';
import { badgesIn } from './badge.ts';
import { bylineIn } from './byline.ts';
import { collectFacts } from './collect-facts.ts';
import { placeOfDate, readDate, writeDate } from './date.ts';
import { elementsWithStatus, withoutElement } from './element.ts';
import { entriesBelowLabels } from './entry/below.ts';
import type { Metadata, MetadataEntry } from './entry/entry.ts';
import { entriesOfLine, linesOf } from './entry/lines.ts';
import { entriesInHtml } from './html-entries.ts';
import { entriesOfLog } from './log-entries.ts';
import { emphasizedEntries, readKnownEntries } from './metadata.ts';
import { isDateAlone, mayBeDay, rankOf } from './metadata-field.ts';
import { namesIn } from './names.ts';
import { revisitInNotes } from './revisit-section.ts';
import { entriesOfSection, entryOfHeading } from './section-entries.ts';
import { entriesWithSigns } from './signed-line.ts';
import { meaningOfStatus, readStatus } from './status.ts';
import { entriesOfHistory } from './status-history.ts';
import { dateInTitle, entriesInTitle, statusInTitle } from './title-entries.ts';
import { entriesOfSectionTogether, entriesTogether } from './together.ts';

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

type Fields = Pick<
  AdrDocument,
  'statuses' | 'statusBoxes' | 'date' | 'dateForm' | 'dateOrder' | 'roles' | 'affects' | 'revisit' | 'title' | 'number'
>;

/**
 * Collects the metadata fields from all places. If a field occurs several times, the label counts that says it best, and
 * then the first one in the file.
 */
export function collectFields({ source, outline, sections, fileName }: Collected, places: Places): Fields {
  const { frontMatter, metadata, closing } = places;
  const aroundTitle = [...outline.preface, ...outline.preamble];
  const own = sections.flatMap((section) => [
    ...entryOfHeading(source, section),
    ...entriesOfSection(source, section),
    ...entriesOfSectionTogether(source, section.segment),
    ...entriesOfLog(source, section),
    ...(section.revisit?.entries ?? []),
  ]);
  const entries = [
    ...(frontMatter?.entries ?? []),
    ...(metadata?.entries ?? []),
    ...[frontMatter, metadata].flatMap(
      (place) => place?.entries.flatMap((entry) => entriesTogether(source, entry)) ?? [],
    ),
    ...entriesInTitle(source, outline),
    ...badgesIn(source, aroundTitle),
    ...elementsWithStatus(source, aroundTitle),
    ...entriesInHtml(source, aroundTitle),
    ...own,
    ...(closing?.entries ?? []),
  ].flatMap(withoutElement);
  const hasStatus = entries.some(({ field, value }) => field === 'status' && value.value.trim() !== '');
  const beside = entriesBeside(source, outline, metadata).filter(({ field }) => !hasStatus || field !== 'status');
  const near = [...entries, ...beside];
  const said = new Set(near.flatMap(({ field, value }) => (value.value.trim() === '' ? [] : field)));
  const notes = outline.segments.filter(({ part }) => part === 'more-information');
  const inNotes = notes.flatMap(({ nodes }) => revisitInNotes(source, nodes));
  const further = [...entriesInSections(source, outline), ...inNotes].filter(({ field }) => !said.has(field));
  const found = [...near, ...further];
  const seen = new Set(found.map(({ value }) => value.start));
  const again = sections.flatMap(
    ({ metadata: own }) => own?.entries.filter((entry) => isStatus(entry) && !seen.has(entry.value.start)) ?? [],
  );
  const isStatusKnown = found.some(
    ({ field, value, boxes }) => field === 'status' && (value.value.trim() !== '' || boxes !== undefined),
  );
  const known = isStatusKnown
    ? [...found, ...again]
    : [...found, ...statusInTitle(source, outline), ...statusInText(source)];
  const all = (field: MetadataEntry['field']) =>
    known
      .filter((entry) => entry.field === field)
      .toSorted((one, other) => rankIn(source, one) - rankIn(source, other));
  const told = [
    ...all('date'),
    ...datesOfStatuses(known),
    ...all('status').filter((entry) => hasDateNear(source, entry)),
  ];
  const named = dateInName(fileName);
  const dated = datesIn(source, told.length > 0 || named ? told : otherDays(source, [frontMatter, metadata]));
  const numbered = all('number').find((entry) => /\d{1,9}$/.test(entry.value.value));
  const date = dated[0]?.found ?? named ?? datesIn(source, dateInTitle(source, outline))[0]?.found;
  return {
    statuses: known.flatMap((entry) => (entry.field === 'status' ? (statusOf(entry) ?? []) : [])),
    statusBoxes: known.flatMap(({ boxes }) => boxes?.place ?? []),
    date,
    dateForm: dated[0]?.form,
    dateOrder: dated[0]?.order,
    ...collectFacts(source, known, date?.value),
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

/** Whether an entry says a status with a word for one. */
function isStatus({ field, value }: MetadataEntry): boolean {
  return field === 'status' && meaningOfStatus(readStatus(value.value).word) !== undefined;
}

/** The place of an entry among those of its field. A section of its own for those who wrote an ADR says more than a label. */
function rankIn({ language }: Source, { key, value }: MetadataEntry): number {
  const rank = rankOf(key, language);
  return value.foundIn === 'section' && rank === 2 ? 1 : rank;
}

/** What entries say as dates. “Accepted, 4 March 2024” is both a status and a date. */
function datesIn({ language, text }: Source, entries: readonly MetadataEntry[]) {
  return entries.flatMap(({ value }) => {
    const usual = readDate(value.value, language);
    const read = usual?.order === 'perhaps month first' ? readDate(value.value, language, isBritish(text)) : usual;
    return read === undefined ? [] : [{ found: { ...value, value: read.date }, form: read.form, order: read.order }];
  });
}

/** The most words between a status and its date. */
const wordsBetween = 5;

/** Whether the date in an entry about the status is the day of that status, and not of something else that is told of it. */
function hasDateNear({ language }: Source, { value: { value } }: MetadataEntry): boolean {
  const place = placeOfDate(value, language);
  if (place === undefined) return false;
  const { word } = readStatus(value);
  const said = meaningOfStatus(word);
  if (/[·|•;,–—]\s?$/.test(value.slice(0, place.start))) return true;
  const words = withoutReferences(value.slice(Math.min(word.length, place.start), place.start)).match(/\p{L}+/gu) ?? [];
  // “accepted (the whole plan for the kitchen, approved by Ana on 2024-03-04)”
  const again = said === undefined ? -1 : words.findLastIndex((one) => meaningOfStatus(one) === said);
  return words.length - (again + 1) <= wordsBetween;
}

/** Entries at the top that say nothing but a day, with a label that means nothing else, where no other date is. */
function otherDays({ language }: Source, places: readonly (Metadata | undefined)[]): MetadataEntry[] {
  return places.flatMap(
    (place) =>
      place?.entries.filter(({ field, key, value }) => field === undefined && mayBeDay(key, value.value, language)) ??
      [],
  );
}

/** Entries with a status for a label, such as “Accepted: 2024-03-04”; the day on which it was accepted is the first. */
function datesOfStatuses(entries: readonly MetadataEntry[]): MetadataEntry[] {
  const told = entries.flatMap((entry) => {
    const meaning = entry.field === undefined ? meaningOfStatus(entry.key) : undefined;
    return meaning === undefined ? [] : [{ entry, meaning }];
  });
  const first = told.filter(({ meaning }) => meaning === 'accepted');
  return [...first, ...told.filter((one) => !first.includes(one))].map(({ entry }) => entry);
}

/** The people and labels that metadata may name. */
export const roleFields: readonly RoleField[] = ['deciders', 'consulted', 'informed', 'tags'];

function statusOf({ value }: MetadataEntry): Located<StatusText> | undefined {
  return value.value.trim() === '' ? undefined : { ...value, value: readStatus(value.value) };
}

/** How many sections at the beginning may have the metadata of a file among their text. */
export const sectionsWithMetadata = 3;

/** The entries around the title and the metadata. */
function entriesBeside(
  source: Source,
  { preface, preamble }: Outline,
  metadata: Metadata | undefined,
): readonly MetadataEntry[] {
  const isKnown = metadata?.entries.some(({ field }) => field !== undefined) === true;
  const [from, to] = isKnown ? [metadata.first, metadata.first + metadata.length] : [0, 0];
  const beside = [...preface, ...preamble.slice(0, from), ...preamble.slice(to)].slice(0, mostBeside);
  const known = [
    ...readKnownEntries(source, beside, 'text'),
    ...entriesBelowLabels(source, beside),
    ...beside.flatMap((node) => [
      ...onlyDate(source, node),
      ...entriesWithSigns(source, node),
      ...bylineIn(source, node),
    ]),
  ];
  return known.length > 0 ? known : beside.flatMap((node) => entriesOfHistory(source, [node]));
}

/** How many blocks around the title may be metadata, and how many at the end of a file. */
const mostBeside = 40;
const blocksAtEnd = 2;

/** The entries among the text of sections: in a list under “Overview” before the context, in notes at the end, or in the last line. */
function entriesInSections(source: Source, { segments, closing }: Outline): readonly MetadataEntry[] {
  const start = segments.findIndex(({ part }) => part !== undefined && !headParts.includes(part));
  const head = segments.slice(0, start === -1 ? sectionsWithMetadata : Math.min(start, sectionsWithMetadata));
  const last = closing.length > 0 ? [] : (segments.at(-1)?.nodes.slice(-blocksAtEnd) ?? []);
  const notes = segments
    .slice(Math.max(head.length, segments.length - 1))
    .filter(({ part }) => part === 'more-information');
  const telling = [...head, ...notes];
  return [
    ...telling.flatMap((segment) => entriesAmong(source, segment)),
    ...last.flatMap((node) => (node.type === 'paragraph' ? emphasizedEntries(source, node) : [])),
    // Behind other entries, it is one of a section that has nothing else.
    ...(readKnownEntries(source, last.slice(0, -1), 'text').length > 0
      ? []
      : last.slice(-1).flatMap((node) => dateAtEnd(source, node))),
  ];
}

/** The date in the first line of a paragraph at the end; tags may be behind it that a tool left there: “Date: 2024-03-05</content>”. */
function dateAtEnd(source: Source, node: RootContent): MetadataEntry[] {
  const [line, ...others] = node.type === 'paragraph' ? linesOf(source, node) : [];
  const areTags = others.every(({ start, end }) => source.text.slice(start, end).startsWith('<'));
  if (line === undefined || !areTags) return [];
  return entriesOfLine(source, line, 'text').flatMap(({ entry }) => {
    const { value } = entry.value;
    const words = value.replace(tagsBehind, '');
    const end = entry.value.end - (value.length - words.length);
    const isDay = entry.field === 'date' && isDateAlone(words, source.language);
    return isDay ? [{ ...entry, value: { ...entry.value, value: words, end } }] : [];
  });
}

const tagsBehind = /(?:\s?<\/?[a-z][^<>]{0,100}>){1,4}$/i;

const headParts: readonly AdrPart[] = ['status', 'date', 'people', 'log', 'summary'];

/** A paragraph that is nothing but a date. */
function onlyDate(source: Source, node: RootContent): MetadataEntry[] {
  if (node.type !== 'paragraph') return [];
  const { start, end, line } = placeOf(node);
  const value = source.text.slice(start, end);
  const words = value.replaceAll(/^[*_\s]+|[*_\s]{1,4}$/g, '');
  const read = value.length > longestDate ? undefined : readDate(words, source.language);
  if (read === undefined || writeDate(read.date, read.form, source.language) !== words) return [];
  return [{ field: 'date', key: 'date', value: { value, foundIn: 'text', line, start, end }, names: undefined }];
}

/** The longest date in a paragraph of its own, in UTF-16 units. */
const longestDate = 40;

/** The entries of a section that has some among its text: several, and what they say is a status or a date. */
function entriesAmong(source: Source, { part, nodes }: Segment): readonly MetadataEntry[] {
  if (part === 'status' || part === 'date' || part === 'people' || part === 'log') return [];
  const entries = readKnownEntries(source, nodes, 'text');
  const fields = new Set(entries.map(({ field }) => field));
  const isMeant = entries.some(({ field, value: { value } }) =>
    field === 'date'
      ? readDate(value, source.language) !== undefined
      : field === 'status' && meaningOfStatus(readStatus(value).word) !== undefined,
  );
  return fields.size > 1 && isMeant ? entries : [];
}

/** A line such as “Status: done” anywhere in the text. */
function statusInText(source: Source): readonly MetadataEntry[] {
  for (const node of source.nodes) {
    if (node.type !== 'paragraph') continue;
    const entry = readKnownEntries(source, [node], 'text').find(({ field }) => field === 'status');
    if (entry !== undefined && entry.value.value !== '') return [entry];
  }
  return [];
}

const dateOfName =
  /(?:^|\/)(?:(?:[aept]?dr|decision)[-_. ]{1,2})?(?<date>\d{4}-\d{2}-\d{2}|\d{4}_\d{2}_\d{2}|(?:19|20)\d{6})(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?(?!\d)[^/]*(?:\/[^/]*)?$/i;

/** The date at the beginning of a file's name, or of the name of its folder. */
function dateInName(fileName: string | undefined): Located<string> | undefined {
  const written = dateOfName.exec(fileName ?? '')?.groups?.date;
  const read = written === undefined ? undefined : readDate(written.replaceAll('_', '-'));
  return read && { value: read.date, foundIn: 'file name', line: 1, start: 0, end: 0 };
}
