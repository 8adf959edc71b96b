/**
 * Ends a text with a period, after a Chinese or Japanese character with theirs, unless it already ends with punctuation
 * or a symbol. The mark of a style is neither.
 */
export function endSentence(text: string): string {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][*_~`]*$/u.test(text)) return `${text}。`;
  return /[\p{L}\p{N}\p{M})"][*_~`]*$/u.test(text) ? `${text}.` : text;
}

/** Whether a sentence ends between two words of a text, as far as they tell: not in “e.g. Go”, “Dr. Who” or “5. Mai”. */
export function endsSentence(before: string, after: string): boolean {
  const word = (/(?<!\S)\S+$/u.exec(before)?.[0] ?? '')
    .replace(/(?<!["”’»')\]*_`])["”’»')\]*_`]+$/u, '')
    .replace(/^["“‘«([*_`]+/u, '');
  if (!/[.!?…。！？]$/u.test(word)) return false;
  if (/^(?:(?:\p{L}\.)+|\d+\.|[^\P{L}aeiouyäöü]{1,3}\.)$/iu.test(word)) return false;
  return /^(?:["“‘«([*_]*[\p{Lu}\p{Lo}\p{N}]|`)/u.test(after);
}
