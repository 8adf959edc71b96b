import type { Markdown } from '../content/content.ts';
import { withoutBlanks } from '../read/source/source.ts';

/** A heading of these words, as they are whatever they end with. Only one that was underlined can have several lines. */
export function headingText(depth: number, text: Markdown): Markdown {
  if (text.includes('\n') && depth < 3) return `${text}\n${depth === 1 ? '===' : '---'}`;
  // Number signs at the end would be taken for the closing ones.
  const end = /(?:^|[ \t])#+$/.test(text) ? ' #' : '';
  return withoutBlanks(`${'#'.repeat(depth)} ${text}${end}`);
}
