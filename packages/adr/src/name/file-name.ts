import slugify from '@sindresorhus/slugify';
import type { AdrLanguage } from '../language/adr-language.ts';
import { isPeriod, readNameNumber } from './adr-mark.ts';
import { adrPathOf, formatOf, isMarkdown } from './adr-path.ts';

/** The longest slug, in characters, that keeps file names readable in a listing. */
const longestSlug = 80;

/** The longest one in letters of its own: a file name has at most 255 bytes, and such a letter has up to four. */
const longestOwnSlug = 50;

const slugStyle = {
  // "PostgreSQL" is one word.
  decamelize: false,
  // The library would spell out these two emoji, and no others.
  customReplacements: [
    ['🦄', ''],
    ['♥', ''],
  ] satisfies [string, string][],
};

/**
 * The file name of an ADR, such as `0007-choose-the-backend-language.md` (MADR 4.0.0: `NNNN-title-with-dashes.md`).
 * Other scripts are transliterated if possible. A title of which nothing is left becomes `decision`. Throws RangeError
 * if the number is not a positive integer.
 */
export function adrFileName(number: number, title: string): string {
  checkNumber(number);
  const slug = slugOf(title, { hasOwnLetters: false, hasCapitals: false });
  return `${String(number).padStart(4, '0')}-${slug}.md`;
}

/** Throws RangeError if a number is not a positive integer. */
export function checkNumber(number: number): void {
  if (Number.isSafeInteger(number) && number >= 1) return;
  throw new RangeError(`${number} is not an ADR number. ADR numbers are whole numbers from 1.`);
}

/** How a house writes a title in a file name. */
export interface SlugForm {
  /** With the title's own letters: “résumé”, “決定”. */
  readonly hasOwnLetters: boolean;
  readonly hasCapitals: boolean;
  /** What is between two words; '' where each begins with a capital letter (`UseTea`). A dash if no name shows it. */
  readonly joint?: SlugJoint | undefined;
  /** The language by which letters with marks are spelled without them; undefined if it is not known. */
  readonly language?: AdrLanguage | undefined;
}

/** What may be between the words of a title in a file name. */
export type SlugJoint = '-' | '_' | ' ' | '';

/** Letters that Turkish has and none of the languages in which “ü” becomes “ue”. */
const turkish = /[ıİşŞğĞ]/;

/** The locale whose letters a title has. That of Turkish spells “ü” as “u”, as do all that are neither German nor English. */
function localeOf(title: string, language: AdrLanguage | undefined): string | undefined {
  if (turkish.test(title)) return 'tr';
  if (language === undefined || language === 'en') return undefined;
  return ownLocales.includes(language) ? language : 'tr';
}

const ownLocales: readonly AdrLanguage[] = ['de', 'sv', 'da', 'nb'];

/** The words of a title as in file names. A title of which nothing is left becomes `decision`. */
export function slugOf(title: string, form: SlugForm): string {
  const words = dashedWords(title, form).split('-');
  const { joint = '-' } = form;
  return (joint === '' ? words.map(withCapital) : words).join(joint);
}

function withCapital(word: string): string {
  const [first = '', ...others] = word;
  return first.toUpperCase() + others.join('');
}

function dashedWords(title: string, { hasOwnLetters, hasCapitals, language }: SlugForm): string {
  if (!hasOwnLetters) {
    const locale = localeOf(title, language);
    const slug = slugify(title.toWellFormed(), { ...slugStyle, lowercase: !hasCapitals, locale });
    return cutAtWord(slug, longestSlug) || 'decision';
  }
  const words =
    title
      .toWellFormed()
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const slug = cutAtWord(words.join('-'), longestOwnSlug);
  return (hasCapitals ? slug : slug.toLowerCase()) || 'decision';
}

function cutAtWord(slug: string, longest: number): string {
  if (slug.length <= longest) return slug;
  const end = slug.lastIndexOf('-', longest);
  const cut = slug.slice(0, end === -1 ? longest : end);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}

/**
 * The number in the name of a file in Markdown, or in another format that ADRs have (`0007-x.md`, `ADR-007-x.md`, `ADR-Storage-0007-x.md`), or in that of the
 * folder that it is the index of (`0007-x/README.md`), if there is one. The path may include other folders. A date is not
 * a number.
 */
export function numberIn(path: string): number | undefined {
  if (!isMarkdown(path) && formatOf(path) === undefined) return undefined;
  const { name, within } = adrPathOf(path);
  const digits = within !== undefined && isPeriod(name) ? undefined : readNameNumber(name)?.digits;
  return digits === undefined ? undefined : Number(digits);
}

/** The next free number: one more than the highest in the file names and in `taken`, or 1 if there is none. */
export function nextNumber(fileNames: readonly string[], taken: readonly number[]): number {
  const found = fileNames.map((path) => numberIn(path) ?? 0);
  return 1 + found.concat(taken).reduce((highest, number) => Math.max(highest, number), 0);
}
