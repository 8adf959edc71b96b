import type { List, Paragraph, PhrasingContent } from 'mdast';
import { cleanLine, cleanText } from '../text/clean-text.ts';
import { shieldMentions } from './mention.ts';

/** A paragraph of plain text on one line. */
export function line(text: string): Paragraph {
  return { type: 'paragraph', children: shieldMentions(cleanLine(text)) };
}

/** Plain text as paragraphs, separated at blank lines. Line feeds within a paragraph become hard line breaks. */
export function paragraphs(text: string): Paragraph[] {
  return cleanText(text)
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ type: 'paragraph', children: part.split('\n').flatMap(toLine) }));
}

function toLine(text: string, index: number): PhrasingContent[] {
  const nodes = shieldMentions(cleanText(text).trim());
  return index === 0 ? nodes : [{ type: 'break' }, ...nodes];
}

/** A bulleted list with one paragraph per item. Without items, there is no list. */
export function bulletList(items: readonly Paragraph[]): List[] {
  if (items.length === 0) return [];
  const children = items.map((item) => ({ type: 'listItem' as const, spread: false, children: [item] }));
  return [{ type: 'list', ordered: false, spread: false, children }];
}
