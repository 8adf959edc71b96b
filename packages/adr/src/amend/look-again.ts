import { wordToWrite } from '../language/adr-words.ts';
import { adrWords } from '../language/words.ts';
import { escapeLine } from '../markdown/to-markdown.ts';
import type { AdrDocument } from '../read/document.ts';
import { readDate, writeDate } from '../read/metadata/date.ts';
import type { MetadataEntry } from '../read/metadata/entry/entry.ts';
import { isLastLook, isPlaceholder } from '../read/metadata/metadata-field.ts';
import { readRevisitDate } from '../read/metadata/revisit-date.ts';
import { readAdr } from '../read/read-adr.ts';
import { placeOf, startOfFrontMatter } from '../read/source/source.ts';
import { formLike } from '../style/date-form.ts';
import type { HouseStyle, MetadataEntryForm } from '../style/house-style.ts';
import { styleOf } from '../style/style-of.ts';
import { entryFor } from '../write/homeless-facts.ts';
import { placesOf } from '../write/metadata-value.ts';
import { applyEdits, type Edit, insertAt, toFile } from './edit.ts';
import { endOfTitle, markerOf } from './edit-places.ts';
import { addMetadataLine } from './metadata-line.ts';

/** Somebody looked at a decision again, and it is still right. */
export interface LookedAgain {
  /** On which day, `YYYY-MM-DD`. */
  readonly on: string;
  /** Their name, in plain text; undefined if nobody is to be named. */
  readonly by: string | undefined;
  /** The next day to look again, `YYYY-MM-DD`; undefined to leave the one that the ADR has. */
  readonly next: string | undefined;
}

/**
 * Notes in an ADR that its decision is still right: the next day to look again, in the entry or section that the file has
 * for it, or else where its house has it; and who looked on which day, in an entry such as “Last reviewed”, or else in a
 * line of its own under “More Information”. Everything else stays the same. `file` must have been decoded without loss.
 */
export function confirmAdr(file: string, looked: LookedAgain, house?: HouseStyle): string {
  const dated = looked.next === undefined ? file : withNextLook(file, looked.next, house);
  const document = readAdr(dated);
  return applyEdits(dated, toFile(dated, document, [noteOf(document, looked, house)]));
}

/** The file with another day to look again. */
function withNextLook(file: string, next: string, house: HouseStyle | undefined): string {
  const document = readAdr(file);
  const ways = waysToSay(document, next, house).map((edit) => applyEdits(file, toFile(file, document, [edit])));
  // An unclosed comment or code block would swallow text added after it.
  return ways.find((amended) => readAdr(amended).revisit.on?.value === next) ?? ways.at(-1) ?? file;
}

/** The ways to say when to look again, the best first. */
function waysToSay(document: AdrDocument, next: string, house: HouseStyle | undefined): Edit[] {
  const { on } = document.revisit;
  const style = house ?? styleOf(document);
  if (on !== undefined) {
    const written = document.source.text.slice(on.start, on.end);
    return [{ start: on.start, end: on.end, text: withDate(document, written, next, style) }];
  }
  const date = writeDate(next, dateFormFor(style));
  const empty = entriesOf(document).find((entry) => isForNextLook(entry, style) && isEmpty(entry));
  return [
    ...(empty === undefined ? [] : [fill(document, empty, date)]),
    ...inFrontMatter(document, next, style),
    ...inMetadata(document, date, style),
    ...inOwnSection(document, date),
    atEnd(document, lineFor(document, date), style),
    underTitle(document, lineFor(document, date)),
  ];
}

