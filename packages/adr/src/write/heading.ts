import type { Markdown } from '../content/content.ts';
import { withoutBlanks } from '../read/source/source.ts';

/** Writes a heading. The text can end with anything, and a heading of several lines is underlined. */
export function headingText(depth: number, text: Markdown): Markdown {
  if (text.includes('\n') && depth < 3) return `${text}\n${depth === 1 ? '===' : '---'}`;
  // Number signs at the end would be read as a closing sequence.
  const end = /(?:^|[ \t])#+$/.test(text) ? ' #' : '';
  return withoutBlanks(`${'#'.repeat(depth)} ${text}${end}`);
}
