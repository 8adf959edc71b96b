import { numberIn } from '../../name/file-name.ts';
import type { Source } from '../source/source.ts';

/** What is before the number of an ADR. */
export const adrPrefix = String.raw`(?:\p{Lu}{2,10}-){0,3}(?:ADR|Adr|adr)(?:[’'-]?(?:er|en|s|y|i))?[-_ ]?#?`;

/** A number by which a text names an ADR that it doesn't link. */
export interface NumberWritten {
  readonly number: number;
  /** Where it is in the text, with the words around it that belong to it. */
  readonly index: number;
  readonly text: string;
  /** Whether it is a number in brackets; undefined if a word in front of it, or its zeros, say what it is. */
  readonly digitsInBrackets: number | undefined;
  /** Whether a word in front of it says that it is an ADR’s. */
  readonly isNamed: boolean;
}

/** What follows a number in the name of a file: “0012-use-go.md”. */
const restOfName = String.raw`(?:-[\p{L}\p{N}]*\p{L}[\p{L}\p{N}_-]{0,80}(?:\.md)?)?`;
const behindNumber = String.raw`(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}-]|\/(?!0?\d{1,4}(?![\p{L}\p{N}-])|ADR)|\.\p{L})`;

/** A number of an ADR that is no link: `ADR-0012`, `[0012]`, `0012` or `0012-use-go`. */
const numberOfAdr = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}\]/.-]|\]\()`,
    String.raw`(?:\[(?:${adrPrefix})?(?<bracketed>\d{1,6})\](?![([:])|(?:${adrPrefix}(?<named>\d{1,6})|(?<padded>0\d{2,4}))${restOfName})`,
    behindNumber,
  ].join(''),
  'gu',
);
/** More numbers behind one: “ADRs 60, 61 and 62”, “ADR-0004/0005”. */
const furtherNumber = new RegExp(
  String.raw`(?:(?<slash>\/)|(?<joint>,? (?:\p{L}{1,4}|&|\+) #?|, #?))(?<named>\d{1,5})${behindNumber}`,
  'uy',
);
const severalBefore = /^(?:\p{Lu}{2,10}-){0,3}(?:ADR|Adr|adr)[’'-]?(?:er|en|s|y|i)/u;

const otherPrefix = String.raw`(?<prefix>\p{Lu}[\p{Lu}\p{N}]{1,9}(?:-\p{Lu}{1,10}){0,3}-)`;
/** A number with another word for ADRs in front of it, as in “ODR-011” and “ADR-SHOP-011”. */
const otherNumber = new RegExp(
  String.raw`(?<![\p{L}\p{N}\]/.-]|\]\()${otherPrefix}(?<named>\d{1,6})(?![\p{L}\p{N}/-]|\.\p{L})`,
  'gu',
);
const inTitle = new RegExp(String.raw`^# \W{0,3}${otherPrefix}\d{1,6}(?![\p{L}\p{N}-])`, 'mu');
const usualPrefix = new RegExp(`^${adrPrefix}$`, 'u');

/** The path of a file that is no link: “docs/adr/0007-use-tea.md”. */
const path = /(?<![\w(/\]:.-])(?:\.{0,2}\/)?(?:[\w@][\w.@-]{0,60}\/){1,8}(?<file>[\w.-]{1,160}\.md)(?![\w/-])/g;

/** How far from the beginning of a file its title is looked for, in UTF-16 units. */
export const titleWithin = 2_000;

/** The numbers of a block, also those with the word in front of them that the title of this ADR has. */
export function numbersWritten({ text }: Source, written: string): readonly NumberWritten[] {
  if (!/\d/.test(written)) return pathsIn(written);
  const usual = [...written.matchAll(numberOfAdr)].flatMap((match) => {
    const first = numberAt(match);
    return [first, ...further(written, first)];
  });
  const numbered = /-\d/.test(written) ? [...written.matchAll(otherNumber)] : [];
  const others = numbered.filter(({ groups }) => !usualPrefix.test(groups?.prefix ?? ''));
  const own = others.length === 0 ? undefined : inTitle.exec(text.slice(0, titleWithin))?.groups?.prefix;
  const same = others.filter(({ groups }) => groups?.prefix === own).map(numberAt);
  return [...usual, ...same, ...pathsIn(written)].toSorted((one, other) => one.index - other.index);
}

function numberAt({ 0: text, index, groups }: RegExpExecArray): NumberWritten {
  const { named, bracketed, padded } = groups ?? {};
  return {
    number: Number(named ?? bracketed ?? padded),
    index,
    text,
    digitsInBrackets: bracketed?.length,
    isNamed: named !== undefined || /\p{L}/u.test(text),
  };
}

function further(written: string, first: NumberWritten): NumberWritten[] {
  const numbers: NumberWritten[] = [];
  const areSeveral = severalBefore.test(first.text);
  furtherNumber.lastIndex = first.index + first.text.length;
  for (let match = furtherNumber.exec(written); match !== null; match = furtherNumber.exec(written)) {
    const { slash, named = '' } = match.groups ?? {};
    const isOwn = /^0\d{2}/.test(named) && slash === undefined;
    if (isOwn || (slash === undefined && !areSeveral)) break;
    const lead = match[0].length - named.length;
    numbers.push({ ...first, number: Number(named), index: match.index + lead, text: named, isNamed: true });
  }
  return numbers;
}

function pathsIn(written: string): NumberWritten[] {
  if (!written.includes('.md')) return [];
  return [...written.matchAll(path)].flatMap(({ 0: text, index, groups }) => {
    const number = numberIn(groups?.file ?? '');
    return number === undefined ? [] : [{ number, index, text, digitsInBrackets: undefined, isNamed: true }];
  });
}

const named = new RegExp(
  String.raw`^\W{0,3}(?:${adrPrefix}(?<named>\d{1,6})|(?<padded>0\d{2,4}))(?![\p{L}\p{N}])`,
  'u',
);

/** The number of the ADR that a text begins with, such as that of a link. Its address may be that of a site, as in “[ADR 12](/adr/12)”. */
export function numberNamed(text: string): number | undefined {
  const { named: number, padded } = named.exec(text)?.groups ?? {};
  return number === undefined && padded === undefined ? undefined : Number(number ?? padded);
}

const references = new RegExp(String.raw`${adrPrefix}\d{1,6}|(?<![\p{L}\p{N}])0\d{2,4}(?!\d)`, 'gu');

/** A text without the numbers of ADRs, and without paths of files. */
export function withoutNumbers(text: string): string {
  return (text.includes('.md') ? text.replaceAll(path, ' ') : text).replaceAll(references, ' ');
}
