import type { Status } from '../content/content.ts';
import { isDated, isPeriod, readNameNumber } from '../name/adr-mark.ts';
import { adrPathOf, folderOf, renameAdr } from '../name/adr-path.ts';
import { checkNumber, numberIn, type SlugForm, type SlugJoint, slugOf } from '../name/file-name.ts';
import { statusOfFolder } from '../name/sort-files.ts';
import type { FileNameForm } from './house-style.ts';

type NameForm = Omit<FileNameForm, 'folder' | 'statusFolders' | 'slug'>;

/** How many ADRs without number and date show that the house has neither. */
const fewestPlain = 3;

/** Stand for the year and the month in the name of a folder. */
const anyYear = 'YYYY';
const anyMonth = 'YYYY-MM';
/** Stands for the date in front of a number. */
const anyDay = 'YYYY-MM-DD';

/** The name of a folder for each year or month, with what stands for it; any other name as it is. */
function inAnyPeriod(name: string): string {
  if (!isPeriod(name)) return name;
  return name.length === anyYear.length ? anyYear : /^\d{4}-\d{2}$/.test(name) ? anyMonth : name;
}

const usual: NameForm = { scheme: 'number', before: '', width: 4, after: '-', within: undefined };

/** The form that most paths of ADRs have, or `NNNN-…` in the archive's own folder if there are none to learn from. */
export function fileNameFormOf(paths: readonly string[]): FileNameForm {
  const marked = mostCommon(paths.flatMap((path) => readForm(path) ?? []));
  const plain = mostCommon(paths.map((path) => ({ ...plainForm, within: withinOf(path) })));
  const isPlain = marked === undefined && paths.length >= fewestPlain;
  const form = marked ?? (isPlain ? plain : plain && { ...usual, within: plain.within }) ?? usual;
  const newestLast = paths.toSorted((one, other) => (numberIn(one) ?? -1) - (numberIn(other) ?? -1));
  return { ...form, ...readFolders(newestLast), slug: slugFormOf(newestLast) };
}

/** How many of the latest names show how a house writes titles in them. */
const latestNames = 20;

/** The share of names with letters of their own that shows that a house keeps those; many titles have none. */
const shareOfOwnLetters = 0.25;

function shareOf(texts: readonly string[], pattern: RegExp): number {
  return texts.filter((text) => pattern.test(text)).length / Math.max(1, texts.length);
}

/** How names have titles. Where not even every other one has a capital letter, a new one has none. */
function slugFormOf(newestLast: readonly string[]): SlugForm {
  const names = newestLast.slice(-latestNames).map((path) => adrPathOf(path).name);
  const titles = names.map(titleIn);
  const joints = names.flatMap((name) => jointIn(name) ?? []);
  // “GitHub” beside “use-tea” is a word.
  const signs = joints.filter((joint) => joint !== '');
  const cased = titles.filter((title) => /[\p{Lu}\p{Ll}]/u.test(title));
  return {
    hasOwnLetters: shareOf(titles, /[^\P{L}A-Za-z]/u) >= shareOfOwnLetters,
    hasCapitals: shareOf(cased, /\p{Lu}/u) > 1 / 2,
    joint: mostCommon(signs.length > 0 ? signs : joints),
  };
}

function titleIn(name: string): string {
  return readNameNumber(name)?.title ?? name.replace(isDated(name) ? /^\D{0,40}\d[\d-]*/ : /^\d[\d-]*/, '');
}

/** What is between the words of a name's title; undefined if it has one word. */
function jointIn(name: string): SlugJoint | undefined {
  const title = titleIn(name).replace(/^[-_. ]+/, '');
  const joint = mostCommon(title.match(/[-_ ]/g) ?? []);
  if (joint === '-' || joint === '_' || joint === ' ') return joint;
  const isBehindNumber = readNameNumber(name)?.after === '' && /^\p{Lu}/u.test(title);
  return isBehindNumber || /^\p{Lu}\p{Ll}+\p{Lu}/u.test(title) ? '' : undefined;
}

const plainForm = { scheme: 'title', before: '', width: 0, after: '' } as const;

function readForm(path: string): NameForm | undefined {
  const { name } = adrPathOf(path);
  const within = withinOf(path);
  const number = readNameNumber(name);
  if (isDated(name) && number === undefined) {
    const { before = '', day = '', after = '' } = dayInFront.exec(name)?.groups ?? {};
    return day === '' ? undefined : { scheme: 'date', before, width: day.length, after, day: asPattern(day), within };
  }
  const { before, digits, after } = number ?? {};
  if (digits === undefined || (within !== undefined && isPeriod(name))) return undefined;
  return { scheme: 'number', before: withAnyDate(before ?? ''), width: digits.length, after: after ?? '', within };
}

/** A date, perhaps with a time, and what is around it: “2026-11-20.x”, “20261120093000-x”, “ADR-2026-11-20”. */
const dayInFront =
  /^(?<before>(?:\p{L}[\p{L}\d ]{0,30}[-_. ]{1,2})?)(?<day>\d{4}(?<mark>[-_]?)\d{2}\k<mark>\d{2}(?:[-_T]?\d{6}(?=[-_. ]\D)|[-_T]?\d{4}(?=[-_. ]\D))?)(?:(?<after>[-_. ]{1,3})(?=[^\s])|$)/u;

