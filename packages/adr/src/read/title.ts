import { adrLanguages } from '../language/adr-language.ts';
import { wordToWrite } from '../language/adr-words.ts';
import { oneOf } from '../language/patterns.ts';
import { adrWords } from '../language/words.ts';
import type { TitleForm } from '../style/house-style.ts';

/** The parts of the first heading. */
export interface TitleText {
  readonly number: number | undefined;
  readonly title: string;
  readonly form: TitleForm;
}

const words = adrLanguages.map((language) => wordToWrite(adrWords[language].headings.outcome));
const decisionWords = `(?:ADR|Architecture Decision Record|${oneOf(words)})[-_ ]?#?`;
/** “ODH-ADR-Operator-”: a prefix that also has the name of a project or an area. */
const longPrefix = '(?:[\\p{Lu}\\p{N}]{1,12}-){0,3}ADR(?:-\\p{L}[\\p{L}\\p{N}]{0,20}){0,3}[-_ ]';
const number = '(?<digits>\\d+|N{2,}|X{2,}|\\{[^}]*\\})';
const separator = '(?<after>\\s*[:.)：]\\s*|\\s+[-–—·•|]\\s+|\\s+)';

// ADR-001: T · ADR 002: T · ADR #3 - T · X-ADR-Y-4: T · [012] T · 1. T · 0007 T · ADR-NNN: T (in a template)
const patterns: readonly RegExp[] = [
  new RegExp(`^(?<before>${decisionWords})${number}${separator}`, 'iu'),
  new RegExp(`^(?<before>${longPrefix})${number}${separator}`, 'u'),
  /^(?<before>\\?\[(?:ADR[-_ ]?)?)(?<digits>\d+)(?<after>\\?\]:?\s*[-–—]?\s*)/iu,
  /^(?<before>#?)(?<digits>\d{1,5}|NUMBER|N{4}|X{4})(?<after>\\?[.:)]\s+|\s+[-–—·•|]\s+)/u,
  /^(?<before>)(?<digits>0\d{2,4})(?<after>\s+)/u,
];

/** Splits the number from the title. */
export function readTitle(written: string, depth = 1): TitleText {
  for (const pattern of patterns) {
    const match = pattern.exec(written);
    const { before, digits, after } = match?.groups ?? {};
    if (match === null || before === undefined || digits === undefined || after === undefined) continue;
    const title = written.slice(match[0].length);
    if (title === '') continue;
    const number = /^\d+$/.test(digits) ? Number(digits) : undefined;
    const isPadded = digits.startsWith('0') || /^[NX]/.test(digits);
    const width = isPadded && digits !== 'NUMBER' ? digits.length : 1;
    return { number, title, form: { depth, before, width, after } };
  }
  return { number: undefined, title: written, form: { depth, before: '', width: 0, after: '' } };
}
