import { adrLanguages } from '../language/adr-language.ts';
import { variantsOf, wordToWrite } from '../language/adr-words.ts';
import { oneOf } from '../language/patterns.ts';
import { adrWords } from '../language/words.ts';
import { baseName } from '../name/adr-path.ts';
import type { PatternFact, TitleForm } from '../style/house-style.ts';
import { readDate } from './metadata/date.ts';

/** The parts of the first heading. */
export interface TitleText {
  readonly number: number | undefined;
  readonly title: string;
  readonly form: TitleForm;
}

const words = adrLanguages.map((language) => wordToWrite(adrWords[language].headings.outcome));
/** A pattern for what a record of a decision is called in a title. */
export const records = oneOf(adrLanguages.flatMap((language) => variantsOf(adrWords[language].records))).replaceAll(
  '’',
  "['’]",
);
/** A pattern for the labels of a title. */
export const titleWords = oneOf(adrLanguages.flatMap((language) => variantsOf(adrWords[language].labels.title)));
const decisionWords = `(?:ADR|${records}|${oneOf(words)})[-_ ]?(?:#|No\\.? ?|Nr\\.? ?|N[°º] ?)?`;
/** “ODH-ADR-Operator-”: a prefix that also has the name of a project or an area. */
const longPrefix = '(?:[\\p{Lu}\\p{N}]{1,12}-){0,3}ADR(?:-\\p{L}[\\p{L}\\p{N}]{0,20}){0,3}[-_ ]';
/** “TDR-”, “RFC ”: another word for a record. */
const otherPrefix = '(?:[\\p{Lu}]{0,4}DR|RFC|RFD|AD|DEC|DD)[-_ ]?#?';
const number = '(?<digits>\\d+|0{0,5}(?:N{2,}|X{2,})|0{1,5}[NX]|\\{[^}]*\\})';
const separator = '(?<after>\\s*[:.)：]\\s*|\\s+[-–—·•|]\\s+|\\s+)';
const sign = '(?:\\p{Extended_Pictographic}\\ufe0f? )?';

// ADR-001: T · ADR 002: T · ADR-002-T · ADR #3 - T · X-ADR-Y-4: T · TDR-5: T · [012] T · (7) T · 1. T · #6 T · 0007 T · ADR-NNN: T
const patterns: readonly RegExp[] = [
  new RegExp(`^(?<before>${sign}${decisionWords})${number}${separator}`, 'iu'),
  new RegExp(`^(?<before>${sign}ADR[-_ ]?)(?<digits>\\d+)(?<after>[-–—_])(?=[\\p{Lu}\\p{Lo}])`, 'u'),
  new RegExp(`^(?<before>${sign}${longPrefix})${number}${separator}`, 'u'),
  new RegExp(`^(?<before>${sign}${otherPrefix})${number}(?<after>\\s*[:.：]\\s*|\\s+[-–—·•|]\\s+)`, 'u'),
  /^(?<before>\\?[[(](?:ADR[-_ ]?)?#?)(?<digits>\d{1,5})(?<after>\\?[\])](?!\():?\s*[-–—]?\s*)/iu,
  /^(?<before>#?)(?<digits>\d{1,5}|NUMBER|N{4}|X{4})(?<after>\\?[.:)]\s+|\s+[-–—·•|]\s+)/u,
  /^(?<before>(?:N[ro]\.? ?|N[°º] ?|№ ?))(?<digits>\d{1,5})(?<after>\s*[:.)：]\s+|\s+[-–—·•|]\s+)/u,
  /^(?<before>#)(?<digits>\d{1,5})(?<after>\s+)/u,
  /^(?<before>)(?<digits>0\d{1,4})(?<after>\s+)/u,
];

/** What may be in front of a title without a number: “ADR: T”, “Architecture Decision Record (ADR) - T”, “Title: T”. */
const unnumbered = new RegExp(
  `^(?:(?:ADR|${records}|${oneOf(words)})(?: ?[(（]ADR[)）])?(?:\\s?[:：]\\s?|\\s+[-–—]\\s+)|(?:${titleWords})\\s?[:：]\\s?)(?=\\S)`,
  'iu',
);

// Where the file has the number of the heading: MVP-0011. T · Guild note 0011: T · ADR ADR-011: T · 0011-T · 11 T
const patternsOfKnown: readonly RegExp[] = [
  /^(?<before>(?:[\p{Lu}\p{N}]{1,12}[-_ ]){1,3}#?)(?<digits>\d{1,6})(?<after>\s*[:.)：]\s+|\s+[-–—·•|]\s+)/u,
  /^(?<before>(?:\p{L}[\p{L}'’-]{0,19} ){1,3}#?)(?<digits>0\d{1,5})(?<after>\s*[:：]\s+|\s+[-–—·•|]\s+)/u,
  /^(?<before>)(?<digits>0\d{2,5})(?<after>[-–—_])(?=\p{L})/u,
  /^(?<before>)(?<digits>\d{1,5})(?<after>\s+)(?=\p{Lu}\p{Ll})/u,
];

const recordBefore = new RegExp(`^(?:(?:ADR|${records})[-_ ]?#?)?`, 'iu');
const stampBehind = /^(?:\s*[:：]\s*|\s+[-–—·•|]\s+|\s+)(?=\S)/u;

/** A title behind the name of its file, or behind the date in that name. */
function behindName(written: string, depth: number, fileName: string): TitleText | undefined {
  const name = baseName(fileName).replace(/\.\w{1,8}$/, '');
  const before = written.startsWith(name) ? '' : (recordBefore.exec(written)?.[0] ?? '');
  const rest = written.slice(before.length);
  const date = /^\d{4}-?\d{2}-?\d{2}(?!\d)/.exec(rest)?.[0];
  const digits = (text: string) => text.replaceAll('-', '');
  const isDated = date !== undefined && digits(name).includes(digits(date));
  const read = isDated ? readDate(date) : undefined;
  const isNamed = /\d/.test(name) && rest.startsWith(name);
  const length = isNamed ? name.length : read && (date?.length ?? 0);
  // A heading that is no more than that has no other title.
  if (isNamed && rest.length === length) {
    return {
      number: undefined,
      title: written,
      form: { depth, before: '', width: 0, after: '', stamp: { fact: 'file' } },
    };
  }
  const after = length === undefined ? undefined : stampBehind.exec(rest.slice(length))?.[0];
  if (length === undefined || after === undefined) return undefined;
  const stamp: PatternFact = isNamed || read === undefined ? { fact: 'file' } : { fact: 'date', form: read.form };
  const title = rest.slice(length + after.length);
  return { number: undefined, title, form: { depth, before, width: 0, after, stamp } };
}

/**
 * Splits the number from the title. `known` is that of the file, which may stand in the title in other forms, too, as may
 * its name.
 */
export function readTitle(written: string, depth = 1, known?: number, fileName = ''): TitleText {
  const stamped = known === undefined && /\d/.test(fileName) ? behindName(written, depth, fileName) : undefined;
  if (stamped !== undefined) return stamped;
  const ofKnown = patternsOfKnown.filter((pattern) => Number(pattern.exec(written)?.groups?.digits) === known);
  for (const pattern of [...patterns, ...ofKnown]) {
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
  const before = unnumbered.exec(written)?.[0] ?? '';
  return { number: undefined, title: written.slice(before.length), form: { depth, before, width: 0, after: '' } };
}
