import { type AdrLanguage, adrLanguages } from '../../language/adr-language.ts';
import { variantsOf, wordToWrite } from '../../language/adr-words.ts';
import { oneOf } from '../../language/patterns.ts';
import { foldWord, wordTable } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';
import type { MetadataField } from '../../style/house-style.ts';
import { readDate } from './date.ts';

const fields: readonly MetadataField[] = [
  'status',
  'date',
  'title',
  'number',
  'deciders',
  'consulted',
  'informed',
  'tags',
];
const fieldByLabel = wordTable(({ labels }) => fields.map((field) => [field, labels[field]] as const), foldLabel);

/** A label without marks, in words: “decision-makers” and “decisionMakers” are “decision makers”. */
function foldLabel(label: string): string {
  return foldWord(label.replaceAll(/[*`:：]/g, '').replaceAll(/(?<=\p{Ll})(?=\p{Lu})|[_-]/gu, ' '));
}

/**
 * The field that a metadata label names. Case, emphasis, signs around it and a remark in brackets don't matter; `language`
 * is that of the file's headings, for words that mean something else in another language.
 */
export function fieldOf(label: string, language?: AdrLanguage): MetadataField | undefined {
  return bySameWords(label, (words) => fieldByLabel.find(words, language));
}

/** The language of a label: the given one if it has the label, or else the first that does. */
export function languageOfLabel(label: string, language?: AdrLanguage): AdrLanguage | undefined {
  const languages = fieldByLabel.languagesOf(foldLabel(label));
  return language !== undefined && languages.includes(language) ? language : (languages[0] ?? language);
}

/**
 * The field of an entry. A label that means something else in another language names a date if there is one: “Data” in a
 * file whose language doesn't show.
 */
export function fieldOfEntry(label: string, value: string, language?: AdrLanguage): MetadataField | undefined {
  const field = fieldOf(label, language);
  if (field !== undefined || !dateLabels.has(foldLabel(label))) return field;
  return readDate(value, language) === undefined ? undefined : 'date';
}

/**
 * What the words of a label mean, or else those without a remark and the signs around them: “📅 Date (YYYY-MM-DD)”. Of two
 * in one, as in “Fecha / Date”, both have to mean the same.
 */
function bySameWords<Meaning>(label: string, find: (words: string) => Meaning | undefined): Meaning | undefined {
  const folded = foldLabel(label);
  const found = find(folded);
  if (found !== undefined || folded.length > longestLabel) return found;
  const [first, ...others] = folded.split(/[/(（|]/).map((part) => find(bare(part)));
  if (others.length === 0) return first;
  const isRemark = /[(（]/.test(folded) && others.every((other) => other === undefined);
  return isRemark || others.every((other) => other === first) ? first : undefined;
}

const dateLabels = new Set(
  adrLanguages.flatMap((language) => variantsOf(adrWords[language].labels.date).map((label) => foldLabel(label))),
);

/** The longest label that may have something besides its words. */
const longestLabel = 60;

function bare(text: string): string {
  return text.replaceAll(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
}

/** How likely the entries of a field say what is asked for, the likeliest first. */
const ranks = wordTable<number>(
  ({ labels, decisionDates, authors }) => [
    [0, decisionDates],
    [1, wordToWrite(labels.date)],
    [2, `${labels.date} | ${authors}`],
    [0, labels.deciders],
  ],
  foldLabel,
);

/**
 * The place of an entry among those of its field, by its label: the day of the decision is before any other date, and who
 * decided before who wrote it.
 */
export function rankOf(label: string, language?: AdrLanguage): number {
  return bySameWords(label, (words) => ranks.find(words, language)) ?? 1;
}

// A link or a mail address names somebody.
const placeholder = /^(?:\[[^\]]*\]|\([^)]*\)|\{.*\}|<[^>@]*>)$/;
const dashes = /^[-–—]+$/;
const nothing = new Set(adrLanguages.flatMap((language) => variantsOf(adrWords[language].nothing).map(foldWord)));

/** Whether a value only says that there is none. */
export function isPlaceholder(value: string): boolean {
  return dashes.test(value.trim()) || nothing.has(foldWord(value));
}

const conjunctions = new Map(
  adrLanguages.map((language) => {
    // German names with “und” are read in any file.
    const words = [adrWords.en, adrWords.de, adrWords[language]].flatMap(({ and }) => variantsOf(and));
    return [language, new Set(words)] as const;
  }),
);
const anyConjunction = oneOf([...conjunctions.values()].flatMap((words) => [...words]));
const separator = new RegExp(
  `[,;，；、]\\s*|(?<=\\S) [/|·•] (?=\\S)|\\n[-*+\\s]*|(?<!\\s)\\s+(?<word>${anyConjunction})\\s+`,
  'gu',
);

/** Splits names such as "A, B and C", or one per line. Placeholders of a template are left out. */
export function splitNames(written: string, language: AdrLanguage = 'en'): string[] {
  const isSeparator = (word: string | undefined) =>
    word === undefined || conjunctions.get(language)?.has(word) === true;
  return (
    written
      .replaceAll(/\\\n|<br ?\/?>/g, '\n')
      .replaceAll(separator, (found, word: string | undefined) => (isSeparator(word) ? '\n' : found))
      .split('\n')
      .map((name) => name.replace(/^[-*+]\s+/, '').trim())
      // “A, B, and C”
      .map((name) => {
        const [first = '', ...others] = name.split(' ');
        return others.length > 0 && conjunctions.get(language)?.has(first) === true ? others.join(' ').trim() : name;
      })
      .filter((name) => name !== '' && !placeholder.test(name) && !isPlaceholder(name))
  );
}
