import { adrLanguages } from '../language/adr-language.ts';
import { variantsOf } from '../language/adr-words.ts';
import { isDense, oneOf } from '../language/patterns.ts';
import { foldWord, wordTable } from '../language/word-table.ts';
import { adrWords } from '../language/words.ts';

// How headings say that they are about what was not chosen.

/** The words of some texts. */
export const wordsIn = (texts: readonly string[]) =>
  texts.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)).filter(Boolean);

const ands = adrLanguages.flatMap((language) => variantsOf(adrWords[language].and));
/** “And”, in all languages with blanks. */
export const joints = ands.filter((word) => !isDense(word));

/** A word for one option, and the words for what became of those that were not chosen, in one language. */
const onesUnchosen = adrLanguages.map((language) => {
  const { options, rejecting, unchosen, weighing } = adrWords[language];
  const nouns = variantsOf(options).map(foldWord);
  const stems = variantsOf(unchosen).map(foldWord);
  return {
    nouns: new Set(nouns.filter((noun) => !isDense(noun))),
    clear: new Set(nouns.filter((noun) => stems.some((stem) => stem.length > 4 && noun.includes(stem)))),
    fates: new Set(wordsIn(variantsOf(rejecting).map(foldWord))),
    stems: wordsIn(variantsOf(rejecting).map(foldWord)).filter((word) => word.length > 5),
    weighing: new Set(variantsOf(weighing).map(foldWord)),
  };
});

/** Whether the words of a heading are about one option that was not chosen: “Rejected alternative”, “Alternative considered”. */
export function isOneUnchosen(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 4) return false;
  return onesUnchosen.some(({ nouns, clear, fates, stems, weighing }) => {
    const noun = words.find((word) => nouns.has(word));
    const others = words.filter((word) => word !== noun);
    const isFate = (word: string) => fates.has(word) || stems.some((stem) => hasEnding(word, stem));
    const isKnown = (word: string) => isFate(word) || (clear.has(noun ?? '') && weighing.has(word));
    return noun !== undefined && others.length > 0 && others.every(isKnown);
  });
}

/** Whether a word is another one with an ending, or with one more: “verworfene”. */
function hasEnding(word: string, stem: string): boolean {
  return word.length <= stem.length + longestEnding && word.startsWith(stem.slice(0, -1));
}

/** The longest ending, in UTF-16 units. */
const longestEnding = 3;

const fateWords = new Set(onesUnchosen.flatMap(({ fates: own }) => [...own].filter((word) => word.length > 4)));
const denseFates = adrLanguages.flatMap((language) => variantsOf(adrWords[language].rejecting)).filter(isDense);
const reasons = wordTable(({ points }) => [[true, points.verdict] as const]);
const reasoned = new RegExp(
  `^(?<first>[^()/|]{2,40}?)(?: (?:${oneOf(joints)}|&|\\+) | ?(?:${oneOf(ands.filter(isDense))}) ?)(?<second>[^()/|]{2,40})$`,
  'u',
);

/**
 * What a heading is about beside why some were rejected, folded: “备选” of “备选与否决理由”, “alternatives” of “Alternatives and
 * why rejected”. Undefined if it isn't.
 */
export function withoutReasons(name: string): string | undefined {
  const { first, second } = reasoned.exec(name)?.groups ?? {};
  if (first === undefined || second === undefined) return undefined;
  const isReason =
    reasons.find(second) === true ||
    wordsIn([second]).some((word) => fateWords.has(word)) ||
    denseFates.some((word) => second.includes(word));
  return isReason ? first : undefined;
}
