import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';

/** What counts an option, such as “Option 2: ”: as it is written, and in short, such as “2”; both may be empty. */
export interface Counter {
  readonly written: string;
  readonly key: string;
  /** Whether it has a word for options: “Option A: ”, not “A. ”. */
  readonly isNamed: boolean;
}

/** The words for options, in all languages: “option”, “alternative”, “opt.”. */
export const optionWords: readonly string[] = adrLanguages.flatMap((language) => {
  const { options, shortOptions } = adrWords[language];
  return [...variantsOf(options), ...variantsOf(shortOptions)];
});
const spaced = oneOf(optionWords.filter((word) => !isDense(word)));
const dense = oneOf(optionWords.filter(isDense));
const id = '(?<key>\\d{1,3}(?:\\.\\d{1,2})?[a-z]?|[A-Z](?:[.-]?\\d{1,2})?|[IVX]{1,5}|[一二三四五六七八九十甲乙丙丁])';

const joints = adrLanguages.flatMap((language) => variantsOf(adrWords[language].and)).filter((word) => !isDense(word));

/** “No.”, “#”, “número”, in front of a number. */
const numero = '(?:(?:#|№|[nN][°ºo.]|[nN]r\\.?|[nN]o\\.|n[uú]m[eé]ro|nummer|number|numer|номер)[ ]?)?';

/** What follows a counter: no letter or digit, but in scripts without blanks a word may; “옵션 2개” says how many they are. */
const behind = '(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}]|(?<=\\d)(?:개|가지|か|つ|種|种|个|個|通|倍))';

/** “Option 2”, “方案A”, “Option `(2)`”: a pattern with the group `key`. */
export const namedCounter = `(?:(?:${spaced})(?:[ \\u00a0]{1,2}${numero}|-(?=\\d))|(?:${dense})[ ]?)(?:[\`*_]{0,2}\\(${id}\\)|[\`*_]{0,2}${id}${behind})[\`*_]{0,2}`;

/** “Options 2 and 3”: a pattern with the group `keys`. */
export const severalCounters = `(?:${spaced})\\p{L}{0,2}[ \\u00a0]{1,2}(?<keys>${numero}[A-Z\\d]{1,2}(?:(?:, ?| ?[+&/] ?| (?:${oneOf(joints)}) )${numero}[A-Z\\d]{1,2}){1,5})(?![\\p{L}\\p{N}])`;

/** “3안”, “A案”: a pattern for a number or letter in front of a word for options, with the group `key`. */
export const counterBefore = `(?<![\\p{L}\\p{N}])(?<key>\\d{1,2}|[A-H])[ ]?(?:${oneOf(optionWords.filter((word) => isDense(word) && word.length === 1))})`;

const whole = new RegExp(`^${namedCounter}$`, 'iu');

/** Whether a text is nothing but a counter with a word for options: “Option 2”. */
export function isOnlyCounter(text: string): boolean {
  return whole.test(text.trim());
}

/** The counter in short of a text that is nothing else, as “2” in “Option 2”; '' if it says more. */
export function onlyKeyOf(text: string): string {
  return (whole.exec(text.trim())?.groups?.key ?? '').toLowerCase();
}

const separator = '(?:[ \\u00a0]{0,2}[:.)：、．][ ]{0,9}\\n?|[ ]{1,3}(?:-{1,3}|[–—→])[ ]{0,3}|[—–][ ]{0,3})';
// “Options 1: ” counts one, too, where a title follows.
const named = new RegExp(`^(?:${namedCounter}|(?:${spaced})s ${id}(?=[:：]))${separator}`, 'iu');
const bold = new RegExp(
  `^(?<open>\\*\\*|__)${namedCounter}[ ]?[:.：]?\\k<open>(?:[ ]?[:：])?(?:[ ]{1,3}(?:-{1,3}|[–—→]))?[ ]{0,3}`,
  'iu',
);
const bracketed = new RegExp(`^\\[[*_]{0,2}${namedCounter}\\](?:[ ]?[:：])?[ ]{0,3}`, 'iu');
const bare =
  /^(?:(?<key>\d{1,3}(?:\.\d{1,2}){0,3}|\d{1,2}[a-h])[.):] {1,9}|\[(?<key>\d{1,2})\] {1,9}|\((?<key>\d{1,2}|[A-Za-z])\) {1,9}|(?<key>[A-Z]\d)[.):] {1,9}|(?<key>[A-Z])(?:[.):] |： ?| [-–—·] ) {0,9})/u;

