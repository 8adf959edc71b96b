/** A character of Chinese, Japanese or Korean, which have no blanks where other languages need one. */
export const denseCharacter = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]';

const dense = new RegExp(denseCharacter, 'u');

/** Whether a word is written without blanks around it, as in Chinese, Japanese or Korean. */
export function isDense(word: string): boolean {
  return dense.test(word);
}

/** A pattern for one of these words, the longest first. Where words have a blank, a text may have a line break. */
export function oneOf(words: Iterable<string>): string {
  const sorted = [...new Set(words)].sort((one, other) => other.length - one.length);
  return sorted.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s')).join('|');
}
