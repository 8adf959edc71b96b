import { type AdrLanguage, adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { readOnlyMonths } from '../../language/read-only.ts';
import { foldWord } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';

/**
 * A date as `YYYY-MM-DD`, or as `YYYY-MM` if it has no day, and the form in which it was written: an example, such as
 * “27 Dec 2024”.
 */
export interface DateText {
  readonly date: string;
  readonly form: string;
  readonly order: DateOrder | undefined;
}

/**
 * Which of two numbers between slashes is the day, as in 27/12/2024, and how such numbers were read that leave it open, as
 * in 4/5/2024. Undefined for any other date.
 */
export type DateOrder = 'day first' | 'month first' | 'perhaps day first' | 'perhaps month first';

/** The twelve names of months of one kind in a language, as they are written. */
interface MonthNames {
  /** Undefined for a language that is only read. */
  readonly language: AdrLanguage | undefined;
  readonly names: readonly string[];
}

const written = adrLanguages.flatMap((language): readonly MonthNames[] => {
  const { inDates, alone, short } = adrWords[language].months;
  return [inDates, alone, short].flatMap((names) => (names === '' ? [] : [{ language, names: names.split(' ') }]));
});

const monthNames = [...written, ...readOnlyMonths.map((names) => ({ language: undefined, names: names.split(' ') }))];

/** Every name of a month, with the kinds of names that have it. */
const kindsByName = new Map<string, MonthNames[]>();
for (const kind of monthNames) {
  for (const name of kind.names) {
    const key = foldWord(name);
    kindsByName.set(key, [...(kindsByName.get(key) ?? []), kind]);
  }
}
// “Sept.” is as common as “Sep.”.
kindsByName.set('sept', [...(kindsByName.get('sep') ?? []), ...(kindsByName.get('sept') ?? [])]);

const year = '(?<year>\\d{4})';
const numberBefore = '(?<!\\d)';
const numberAfter = '(?!\\d)';
const dayInWords = '(?<day>\\d{1,2})(?<ordinal>st|nd|rd|th|er|º|°|ª)?';
const name = '(?<name>\\p{L}{3,12})';

/** The ways to write a date, the least doubtful first. A slash leaves open whether the day or the month comes first. */
const patterns: readonly RegExp[] = [
  // The years of the Holocene calendar have a one in front: 12024-12-27.
  new RegExp(`${numberBefore}(?:1(?=20))?${year}-(?<month>\\d{1,2})-\\s?(?<day>\\d{1,2})${numberAfter}`, 'diu'),
  new RegExp(`${numberBefore}${year}/(?<month>\\d{1,2})/(?<day>\\d{1,2})${numberAfter}`, 'diu'),
  new RegExp(
    `${numberBefore}${year}\\s?[年년]\\s?(?<month>\\d{1,2})\\s?[月월]\\s?(?<day>\\d{1,2})\\s?[日号號일]`,
    'diu',
  ),
  new RegExp(`(?<!\\p{L})${name}\\.?\\s{1,3}${dayInWords},?\\s{1,3}${year}${numberAfter}`, 'diu'),
  new RegExp(
    `${numberBefore}${dayInWords}(?:\\.\\s{0,3}|\\s{1,3}|[-/])(?:de |of )?${name}\\.?,?(?:\\s{1,3}|[-/])(?:del? )?${year}${numberAfter}(?:\\s(?:г\\.?|года|r\\.)(?!\\p{L}))?`,
    'diu',
  ),
  new RegExp(`${numberBefore}(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?${year}${numberAfter}`, 'diu'),
  new RegExp(`${numberBefore}${year}\\.\\s?(?<month>\\d{1,2})\\.\\s?(?<day>\\d{1,2})${numberAfter}\\.?`, 'diu'),
  new RegExp(
    `${numberBefore}(?<one>\\d{1,2})(?<mark>[/-])(?<two>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d{2})${numberAfter}`,
    'diu',
  ),
  new RegExp(`${numberBefore}(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})${numberAfter}`, 'diu'),
  new RegExp(`${numberBefore}${year}[-/. ]${name}\\.?[-/. ]${dayInWords}(?!\\p{L}|\\d)`, 'diu'),
  new RegExp(`${numberBefore}(?<day>\\d{2})\\.(?<month>\\d{2})\\.(?<year>\\d{2})(?![\\d.])`, 'diu'),
  new RegExp(`(?<!\\p{L})${name}[-/](?<day>\\d{1,2})[-/]${year}${numberAfter}`, 'diu'),
  // The day can only be in the middle if there is no such month.
  new RegExp(`${numberBefore}${year}([-/])(?<day>1[3-9]|2\\d|3[01])\\2(?<month>\\d{1,2})${numberAfter}`, 'diu'),
];

/** The ways to write a month of a year, where a text says nothing else. */
const patternsOfMonths: readonly RegExp[] = [
  new RegExp(`^\\s*${name}\\.?\\s?,?\\s(?:del? )?${year}\\s*$`, 'diu'),
  new RegExp(`^\\s*${year}[-/.](?<month>\\d{1,2})\\s*$`, 'diu'),
  new RegExp(`^\\s*(?<month>\\d{1,2})[-/.]${year}\\s*$`, 'diu'),
  new RegExp(`^\\s*${year}\\s?[年년]\\s?(?<month>\\d{1,2})\\s?[月월]\\s*$`, 'diu'),
];

const inWords = adrLanguages.flatMap((language) => variantsOf(adrWords[language].dates));

/** The usual ways to write a date, as examples. */
export const dateForms: readonly string[] = [
  ...new Set(['2024-12-27', '2024/12/27', ...inWords, '27.12.2024', '27/12/2024', '12/27/2024', '20241227']),
];

/** The pieces of a written date: where they are, and what they say. */
interface Pieces {
  readonly start: number;
  readonly end: number;
  readonly year: Piece;
  readonly month: Piece;
  /** Undefined if only the month is said. */
  readonly day: Piece | undefined;
  readonly ordinal: Piece | undefined;
  /** The numbers alone don't say which of them is the month. */
  readonly isOpen: boolean;
  readonly order: DateOrder | undefined;
  /** The kind of name that the month has; undefined if it is a number. */
  readonly names: MonthNames | undefined;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: number;
}

/**
 * Finds a date in ISO form or another common form. Ignores dates that don't exist, such as February 30. Where the order
 * of day and month is open, as in 4/5/2022, English has the month first unless `isDayFirst`, and any other language the day.
 */
export function readDate(written: string, language?: AdrLanguage, isDayFirst = false): DateText | undefined {
  const pieces = findPieces(written, language, isDayFirst);
  if (pieces === undefined) return undefined;
  return { date: isoOf(pieces), form: formOf(written, pieces), order: pieces.order };
}

/** Where `readDate` finds a date in a text; undefined if it finds none. */
export function placeOfDate(
  written: string,
  language?: AdrLanguage,
): { readonly start: number; readonly end: number } | undefined {
  return findPieces(written, language);
}

/**
 * Writes a date in the form of an example: one that `readDate` returned, or any date that it can read. A month without a
 * day stays as it is in a form that has one.
 */
export function writeDate(date: string, form: string, language?: AdrLanguage): string {
  const pieces = findPieces(form, language);
  const [y = 0, m = 0, d] = date.split('-').map(Number);
  if (pieces === undefined || (d === undefined && pieces.day !== undefined)) return date;
  return replacePieces(form, pieces, y, m, d ?? 0);
}

const two = (number: number) => String(number).padStart(2, '0');
const four = (number: number) => String(number).padStart(4, '0');

function isoOf({ year: y, month, day }: Pieces): string {
  return [four(y.value), two(month.value), ...(day === undefined ? [] : [two(day.value)])].join('-');
}

function findPieces(written: string, language: AdrLanguage | undefined, isDayFirst = false): Pieces | undefined {
  if (!/\d/.test(written)) return undefined;
  for (const pattern of [...patterns, ...patternsOfMonths]) {
    const pieces = toPieces(pattern.exec(written), language, isDayFirst);
    if (pieces !== undefined && exists(pieces)) return pieces;
  }
  return undefined;
}

function toPieces(
  match: RegExpExecArray | null,
  language: AdrLanguage | undefined,
  isDayFirst: boolean,
): Pieces | undefined {
  const places = match?.indices?.groups;
  if (match === null || places === undefined) return undefined;
  const piece = (group: string): Piece | undefined => {
    const place = places[group];
    const text = match.groups?.[group];
    return place && text !== undefined ? { start: place[0], end: place[1], text, value: Number(text) } : undefined;
  };
  const named = piece('name');
  const names = named && kindOf(named.text, language);
  if (named !== undefined && names === undefined) return undefined;
  const [one, other] = [piece('one'), piece('two')];
  const isUsual = (language ?? 'en') === 'en' && !isDayFirst;
  const isMonthFirst = (one?.value ?? 0) <= 12 && ((other?.value ?? 0) > 12 || isUsual);
  const y = piece('year');
  const month =
    named && names ? { ...named, value: monthIn(names, named.text) } : (piece('month') ?? (isMonthFirst ? one : other));
  const day = piece('day') ?? (isMonthFirst ? other : one);
  if (y === undefined || month === undefined) return undefined;
  return {
    start: match.index,
    end: match.index + match[0].length,
    year: y.text.length === 2 ? { ...y, value: 2000 + y.value } : y,
    month,
    day,
    ordinal: piece('ordinal'),
    isOpen: one !== undefined,
    order: one === undefined || other === undefined ? undefined : orderOf(one.value, other.value, isMonthFirst),
    names,
  };
}

function orderOf(one: number, other: number, isMonthFirst: boolean): DateOrder | undefined {
  if (one > 12 || other > 12) return one > 12 ? 'day first' : 'month first';
  if (one === other) return undefined;
  return isMonthFirst ? 'perhaps month first' : 'perhaps day first';
}

/** The kind of names that a month's name belongs to: of the given language, or else as it is capitalized. */
function kindOf(written: string, language: AdrLanguage | undefined): MonthNames | undefined {
  const kinds = kindsByName.get(foldWord(written)) ?? [];
  return (
    kinds.find((kind) => kind.language !== undefined && kind.language === language) ??
    kinds.find(({ names }) => names.includes(written)) ??
    kinds[0]
  );
}

function monthIn({ names }: MonthNames, written: string): number {
  const word = foldWord(written);
  return names.findIndex((known) => foldWord(known) === word || foldWord(known).replace(/^sep$/, 'sept') === word) + 1;
}

function exists({ year: y, month, day }: Pieces): boolean {
  const d = day?.value ?? 1;
  const time = new Date(Date.UTC(y.value, month.value - 1, d));
  return time.getUTCFullYear() === y.value && time.getUTCMonth() === month.value - 1 && time.getUTCDate() === d;
}

/**
 * The example of a form: December 27, 2024, written like this date; or March 7, if this date shows that numbers below ten
 * have fewer or more digits than usual. It is March 27 if the example has to show which number is the month.
 */
function formOf(written: string, pieces: Pieces): string {
  const isUnusual = isPadded(written, pieces) !== isUsuallyPadded(written, pieces);
  const example = isUnusual
    ? replacePieces(written, pieces, 2024, 3, pieces.isOpen ? 27 : 7)
    : replacePieces(written, pieces, 2024, 12, 27);
  return example.slice(pieces.start, example.length - written.length + pieces.end);
}

/** Numbers alone usually have two digits; beside a word, or in Korean and Japanese, only as many as they need. */
function isUsuallyPadded(written: string, { start, end, names }: Pieces): boolean {
  return names === undefined && !/[年년]|\.\s/.test(written.slice(start, end));
}

function isPadded(written: string, pieces: Pieces): boolean {
  const numbers = [pieces.day, pieces.names === undefined ? pieces.month : undefined].filter(
    (one) => one !== undefined,
  );
  const shown = numbers.find(({ value }) => value < 10);
  return shown === undefined ? isUsuallyPadded(written, pieces) : shown.text.length > 1;
}

/** Replaces the date in a text by another one, in the same form. */
function replacePieces(written: string, pieces: Pieces, y: number, m: number, d: number): string {
  const { names, ordinal } = pieces;
  const digits = (value: number) => (isPadded(written, pieces) ? two(value) : String(value));
  const month = names === undefined ? digits(m) : likeWord(names.names[m - 1] ?? '', pieces.month.text);
  const edits: (readonly [Piece, string])[] = [
    [pieces.year, pieces.year.text.length === 2 ? two(y % 100) : four(y)],
    [pieces.month, month],
    ...(pieces.day === undefined ? [] : ([[pieces.day, digits(d)]] as const)),
  ];
  if (ordinal !== undefined) edits.push([ordinal, /^(?:st|nd|rd|th)$/i.test(ordinal.text) ? ordinalOf(d) : '']);
  const fromEnd = edits.toSorted(([one], [other]) => other.start - one.start);
  return fromEnd.reduce((text, [{ start, end }, by]) => text.slice(0, start) + by + text.slice(end), written);
}

/** Writes a name with the capitals that another one has. */
function likeWord(word: string, other: string): string {
  if (other.length > 1 && other === other.toUpperCase()) return word.toUpperCase();
  const first = word.slice(0, 1);
  const isCapital = other.slice(0, 1) !== other.slice(0, 1).toLowerCase();
  return (isCapital ? first.toUpperCase() : first.toLowerCase()) + word.slice(1);
}

function ordinalOf(day: number): string {
  const last = day % 10;
  if (last > 3 || last === 0 || (day > 10 && day < 14)) return 'th';
  return last === 1 ? 'st' : last === 2 ? 'nd' : 'rd';
}

/** The first day of a month that is written without a day; any other date as it is. */
export function firstDayOf(date: string): string {
  return date.length < 10 ? `${date}-01` : date;
}