/** “**A** — ”, “**B:** ”: a letter alone in bold, with its mark; in “**A**: ” it may be a name. */
const boldLetter =
  /^(?<open>\*\*|__)\(?(?<key>[A-H]\d?)\)?(?:[.:：]\k<open>[ ]{1,3}|\k<open>[ ]{1,3}[-–—·→][ ]{1,3})(?=[^\s([-])/u;
/^(?<open>\*\*|__)\(?(?<key>[A-H]\d?)\)?(?:[.:：]?\k<open>[:：]?[ ]{1,3}(?:[-–—·→][ ]{1,3})?)(?=[^\s([-])/u;

const none: Counter = { written: '', key: '', isNamed: false };

/** Whether a text begins with a counter that has a word for options, in bold or not. */
export function isCounted(text: string): boolean {
  return namedCounterOf(text) !== undefined;
}

/** “Option A (Java): …”, “Option A (Java)”: what it is called, with its name as a remark. */
const withRemark = new RegExp(
  `^(?:\\*\\*|__)?${namedCounter}[ ]?(?=[(（][^()（）\\n]{2,80}[)）](?:\\*\\*|__)?(?:[ ]?[:：]|$))`,
  'iu',
);

/** The counter with a word for options that a text begins with, in bold or not. */
export function namedCounterOf(text: string): Counter | undefined {
  const counter = readCounter(text);
  const found = counter.isNamed ? counter : readCounter(text.replace(/^(?:\*\*|__)/, ''));
  if (found.isNamed) return found;
  const key = keyBeforeRemark(text);
  return key === '' ? undefined : { written: '', key, isNamed: true };
}

/** The counter in short of a name such as “Option A (Java): …”, where it belongs to the title; '' if it has none. */
export function keyBeforeRemark(name: string): string {
  return (withRemark.exec(name)?.groups?.key ?? '').toLowerCase();
}

const unnumbered = new RegExp(`^(?<word>${spaced}|${dense})(?:[ ]?[:：] ?| [-–—] )(?=\\S)`, 'iu');

/** A word for options with a colon that a text begins with, without a number: “Option: ”. */
export function unnumberedLead(text: string): { readonly written: string; readonly word: string } | undefined {
  const match = unnumbered.exec(text);
  return match === null ? undefined : { written: match[0], word: (match.groups?.word ?? '').toLowerCase() };
}

/** Whether a text begins with a letter as its counter: “A. ”, “(b) ”, “A1. ”, “2a. ”. */
export function isLettered(text: string): boolean {
  const { key, isNamed } = readCounter(text);
  return !isNamed && /^(?:[a-h]\d?|\d{1,2}[a-h])$/.test(key);
}

/** Whether a text begins with any letter and a digit as its counter: “O1: ”. */
export function isCoded(text: string): boolean {
  const { key, isNamed } = readCounter(text);
  return !isNamed && /^[a-z]\d$/.test(key);
}

/** Names without the numbers of headings that count on: “3.1 Java”, “3.2 Go”. */
export function withoutNumbers(names: readonly string[]): readonly string[] {
  const numbers = names.map((name) => outlineNumber.exec(name));
  const areCounted = numbers.every(
    (match, at) => match?.groups?.before === numbers[0]?.groups?.before && match?.groups?.last === String(at + 1),
  );
  return areCounted ? names.map((name, at) => name.slice(numbers[at]?.[0].length)) : names;
}

const outlineNumber = /^(?<before>\d{1,2}(?:\.\d{1,2})?)\.(?<last>\d{1,2})[ ]{1,3}(?=\S)/;

/** The counter at the start of an option's name. */
export function readCounter(name: string): Counter {
  const withWord = bold.exec(name) ?? named.exec(name) ?? bracketed.exec(name);
  const match = withWord ?? bare.exec(name) ?? boldLetter.exec(name);
  if (match === null) return none;
  return { written: match[0], key: (match.groups?.key ?? '').toLowerCase(), isNamed: withWord !== null };
}
