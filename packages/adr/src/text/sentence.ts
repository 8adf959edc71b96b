/** Ends a text with a period, unless it already ends with punctuation or a symbol. The mark of a style is neither. */
export function endSentence(text: string): string {
  return /[\p{L}\p{N}\p{M})"][*_~`]*$/u.test(text) ? `${text}.` : text;
}
