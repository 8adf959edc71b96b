import type { RootContent } from 'mdast';
import type { AdrOutcome } from '../../content/content.ts';
import { foldHeading } from '../../content/part-of-heading.ts';
import { adrLanguages } from '../../language/adr-language.ts';
import { type AdrWords, variantsOf, wordToWrite } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { foldWord, wordTable } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';
import type { OutcomeForm } from '../../style/house-style.ts';
import { blocksAsWritten, type Source, wordsAsWritten } from '../source/source.ts';

const variantsIn = (entryOf: (words: AdrWords) => string) =>
  adrLanguages.flatMap((language) => variantsOf(entryOf(adrWords[language])));

const chosenByLead = wordTable<'chosen' | 'decision'>(({ chosenLeads, decisionLeads }) => [
  ['chosen', chosenLeads],
  ['decision', decisionLeads],
]);
const becauses = wordTable(({ because }) => [[true, because] as const]);
/** A sentence in the words of a template often goes on in another language. Without a comma, “want” is an English word. */
const usualBecauses = new Set(adrLanguages.map((language) => foldWord(wordToWrite(adrWords[language].because))));

const quotes = '["“”„«»「」『』\'*_]';
const gap = '[\\s\\u00a0\\u202f]{0,9}';
const colon = `(?:\\*\\*|__)?${gap}[:：]${gap}(?:\\*\\*|__)?${gap}`;
const leads = oneOf([
  ...variantsIn(({ chosenLeads }) => chosenLeads),
  ...variantsIn(({ decisionLeads }) => decisionLeads),
]);

/** What is in front of the chosen option in MADR's sentence: `Chosen option: "`. */
const opening = new RegExp(`^(?:\\*\\*|__)?(?<lead>${leads})${colon}(?:${quotes}{0,6}\\s)?${quotes}{0,6}`, 'iu');
const becauseWords = variantsIn(({ because }) => because);
const spaced = oneOf(becauseWords.filter((word) => !isDense(word)));
const dense = oneOf(becauseWords.filter(isDense));

/** What is between the chosen option and the reason: `", because `. */
const between = new RegExp(
  `\\s?${quotes}{0,6}(?<comma>[.,，、。]?)${quotes}{0,6}(?:\\s{1,9}(?<because>${spaced})(?::|\\s)|\\s{0,9}(?:${dense})[：:、，,]?\\s{0,9})`,
  'giu',
);
/** A reason that nobody gave, at the end of what an option is called. */
const openReason = new RegExp(`,?${quotes}{0,6},?\\s{1,9}(?:${spaced})[^\\p{L}\\p{N}]{0,9}$`, 'iu');

/** The longest name of an option in such a sentence, in UTF-16 units. */
const longestName = 400;

