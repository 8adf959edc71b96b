import type { Markdown } from '../content/content.ts';
import { toPlainLine, toPlainText } from '../text/plain-text.ts';
import { markdownToTyped, markdownToTypedLine } from '../typed/from-markdown.ts';

/** Words of a draft for a field of a proposal: as somebody would type them, with styles and links, and without these. */
export interface DraftWords {
  readonly typed: string;
  readonly plain: string;
}

/** What is longer, in UTF-16 units, fits into no field, and takes long to read for its marks. */
const longestTyped = 10_000;

/** Blocks of a draft for a field with several lines. */
export function toWords(markdown: Markdown): DraftWords {
  const plain = toPlainText(markdown);
  return { typed: markdown.length > longestTyped ? plain : markdownToTyped(markdown), plain };
}

/** Words of a draft for a field with one line, after a label if they have one. */
export function toLineWords(markdown: Markdown, label = ''): DraftWords {
  const plain = toPlainLine(markdown);
  if (plain === '') return { typed: '', plain };
  const typed = markdown.length > longestTyped ? plain : markdownToTypedLine(markdown);
  return { typed: label + typed, plain: label + plain };
}
