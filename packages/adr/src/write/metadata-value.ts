import type { AdrContent, StatusText } from '../content/content.ts';
import { adrFileName } from '../name/file-name.ts';
import { writeDate } from '../read/metadata/date.ts';
import { splitNames } from '../read/metadata/metadata-field.ts';
import { isUsualStatus, meaningOfStatus } from '../read/metadata/status.ts';
import { houseFileName } from '../style/file-name-form.ts';
import type {
  EntryValue,
  HouseStyle,
  MetadataEntryForm,
  MetadataForm,
  PatternFact,
  StandingText,
  StatusInPlace,
} from '../style/house-style.ts';
import { dateMark, withoutDate } from '../style/status-form.ts';
import { factValue, hasRoomForPaths } from './fact-value.ts';
import { writeBoxes } from './status-boxes.ts';
import { isMapIn, isYamlValue, namesToYaml, plainText, quote, toYaml } from './yaml-value.ts';

/** Writes the status with the word that the house has for it in a place, and with what it has around it there. */
export function writeStatus(status: StatusText, style: HouseStyle, date?: string, place?: StatusInPlace): string {
  const { before, after, dateForm } = place?.form ?? style.statusForm;
  const word = wordOf(status, style, place);
  const isAlone = status.remainder === '' && !hasOwnDate(status) && (dateForm === undefined || date !== undefined);
  if (!isAlone) return withEnd(word, status.remainder);
  const written = dateForm === undefined || date === undefined ? '' : writeDate(date, dateForm);
  return (
    before.replace(dateMark, () => written) +
    withEnd(
      word,
      after.replace(dateMark, () => written),
    )
  );
}

const openMark = /^(?:\*\*|__)(?=[^*_]*$)/;

/** A word and what is behind it. Emphasis that begins in front of the word, and ends nowhere, ends behind it. */
function withEnd(word: string, behind: string): string {
  const mark = openMark.exec(word)?.[0] ?? '';
  return mark === '' || behind.includes(mark) ? word + behind : word + mark + behind;
}

/** Whether a status that was written before has its date in front of it. */
const hasOwnDate = ({ word }: StatusText) => withoutDate(word) !== word;

function wordOf(status: StatusText, style: HouseStyle, place: StatusInPlace | undefined): string {
  if (hasOwnDate(status)) return status.word;
  const meaning = meaningOfStatus(status.word);
  const word = meaning && (place?.words[meaning] ?? style.statusWords[meaning]);
  // “Implemented” says more than “Accepted”, and “Under review” more than “Proposed”.
  return word === undefined || !isUsualStatus(status.word) ? status.word : word;
}

/** All places where the house has metadata. */
export function placesOf(style: HouseStyle): MetadataForm[] {
  const inSections = style.sections.map(({ metadata }) => metadata);
  const { frontMatter, above, metadata, below, closing } = style;
  return [frontMatter, above, metadata, below, ...inSections, closing].filter((form) => form !== undefined);
}

/** The value of an entry in a new ADR; undefined if there is none. */
export function valueFor(
  entry: MetadataEntryForm,
  content: AdrContent,
  style: HouseStyle,
  form: MetadataForm,
): string | undefined {
  const isYaml = form.layout === 'front matter';
  const { value } = entry;
  switch (value.kind) {
    case 'given':
    case 'asked':
      return givenFor(entry, content, style, form);
    case 'constant':
      return isTold(entry, content) ? givenFor(entry, content, style, form) : value.written;
    case 'counter':
      return isTold(entry, content) ? givenFor(entry, content, style, form) : quote(count(value, content), entry);
    case 'pattern': {
      if (isTold(entry, content)) return givenFor(entry, content, style, form);
      const text = fillIn(value.parts, content, style);
      if (text === undefined) return undefined;
      if (entry.shape.list === 'flow' || entry.shape.list === 'block') return namesToYaml(splitNames(text), entry);
      return isYaml && !/^\d+$/.test(text) ? toYaml(text, entry) : quote(text, entry);
    }
  }
}

/** Whether somebody has said another value of an entry than the one that follows from the house's other ADRs. */
function isTold({ field, key, value: usual }: MetadataEntryForm, { extra, roles, affects = [] }: AdrContent): boolean {
  const written = usual.kind === 'constant' ? usual.written : undefined;
  if (field === undefined) return extra.some(({ key: other, value }) => other === key && value !== written);
  if (field === 'affects') return affects.length > 0;
  return field === 'tags' && (roles.tags ?? []).length > 0;
}