/** A written value with another day in it. One that had only a month, or a quarter, gets the day. */
function withDate({ source }: AdrDocument, written: string, next: string, style: HouseStyle): string {
  const read = readRevisitDate(written, source.language, false) ?? readDate(written, source.language);
  const before = read === undefined ? '' : writeDate(read.date, read.form, source.language);
  const at = before === '' ? -1 : written.indexOf(before);
  const hasDay = read !== undefined && read.date.length === 10;
  const date = writeDate(next, hasDay ? read.form : style.dateForm, source.language);
  if (at !== -1) return written.slice(0, at) + date + written.slice(at + before.length);
  const [quote = ''] = /^["']/.exec(written) ?? [];
  return quote + date + quote;
}

const entriesOf = ({ frontMatter, metadata, closing }: AdrDocument): MetadataEntry[] =>
  [frontMatter, metadata, closing].flatMap((place) => place?.entries ?? []);

const isEmpty = ({ value: { value } }: MetadataEntry) =>
  value.trim() === '' || isPlaceholder(value) || /^[<{[].*[>}\]]$|[YJA]{4}[-/.]MM/.test(value.trim());

/** Whether an entry is for the next look: by its label, or because the house has it for that. */
function isForNextLook({ field, key }: MetadataEntry, style: HouseStyle): boolean {
  return (
    field === 'revisit on' || (field === undefined && entryInHouse(style)?.key.toLowerCase() === key.toLowerCase())
  );
}

const entryInHouse = (style: HouseStyle): MetadataEntryForm | undefined =>
  placesOf(style)
    .flatMap(({ entries }) => entries)
    .find(({ field }) => field === 'revisit on');

const dateFormFor = (style: HouseStyle) => entryInHouse(style)?.dateForm ?? style.dateForm;

function fill({ source: { text } }: AdrDocument, { value: { start, end } }: MetadataEntry, date: string): Edit {
  const gap = /[\s：]/.test(text.slice(start - 1, start)) ? '' : ' ';
  return { start, end, text: `${gap}${date}${text.slice(end, end + 1) === '|' ? ' ' : ''}` };
}

function inFrontMatter(document: AdrDocument, next: string, style: HouseStyle): Edit[] {
  const { frontMatter: node } = document.outline;
  const { frontMatter } = document;
  if (node === undefined || frontMatter === undefined || node.value.trim() === '') return [];
  // A house with an entry elsewhere has it there.
  if (entryInHouse(style) !== undefined && document.metadata !== undefined && !isInFrontMatter(style)) return [];
  const form =
    (isInFrontMatter(style) ? entryInHouse(style) : undefined) ?? entryFor('revisit on', frontMatter.form, style);
  const { quote } = form.shape;
  const date = writeDate(next, form.dateForm ?? style.dateForm);
  const end = startOfFrontMatter(document.source, node) + node.value.length;
  return [insertAt(end, `\n${form.lead.trimEnd()} ${quote}${date}${quote}`)];
}

const isInFrontMatter = ({ frontMatter }: HouseStyle) =>
  frontMatter?.entries.some(({ field }) => field === 'revisit on') === true;

/** Another line, item or row in the metadata under the title. */
function inMetadata(document: AdrDocument, date: string, style: HouseStyle): Edit[] {
  const { metadata, outline } = document;
  const last = metadata?.entries.at(-1);
  const node = metadata && outline.preamble[metadata.first];
  if (metadata === undefined || last === undefined || node === undefined) return [];
  const { form, first, length } = metadata;
  const known = entryInHouse(style);
  const entry =
    known !== undefined && known.lead !== '' && !isInFrontMatter(style) ? known : entryFor('revisit on', form, style);
  const { end } = placeOf(outline.preamble[first + length - 1] ?? node);
  const [line, quote] = [`${entry.lead}${date}${entry.tail}`, form.isQuoted ? '> ' : ''];
  switch (form.layout) {
    case 'list':
      return [insertAt(end, `\n${quote}${form.marker ?? markerOf(document, node)}${line}`)];
    case 'lines':
      return [addMetadataLine(document, form, last, line)];
    case 'paragraphs':
      return [insertAt(end, `\n${quote.trim()}\n${quote}${line}`)];
    case 'table':
      return form.table?.entriesIn === 'rows' ? [insertAt(end, `\n${quote}${entry.lead} ${date} |`)] : [];
    case 'front matter':
      return [];
  }
}

/** In the section that tells when people look again, if it says no day yet. */
function inOwnSection(document: AdrDocument, date: string): Edit[] {
  const section = document.sections.find(({ revisit }) => revisit !== undefined);
  if (section === undefined) return [];
  const { heading, nodes } = section.segment;
  const isForDay = section.revisit?.fact === 'revisit on' && nodes.length === 0;
  return [insertAt(placeOf(nodes.at(-1) ?? heading).end, `\n\n${isForDay ? date : lineFor(document, date)}`)];
}

/** “Revisit on: 2027-03-01” */
function lineFor(document: AdrDocument, date: string): string {
  const { labels, colon } = adrWords[styleOf(document).labelLanguage];
  return wordToWrite(labels['revisit on']) + colon + date;
}

/** A paragraph or an item under More Information, which the file gets if it has none. */
function atEnd(document: AdrDocument, line: string, style: HouseStyle): Edit {
  const { sections, source, outline } = document;
  const notes = sections.find(({ part }) => part === 'more-information');
  const last = notes?.segment.nodes.at(-1);
  if (last?.type === 'list' && last.ordered !== true) {
    return insertAt(placeOf(last).end, `\n${markerOf(document, last)}${line}`);
  }
  if (notes !== undefined) return insertAt(placeOf(last ?? notes.segment.heading).end, `\n\n${line}`);
  // What closes the file stays at its end.
  const end = outline.closing.length > 0 ? sections.at(-1)?.segment.nodes.at(-1) : source.nodes.at(-1);
  if (end === undefined) return underTitle(document, line);
  const depth = Math.min(6, ...sections.map((section) => section.depth));
  const { headings } = adrWords[styleOf(document).labelLanguage];
  const heading = style.sections.find(({ part }) => part === 'more-information')?.heading;
  const marks = '#'.repeat(sections.length === 0 ? 2 : depth);
  return insertAt(placeOf(end).end, `\n\n${marks} ${heading ?? wordToWrite(headings['more-information'])}\n\n${line}`);
}

function underTitle(document: AdrDocument, line: string): Edit {
  const { title } = document.outline;
  return title === undefined ? insertAt(0, `${line}\n\n`) : insertAt(endOfTitle(document), `\n\n${line}`);
}

/** What is noted of who looked again: in the entry that the file has for that, or else in a line. */
function noteOf(document: AdrDocument, { on, by }: LookedAgain, house: HouseStyle | undefined): Edit {
  const style = house ?? styleOf(document);
  const entry = entriesOf(document).find(({ key, names }) => isLastLook(key) && names === undefined);
  const told = entry && inEntry(document, entry, on, by, style);
  if (told !== undefined) return told;
  const [withName = '', alone = ''] = adrWords[styleOf(document).labelLanguage].stillRight.split(' | ');
  const day = writeDate(on, style.dateForm);
  const line = (by === undefined ? alone : withName)
    .replace('{day}', () => day)
    .replace('{name}', () => escapeLine(by ?? ''));
  return atEnd(document, line, style);
}

/** The day, and the name if one is there, in place of those that the entry has; undefined if it says something else. */
function inEntry(
  document: AdrDocument,
  entry: MetadataEntry,
  on: string,
  by: string | undefined,
  style: HouseStyle,
): Edit | undefined {
  const { language } = document.source;
  const { start, end } = entry.value;
  const written = document.source.text.slice(start, end);
  if (isEmpty(entry)) return fill(document, entry, writeDate(on, style.dateForm));
  const read = readDate(written, language);
  const before = read === undefined ? '' : writeDate(read.date, read.form, language);
  const at = before === '' ? -1 : written.indexOf(before);
  if (read === undefined || at === -1) return undefined;
  const rest = written.slice(at + before.length);
  const { lead, name, close } = byName.exec(rest)?.groups ?? {};
  const form = read.date.length === 10 ? formLike(read, style.dateForm) : style.dateForm;
  const date = written.slice(0, at) + writeDate(on, form, language);
  if (name === undefined) return /^["'\s]*$/.test(rest) ? { start, end, text: date + rest } : undefined;
  return {
    start,
    end,
    text:
      date + (by === undefined ? '' : `${lead}${escapeLine(by)}`) + (by === undefined ? quoteIn(close) : (close ?? '')),
  };
}

const quoteIn = (close: string | undefined) => (close ?? '').replaceAll(/[)）]/g, '');

/** “ by Ana”, “ (Ana)”, “, Ana” */
const byName =
  /^(?<lead>[,;]?\s{0,2}(?:(?:by|von|par|por|da|door)\s|[(（–-]\s?)?)(?<name>\p{L}[^()（）"'\n]{0,80})(?<close>[)）]?["']?)$/u;
