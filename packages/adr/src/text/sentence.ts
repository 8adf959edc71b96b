/** The text with a full stop, unless it ends in punctuation or a symbol of its own. */
export function endSentence(text: string): string {
  return /[\p{L}\p{N}\p{M})"]$/u.test(text) ? `${text}.` : text;
}
