import { type AdrLanguage, adrLanguages } from './adr-language.ts';
import { type AdrWords, variantsOf } from './adr-words.ts';
import { adrWords } from './words.ts';

/** The meanings of words in all languages. */
export interface WordTable<Meaning> {
  /**
   * What a folded word means. Where languages differ, the given one counts; without one, or if it lacks the word, English
   * counts before all others.
   */
  find(word: string, language?: AdrLanguage): Meaning | undefined;
  /** The languages in which a folded word means something. */
  languagesOf(word: string): readonly AdrLanguage[];
  /** All folded words, without those that only mean something else. */
  readonly words: readonly string[];
}

/** A word without capitals, accents, full-width forms and several blanks, as it is looked up. */
export function foldWord(text: string): string {
  const plain = isAscii.test(text) ? text : withoutAccents(text);
  const lower = plain.toLowerCase();
  return otherBlank.test(lower) ? lower.replaceAll(/\s+/g, ' ').trim() : lower;
}

/** Blanks other than a single one between words. Most texts have none, and finding that out takes less than folding. */
const otherBlank = /^ | (?: |$)|[^\S ]/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters of ASCII.
const isAscii = /^[\u0000-\u007f]*$/;

function withoutAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('’', "'");
}

/**
 * Puts the variants of all languages into one table. If a language gives a word two meanings, the first counts. A false
 * friend means nothing in its language, even if the word means something in others.
 */
export function wordTable<Meaning>(
  entriesOf: (words: AdrWords) => readonly (readonly [meaning: Meaning, variants: string])[],
  fold: (word: string) => string = foldWord,
): WordTable<Meaning> {
  const meanings = new Map<string, Map<AdrLanguage, Meaning | undefined>>();
  const add = (language: AdrLanguage, written: string, meaning: Meaning | undefined) => {
    const word = fold(written);
    const known = meanings.get(word) ?? new Map<AdrLanguage, Meaning | undefined>();
    if (!known.has(language)) known.set(language, meaning);
    meanings.set(word, known);
  };
  for (const language of adrLanguages) {
    const words = adrWords[language];
    for (const [meaning, variants] of entriesOf(words)) {
      for (const variant of variantsOf(variants)) add(language, variant, meaning);
    }
  }
  for (const language of adrLanguages) {
    const isKnown = (word: string) => meanings.has(fold(word));
    for (const word of variantsOf(adrWords[language].falseFriends).filter(isKnown)) add(language, word, undefined);
  }
  const languages = new Map<string, readonly AdrLanguage[]>();
  for (const [word, known] of meanings) {
    const all = [...known].flatMap(([language, meaning]) => (meaning === undefined ? [] : [language]));
    if (all.length > 0) languages.set(word, all);
  }
  return {
    find: (word, language) => {
      const known = meanings.get(word);
      if (known === undefined) return undefined;
      if (language !== undefined && known.has(language)) return known.get(language);
      return known.has('en') ? known.get('en') : known.values().next().value;
    },
    languagesOf: (word) => languages.get(word) ?? [],
    words: [...languages.keys()],
  };
}

/** The language that most words belong to. If several are equally common, English, or else the first of them. */
export function languageOfMost(languages: Iterable<readonly AdrLanguage[]>): AdrLanguage | undefined {
  return languagesOfMost(languages)[0];
}

/** The languages that most words belong to: several if they are equally common, English before all others. */
export function languagesOfMost(languages: Iterable<readonly AdrLanguage[]>): AdrLanguage[] {
  const counts = new Map<AdrLanguage, number>();
  for (const all of languages) for (const language of all) counts.set(language, (counts.get(language) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return most === 0 ? [] : adrLanguages.filter((language) => counts.get(language) === most);
}