/** The value as the ADR gives it. */
function givenFor(
  entry: MetadataEntryForm,
  content: AdrContent,
  style: HouseStyle,
  form: MetadataForm,
): string | undefined {
  const isYaml = form.layout === 'front matter';
  switch (entry.field) {
    case undefined:
      return hasRoomForPaths(entry, content)
        ? factValue({ ...entry, field: 'affects' }, content, style, isYaml)
        : valueByKey(entry, content, isYaml);
    case 'status': {
      if (content.status === undefined) return undefined;
      if (entry.boxes !== undefined) {
        const written = writeStatus(content.status, style, content.date, entry.status);
        const indent = /\n(?<indent>.*)$/.exec(entry.lead)?.groups?.indent ?? '';
        return writeBoxes(entry.boxes, content.status, written).replaceAll('\n', `\n${indent}`);
      }
      const isToldAgain =
        form !== style.closing && style.closing?.entries.some(({ field }) => field === 'status') === true;
      // A list, such as that of tags, has the word alone.
      if (entry.shape.list === 'flow' || entry.shape.list === 'block') {
        return namesToYaml([plainText(wordOf(content.status, style, entry.status))], entry);
      }
      const written =
        isToldAgain && entry.status === undefined
          ? wordOf(content.status, style, undefined)
          : writeStatus(content.status, style, content.date, entry.status);
      return quote(/^[.。]/.test(entry.tail) ? written.replace(/[.。]$/, '') : written, entry);
    }
    case 'date':
      return content.date === undefined ? undefined : quote(writeDate(content.date, style.dateForm), entry);
    case 'title':
      if (content.title === '') return undefined;
      return isYaml ? toYaml(plainText(content.title), entry) : content.title;
    case 'number':
      return content.number === undefined ? undefined : quote(String(content.number), entry);
    case 'affects':
    case 'revisit on':
    case 'revisit when':
      // An entry of that name may say something else in some ADRs.
      return factValue({ ...entry, field: entry.field }, content, style, isYaml) ?? valueByKey(entry, content, isYaml);
    default: {
      const names = content.roles[entry.field];
      if (names === undefined || (names.length === 0 && entry.shape.list !== 'flow')) return undefined;
      return isYaml ? namesToYaml(names.map(plainText), entry) : names.join(', ');
    }
  }
}

/** The value that an entry has by its key alone. */
function valueByKey(entry: MetadataEntryForm, { extra }: AdrContent, isYaml: boolean): string | undefined {
  const value = extra.find(({ key }) => key === entry.key)?.value;
  if (value === undefined || !isYaml) return value;
  if (entry.shape.list === 'map' && isMapIn(entry, value)) return value;
  const text = plainText(value);
  if (entry.shape.list === 'flow' || entry.shape.list === 'block') return namesToYaml(splitNames(text), entry);
  return text === value && isYamlValue(value) ? quote(value, entry) : toYaml(text, entry);
}

function count({ step, last }: Extract<EntryValue, { kind: 'counter' }>, { number }: AdrContent): string {
  const steps = number === undefined || last.number === undefined ? 1 : number - last.number;
  return String(last.value + step * steps);
}

/** Fills in the facts of a pattern. A number that is not known yet is shown as in headings. */
export function fillIn(parts: StandingText, content: AdrContent, style: HouseStyle): string | undefined {
  let filled = '';
  for (const part of parts) {
    const text = typeof part === 'string' ? part : factIn(part, content, style);
    if (text === undefined) return undefined;
    filled += text;
  }
  return filled;
}

function factIn(part: PatternFact, content: AdrContent, style: HouseStyle): string | undefined {
  const { number, title, date } = content;
  switch (part.fact) {
    case 'number':
      return number === undefined ? 'N'.repeat(Math.max(part.width, 1)) : String(number).padStart(part.width, '0');
    case 'date':
      return date === undefined ? undefined : writeDate(date, part.form);
    case 'year':
      return date?.slice(0, 4);
    case 'title':
      return plainText(title);
    case 'slug':
      return withoutEnding(adrFileName(1, plainText(title))).replace(/^\d+-/, '');
    case 'file':
      return fileOf(content, style);
  }
}

/** The name that the house gives the file of an ADR, without its ending; undefined while that is not known. */
function fileOf({ number, title, date }: AdrContent, { fileName }: HouseStyle): string | undefined {
  const isKnown = fileName.scheme === 'date' ? date !== undefined : number !== undefined && number > 0;
  if (!isKnown) return undefined;
  const path = houseFileName(fileName, number, plainText(title), date ?? '');
  return withoutEnding(path.slice(path.lastIndexOf('/') + 1));
}

const withoutEnding = (name: string) => name.replace(/\.md$/, '');
