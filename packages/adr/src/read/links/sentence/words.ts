import { type AdrLanguage, adrLanguages } from '../../../language/adr-language.ts';
import { type AdrWords, variantsOf } from '../../../language/adr-words.ts';
import { isDense } from '../../../language/patterns.ts';
import { foldWord } from '../../../language/word-table.ts';
import { adrWords } from '../../../language/words.ts';
import type { StatedLink } from '../../warning.ts';

/** What a sentence says of an ADR with, in languages that have blanks: “superseded by”, “löst … ab”. */
export interface Verb {
  readonly kind: StatedLink;
  readonly language: AdrLanguage;
  /** The words in front of the ADR that it is about, and those behind it, perhaps none. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Whether a sentence has to say which ADR does this: “This ADR replaced …”. */
  readonly needsSubject: boolean;
}

const kinds: readonly StatedLink[] = ['superseded by', 'supersedes', 'amended by', 'amends'];

/** The words of a folded text, without what is between them. */
export function splitWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:'\p{L}{1,2}(?!\p{L}))?/gu) ?? [];
}

function verbsOf(language: AdrLanguage): Verb[] {
  const { links, superseding } = adrWords[language];
  const all = [
    ...kinds.flatMap((kind) => variantsOf(links[kind]).map((phrase) => ({ kind, phrase, needsSubject: false }))),
    ...variantsOf(superseding).map((phrase) => ({ kind: 'supersedes' as const, phrase, needsSubject: true })),
  ];
  return all.flatMap(({ kind, phrase, needsSubject }) => {
    const [before = '', after = ''] = phrase.split('…').map((words) => foldWord(words));
    if (before === '' || isDense(phrase) || /[:()/]/.test(phrase)) return [];
    return [{ kind, language, before: splitWords(before), after: splitWords(after), needsSubject }];
  });
}

/** All verbs by their first words, those with most words first. */
export const verbsByWord: ReadonlyMap<string, readonly Verb[]> = Map.groupBy(
  adrLanguages.flatMap(verbsOf).toSorted((one, other) => sizeOf(other) - sizeOf(one)),
  ({ before }) => before[0] ?? '',
);

function sizeOf({ before, after }: Verb): number {
  return before.length + after.length;
}

const wordsOf = (select: (words: AdrWords) => string) =>
  Object.fromEntries(
    adrLanguages.map((language) => [language, variantsOf(select(adrWords[language])).map(foldWord)]),
  ) as Record<AdrLanguage, string[]>;
const denials = wordsOf(({ denials: words }) => words);
const suppositions = wordsOf(({ supposing }) => supposing);
const belonging = wordsOf(({ belonging: words }) => words);
const allWordsOf = (select: (words: AdrWords) => string) => new Set(Object.values(wordsOf(select)).flat());
const conjunctions = allWordsOf(({ and }) => and);
const meansOfAll = allWordsOf(({ means }) => means);

/** The month. */
const inMay = /(?:^| )may(?= \d)/g;

/** Whether words in front of a verb say that it is not so, or only may be. */
export function isDoubtful(words: readonly string[], languages: readonly AdrLanguage[]): boolean {
  const text = ` ${words.join(' ').replaceAll(inMay, ' ')} `;
  return languages.some((one) =>
    [...denials[one], ...suppositions[one]].some((word) => text.includes(` ${word.replace(/'$/, '')} `)),
  );
}

/** Whether words say that something is not so. */
export function isDenied(words: readonly string[], languages: readonly AdrLanguage[]): boolean {
  return words.some((word) => languages.some((language) => denials[language].includes(word)));
}

/** Whether words behind an ADR say that it is not so, as in languages that say so at the end: “ersetzt ADR-0003 nicht”. */
export function isDeniedBehind(words: readonly string[], languages: readonly AdrLanguage[]): boolean {
  return words.some((word) => languages.some((language) => language !== 'en' && denials[language][0] === word));
}

/** Whether a word may stand between a part of an ADR and the ADR, as “of” does. */
export function isBelonging(word: string, languages: readonly AdrLanguage[]): boolean {
  return languages.some((language) => belonging[language].includes(word));
}

const adverbs = allWordsOf(({ hereby }) => hereby);

/** Whether a word says that this ADR does something: “hereby”. */
export function isHere(word: string): boolean {
  return adverbs.has(word);
}

/** Whether a word is in front of what takes the place of something: “with”. */
export function isMeans(word: string): boolean {
  return meansOfAll.has(word);
}

export function isConjunction(word: string): boolean {
  return conjunctions.has(word);
}

const nouns = new Set(
  adrLanguages.flatMap((language) => [
    ...variantsOf(adrWords[language].headings.outcome)
      .map(foldWord)
      .filter((word) => !word.includes(' ')),
    ...variantsOf(adrWords[language].nouns).map(foldWord),
  ]),
);
const longest = Math.max(...nouns.values().map((word) => word.length));

/** How many letters of a noun may change with its case: “decyzja”, “decyzją”. */
const ending = 2;
const stems = new Set(
  nouns
    .values()
    .filter((word) => word.length > 6)
    .map((word) => word.slice(0, -ending)),
);

/** Whether a word is what ADRs are called: “decision”, “record”. */
export function isNoun(word: string): boolean {
  // “MADR 0003”
  if (nouns.has(word) || /^\p{L}{0,6}adrs?$/u.test(word)) return true;
  if (word.length < 6 || word.length > longest + ending) return false;
  return [0, 1, 2, 3].some((count) => stems.has(word.slice(0, word.length - count)));
}

const selfWords = adrLanguages.flatMap((language) => variantsOf(adrWords[language].self).map(foldWord));
const selves = Map.groupBy(selfWords.filter((word) => !isDense(word)).map(splitWords), ([first]) => first);

/** How many words from a place on call this ADR: “this ADR”, “the present decision”; 0 if they don't. */
export function selfAt(words: readonly string[], at: number): number {
  const found = selves.get(words[at])?.find((self) => self.every((word, index) => words[at + index] === word));
  if (found === undefined) return 0;
  const size = found.length;
  // “this architectural decision”
  const noun = [1, 2].find((count) => isNoun(words[at + size + count - 1] ?? ''));
  return noun === undefined ? size : size + noun;
}
