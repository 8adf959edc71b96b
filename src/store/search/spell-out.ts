import { storable } from '../storable.ts';

/** The longest words that are looked for: longer ones are keys, hashes and addresses. */
const longestWord = 60;

/** Scripts that are written without blanks between words. */
const withoutBlanks =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * The words of a text as the search index has them: in lower case and without punctuation, so that the parts of paths,
 * addresses and identifiers are words of their own. Identifiers and words with accents come whole and taken apart.
 */
export function spellOut(text: string): string[] {
  return runsOf(text).flatMap((run) => {
    const words = [run, ...wordsIn(run)].map((word) => word.toLowerCase());
    return [...new Set(words.flatMap((word) => [word, withoutAccents(word)]))].filter(isKept);
  });
}

/** The words that somebody searches for, as at least `spellOut` has them of a text. */
export function askFor(text: string): string[] {
  return runsOf(text)
    .flatMap(wordsIn)
    .map((word) => withoutAccents(word.toLowerCase()))
    .filter(isKept);
}

/** Runs of letters and digits. */
function runsOf(text: string): string[] {
  return storable(text)
    .normalize('NFKC')
    .split(/[^\p{L}\p{M}\p{N}]+/u);
}

/** The words in a run: those of a sentence without blanks, and the pieces of an identifier such as `paymentQueue`. */
function wordsIn(run: string): readonly string[] {
  if (withoutBlanks.test(run)) return Array.from(segmenter.segment(run), ({ segment }) => segment);
  return run.split(/(?<=\p{Ll})(?=\p{Lu})/u);
}

function isKept(word: string): boolean {
  return word !== '' && word.length <= longestWord;
}

function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .normalize('NFC');
}
