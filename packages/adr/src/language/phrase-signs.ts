import { isDense } from './patterns.ts';

// Patterns for the phrases of all languages try hundreds of words at each place of a text, and most texts have none of
// them. Looking up the words of a text once tells which patterns are worth trying.

/** Letters, as far as they matter here: a run of them may be more than a word, but no word is cut. */
const asciiRun = /[a-z]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters of ASCII.
const isAscii = /^[\u0000-\u007f]*$/;
const run = /[a-z\u00aa\u00b5\u00ba\u00c0-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff]+/g;

/** The phrase patterns that a word is needed by, as bits. */
const patternsByWord = new Map<string, number>();

/** The bit of texts in languages without blanks, in which words can't be told apart, and the last one that there is. */
const denseBit = 1;
const lastBit = 1 << 30;
let nextBit = 2;

let lastText = '';
let lastSigns = 0;

function signsOf(text: string): number {
  if (text === lastText) return lastSigns;
  const [isPlain, folded] = [isAscii.test(text), text.toLowerCase()];
  let signs = !isPlain && isDense(text) ? denseBit : 0;
  for (const word of folded.match(isPlain ? asciiRun : run) ?? []) signs |= patternsByWord.get(word) ?? 0;
  [lastText, lastSigns] = [text, signs];
  return signs;
}

/** The word of a phrase that no text with the phrase lacks: its longest one, which is the rarest as a rule. */
function neededWord(phrase: string): string {
  const words = phrase.toLowerCase().match(run) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/**
 * Makes a function that tells fast whether a text may have one of some phrases as whole words, in any case. It may say
 * so of a text that has none of them, but never the opposite.
 */
export function mayHave(phrases: readonly string[]): (text: string) => boolean {
  if (nextBit === lastBit) throw new RangeError('There are no more bits for phrases.');
  const bit = nextBit;
  nextBit <<= 1;
  const spaced = phrases.filter((phrase) => !isDense(phrase));
  for (const word of spaced.map(neededWord).filter((one) => one !== '')) {
    patternsByWord.set(word, (patternsByWord.get(word) ?? 0) | bit);
  }
  // “◯”
  const marks = spaced.filter((phrase) => neededWord(phrase) === '');
  const mask = spaced.length < phrases.length ? bit | denseBit : bit;
  return (text) => (signsOf(text) & mask) !== 0 || marks.some((mark) => text.includes(mark));
}