/** A date with what stands for its digits. */
function asPattern(day: string): string {
  const signs = [...'YYYYMMDDhhmmss'];
  return day.replaceAll(/\d/g, () => signs.shift() ?? '0');
}

const dateInFront = /(?<!\d)(?:\d{8}|\d{4}-\d{2}-\d{2})(?!\d)/;

/** What is in front of a number, with what stands for a date. */
function withAnyDate(before: string): string {
  return before.replace(dateInFront, (date) => (date.length === 8 ? anyDay.replaceAll('-', '') : anyDay));
}

function withDate(before: string, date: string): string {
  return before.replace(anyDay, date).replace(anyDay.replaceAll('-', ''), date.replaceAll('-', ''));
}

function withinOf(path: string): string | undefined {
  const { name, within, isInNumber } = adrPathOf(path);
  if (isInNumber) return '#';
  return within?.toLowerCase() === `${name}.md`.toLowerCase() ? '*' : within;
}

/** The most common value; of several, the last one. */
function mostCommon<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(JSON.stringify(value), (counts.get(JSON.stringify(value)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return values.findLast((value) => counts.get(JSON.stringify(value)) === most);
}

/** The folder that most ADRs are in, where those of each year or status count as one, and the folders by status. */
function readFolders(paths: readonly string[]): Pick<FileNameForm, 'folder' | 'statusFolders'> {
  const areas = paths.map((path) => adrPathOf(path).area);
  const kindOf = (area: string) =>
    mapNames(area, (name) => (statusOfFolder(name) === undefined ? inAnyPeriod(name) : '*'));
  const kind = mostCommon(areas.map(kindOf)) ?? '';
  const statusFolders: Partial<Record<Status, string>> = {};
  for (const name of areas.flatMap((area) => area.split('/'))) {
    const status = statusOfFolder(name);
    if (status !== undefined) statusFolders[status] = name;
  }
  const folder = mostCommon(areas.filter((area) => kindOf(area) === kind)) ?? '';
  return { folder: mapNames(folder, inAnyPeriod), statusFolders };
}

/** What decides where a new ADR goes, besides the house. */
export interface Whereabouts {
  /** The path of the ADR that it takes the place of, or changes: it goes into the same folder. */
  readonly beside?: string | undefined;
  readonly status?: Status | undefined;
}

/**
 * The path of a new ADR in the house style. `date` is `YYYY-MM-DD`. If names start with a date or a title, the number is
 * not used. Throws RangeError if it is used and is none.
 */
export function houseFileName(
  form: FileNameForm,
  number: number | undefined,
  title: string,
  date: string,
  where: Whereabouts = {},
): string {
  const name = houseName(form, number, title, date, where.beside);
  const folder = houseFolder(form, date, where);
  if (form.within === undefined) return `${folder}${name}.md`;
  if (form.within === '#') return renameAdr(`${folder}1/1-x.md`, name);
  return `${folder}${name}/${form.within === '*' ? `${name}.md` : form.within}`;
}

function houseName(
  house: FileNameForm,
  number: number | undefined,
  title: string,
  date: string,
  beside: string | undefined,
): string {
  // Where areas have names of their own kind, one with the date is that of its area.
  const near = beside === undefined ? undefined : readForm(beside);
  const form = near?.scheme === 'date' ? { ...house, ...near } : house;
  const { scheme, width, after } = form;
  if (scheme === 'number') checkNumber(number ?? 0);
  const joint = form.slug.joint ?? (after.includes('_') ? '_' : '-');
  const slug = slugOf(title, { ...form.slug, joint });
  if (scheme === 'title') return slug;
  const words = after === '' && joint !== '' ? '' : slug;
  // “2026_11_20_x”
  const day = form.day ?? (width === 8 ? 'YYYYMMDD' : `YYYY${after}MM${after}DD`);
  if (scheme === 'date') return `${form.before}${dayAs(day, date)}${after}${words}`;
  // A house that begins names with an area has another one in each.
  const own = near?.before;
  const before = withDate(own && form.before !== '' ? own : form.before, date);
  return `${before}${String(number).padStart(width, '0')}${after}${words}`;
}

/** A date in a pattern. A time of day that nobody knows is midnight. */
function dayAs(pattern: string, date: string): string {
  const digits = [...date.replaceAll('-', '')];
  return pattern.replaceAll(/[YMDhms]/g, () => digits.shift() ?? '0');
}

/** The folder of a new ADR, with its last slash. Its numbers may count for themselves. */
export function houseFolder(form: FileNameForm, date: string, { beside, status = 'accepted' }: Whereabouts): string {
  const { folder, statusFolders } = form;
  const wanted = status === 'proposed' ? 'accepted' : status;
  return mapNames(beside === undefined ? folder : adrPathOf(beside).area, (name) => {
    const period = inAnyPeriod(name);
    if (period === anyYear || period === anyMonth) return date.slice(0, period.length);
    return statusOfFolder(name) === undefined ? name : (statusFolders[wanted] ?? name);
  });
}

function mapNames(folder: string, change: (name: string) => string): string {
  return folderOf(folder)
    .split('/')
    .map((name) => (name === '' ? '' : change(name)))
    .join('/');
}
