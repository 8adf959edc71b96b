/**
 * Whether a text has no Markdown, so that its words are known without parsing it, which is slow: a single line that
 * starts with a letter and has no mark.
 */
export function isPlainLine(markdown: string): boolean {
  return plainLine.test(markdown);
}

const plainLine = /^\p{L}[^\\`*_[\]<>&~|\p{Cc}]*(?<! )$/u;
