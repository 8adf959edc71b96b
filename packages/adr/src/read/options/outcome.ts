import type { RootContent } from 'mdast';
import type { AdrOption, AdrOutcome } from '../../content/content.ts';
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
  for (const found of rest.slice(0, longestName + 60).matchAll(between)) {
    const { comma, because } = found.groups ?? {};
    const end = found.index + found[0].length;
    if (found.index === 0 || found.index > longestName || end === rest.length) continue;
    const word = foldWord(because ?? '');
    const isOwn = because === undefined || becauses.languagesOf(word).some((language) => languages.includes(language));
    if (!isOwn && !(comma === ',' && usualBecauses.has(word))) continue;
    return { before, chosen: rest.slice(0, found.index), between: found[0], reason: rest.slice(end) };
  }
  return undefined;
}

/** The option that a sentence names without a reason: `Chosen option: X`. */
function readChoice(text: string): string | undefined {
  const match = opening.exec(text);
  if (match === null || chosenByLead.find(foldWord(match.groups?.lead ?? '')) !== 'chosen') return undefined;
  const [line = ''] = text.slice(match[0].length).split('\n');
  const name = line
    .trimEnd()
    .replace(/[.。]{1,9}$/, '')
    .replace(openReason, '')
    .replace(/(?<!["“”„«»「」『』'*_])["“”„«»「」『』'*_]{1,9}$/, '');
  return name === '' || name.length > longestName ? undefined : name;
}

const bold = /(?<open>\*\*|__)(?<chosen>.+?)\k<open>/;
const verbs = variantsIn(({ choosing }) => choosing);
const verb = new RegExp(
  `(?<!\\p{L})(?:${oneOf(verbs.filter((word) => !isDense(word)))})(?!\\p{L})|${oneOf(verbs.filter(isDense))}`,
  'iu',
);

/**
 * The longest sentence that is read, in UTF-16 units. The time of some patterns grows with the square of the length.
 */
const longestSentence = 3_000;

/** Reads the answer from the decision's section. There is a form only if MADR's sentence is used. */
export function readOutcome(
  source: Source,
  nodes: readonly RootContent[],
): { outcome: AdrOutcome; form: OutcomeForm | undefined } {
  const [first, ...rest] = nodes;
  const words = first?.type === 'paragraph' ? wordsAsWritten(source, first) : '';
  const text = words.length > longestSentence ? '' : words;
  const said = readSentence(text);
  if (said === undefined) {
    return {
      outcome: { chosen: readChoice(text), reason: undefined, text: blocksAsWritten(source, nodes) },
      form: undefined,
    };
  }
  const { chosen, reason, ...form } = said;
  return { outcome: { chosen, reason, text: blocksAsWritten(source, rest) }, form };
}

const wordsOf = (text: string) =>
  new Set(
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}.+#]+/gu, ' ')
      .split(' ')
      .map((word) => word.replace(/(?<!\.)\.+$/, ''))
      .filter((word) => /[\p{L}\p{N}]/u.test(word)),
  );

const isWithin = (words: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...words].every((word) => others.has(word));

/** Whether two titles mean the same option: all the words of one of them are in the other. */
export function isSameOption(one: string, other: string): boolean {
  const words = wordsOf(one);
  const others = wordsOf(other);
  return words.size > 0 && others.size > 0 && (isWithin(words, others) || isWithin(others, words));
}

/** Finds the option that the answer names, by its title or by the bold words of a sentence such as “We use **Go**”. */
export function findChosen(options: readonly AdrOption[], outcome: AdrOutcome | undefined): AdrOption | undefined {
  const marked = options.find((option) => option.isChosen);
  if (marked !== undefined || outcome === undefined) return marked;
  const named = outcome.chosen?.replaceAll(/\[|\]\([^)]*\)|\]/g, '').replaceAll(/["“”„«»「」『』'`*_]/g, '');
  if (named !== undefined) {
    const exact = options.find(({ title }) => plain(title) === plain(named));
    return exact ?? onlyOne(options.filter(({ title }) => isSameOption(title, named)));
  }
  const lead = outcome.text.slice(0, longestSentence).split('\n\n')[0] ?? '';
  if (!verb.test(lead)) return undefined;
  const chosen = wordsOf(bold.exec(lead)?.groups?.chosen ?? lead);
  return onlyOne(options.filter(({ title }) => wordsOf(title).size > 0 && isWithin(wordsOf(title), chosen)));
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

function onlyOne<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}