/** Splits MADR's sentence for the chosen option into its text and what it says. */
function readSentence(text: string): { before: string; chosen: string; between: string; reason: string } | undefined {
  const match = opening.exec(text);
  if (match === null) return undefined;
  const [before] = match;
  const rest = text.slice(before.length);
  const languages = chosenByLead.languagesOf(foldWord(match.groups?.lead ?? ''));
  const all = [...rest.slice(0, longestName + 60).matchAll(between)].filter(({ index, 0: words, groups }) => {
    if (index === 0 || index > longestName || index + words.length === rest.length) return false;
    const word = foldWord(groups?.because ?? '');
    const isOwn =
      groups?.because === undefined || becauses.languagesOf(word).some((language) => languages.includes(language));
    return isOwn || (groups?.comma === ',' && usualBecauses.has(word));
  });
  // Inside of quotation marks, “as” and “because” are words of the name.
  const open = /["“„«「『'](?=[*_]{0,2}$)/.exec(before)?.[0] ?? '';
  const close = closers[open] ?? open;
  const found = all.find(({ 0: words }) => close !== '' && (closing.exec(words)?.[0] ?? '').includes(close));
  const { index, 0: words } = found ?? all[0] ?? { index: 0, 0: '' };
  if (words === '') return undefined;
  return { before, chosen: rest.slice(0, index), between: words, reason: rest.slice(index + words.length) };
}

/** The option that a sentence names without a reason: `Chosen option: X`. */
export function readChoice(text: string): string | undefined {
  const match = opening.exec(text);
  if (match === null || chosenByLead.find(foldWord(match.groups?.lead ?? '')) !== 'chosen') return undefined;
  const rest = text.slice(match[0].length);
  const name = (nameInMarks(match[0], rest) ?? chosenIn(match[0], rest))
    .trimEnd()
    .replace(/[.。]{1,9}$/, '')
    .replace(openReason, '')
    .replace(/(?<!["“”„«»「」『』'*_])["“”„«»「」『』'*_]{1,9}$/, '');
  return name === '' || name.length > longestName ? undefined : name;
}

/** The name that is all of a sentence, in bold or in quotation marks: “**B**. It is known.”, “**B.** It is known.” */
function nameInMarks(before: string, rest: string): string | undefined {
  const open = /(?:\*\*|__|["“„«「『])$/.exec(before)?.[0] ?? '';
  const close = closers[open] ?? open;
  const at = close === '' ? -1 : rest.slice(0, longestName).indexOf(close);
  const name = rest.slice(0, at);
  if (at < 1 || name.includes('\n')) return undefined;
  const behind = rest.slice(at + close.length);
  return /^[.。!](?:\s|$)/.test(behind) || (/[.。!]$/.test(name) && /^\s/.test(behind)) ? name : undefined;
}

/** What is chosen behind the words in front of it: the rest of the line, or all that a quotation has in several lines. */
function chosenIn(before: string, rest: string): string {
  const [line = ''] = rest.split('\n', 1);
  const open = /["“„«「『](?=[*_]{0,2}$)/.exec(before)?.[0] ?? '';
  const close = closers[open] ?? open;
  const end = close === '' || line.includes(close) ? -1 : rest.slice(0, longestName).search(/\n\s*\n|$/);
  const at = rest.indexOf(close);
  return end === -1 || at > end ? line : rest.slice(0, at).replaceAll('\n', ' ');
}

/** The marks and quotation marks behind a name. */
const closing = new RegExp(`^\\s?${quotes}{0,6}`);

/** What ends an option's name, by the mark before it. */
const closers: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '「': '」', '『': '』' };

/** The form of such a sentence, with the reason as its language has it: a new decision has one. */
function formOfChoice(text: string): OutcomeForm | undefined {
  const [before = '', lead = ''] = opening.exec(text) ?? [];
  const [language] = chosenByLead.languagesOf(foldWord(lead));
  if (language === undefined) return undefined;
  const [marks = ''] = /(?<!["“„«「『'*_])["“„«「『'*_]{0,6}$/.exec(before.trimEnd()) ?? [];
  const close = [...marks].reverse().map((mark) => closers[mark] ?? mark);
  const end = close.join('') + adrWords[language].outcome.between.replace(/^[\s"”“»」』]+/, '');
  return withinEmphasis({ before, between: end });
}

/** A form whose emphasis, if it began in front of the words and goes on behind the choice, ends behind the choice. */
function withinEmphasis({ before, between }: OutcomeForm): OutcomeForm {
  const [mark] = /^(?:\*\*|__)/.exec(before) ?? [];
  const isOpen = mark !== undefined && (before + between).split(mark).length % 2 === 0;
  return isOpen ? { before, between: mark + between } : { before, between };
}

/**
 * The longest sentence that is read, in UTF-16 units. The time of some patterns grows with the square of the length.
 */
const longestSentence = 3_000;

/** Reads the answer from the decision's section. There is a form only if MADR's sentence is used, or its beginning. */
export function readOutcome(
  source: Source,
  nodes: readonly RootContent[],
): { outcome: AdrOutcome; form: OutcomeForm | undefined } {
  const [first, ...rest] = nodes;
  const words = first?.type === 'paragraph' ? wordsAsWritten(source, first) : '';
  const text = words.length > longestSentence ? '' : words;
  const said = readSentence(text);
  if (said === undefined) {
    const chosen = readChoice(text);
    return {
      outcome: { chosen, reason: undefined, text: blocksAsWritten(source, nodes) },
      form: chosen === undefined ? undefined : formOfChoice(text),
    };
  }
  const { chosen, reason, ...form } = said;
  return { outcome: { chosen, reason, text: blocksAsWritten(source, rest) }, form: withinEmphasis(form) };
}

/** Whether a heading says nothing but that the chosen option follows: “Selected option”. */
export function leadsToChoice(heading: string): boolean {
  return chosenByLead.find(foldHeading(heading)) === 'chosen';
}

/** The answer in a heading or paragraph such as “Chosen option: X”; undefined if it has none. */
export function readAnswer(words: string): string | undefined {
  return words.length > longestSentence ? undefined : (readSentence(words)?.chosen ?? readChoice(words));
}
