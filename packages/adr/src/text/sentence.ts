/** Ends a text with a period, unless it already ends with punctuation or a symbol. */
export function endSentence(text: string): string {
  return /[\p{L}\p{N}\p{M})"]$/u.test(text) ? `${text}.` : text;
}
