/** A character of Chinese, Japanese or Korean, which have no blanks where other languages need one. */
export const denseCharacter = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]';

const dense = new RegExp(denseCharacter, 'u');

/** Whether a word is written without blanks around it, as in Chinese, Japanese or Korean. */
export function isDense(word: string): boolean {
  return dense.test(word);
}

/** A pattern for one of these words where it stands by itself, whether or not its language has blanks. */
export function anyWord(words: readonly string[]): string {
  const [dense, spaced] = [words.filter(isDense), words.filter((word) => !isDense(word))];
  const parts = [...(spaced.length > 0 ? [`(?<!\\p{L})(?:${oneOf(spaced)})(?!\\p{L})`] : []), oneOf(dense)];
  return parts.filter((part) => part !== '').join('|');
}

/** A pattern for one of these words, the longest first. Where words have a blank, a text may have a line break. */
export function oneOf(words: Iterable<string>): string {
  const sorted = [...new Set(words)].sort((one, other) => other.length - one.length);
  return sorted.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s')).join('|');
}
