import { type AdrLanguage, adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { oneOf } from '../../language/patterns.ts';
import { foldWord, wordTable } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';
import type { MetadataField } from '../../style/house-style.ts';

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

function foldLabel(label: string): string {
  return foldWord(label.replaceAll(/[*`:：]/g, ''));
}

/**
 * The field that a metadata label names. Case and emphasis don't matter; `language` is that of the file's headings, for
 * words that mean something else in another language.
 */
export function fieldOf(label: string, language?: AdrLanguage): MetadataField | undefined {
  return fieldByLabel.find(foldLabel(label), language);
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
const separator = new RegExp(`[,;，；、]\\s*|\\n[-*+\\s]*|(?<!\\s)\\s+(?<word>${anyConjunction})\\s+`, 'gu');

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
