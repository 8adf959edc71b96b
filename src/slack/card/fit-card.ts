import type { KnownBlock, RichTextElement } from '@slack/types';
import { richText, shorten } from '../text/blocks.ts';
import { joinPlain, lengthOf } from './option-blocks.ts';

/** How many characters of a text are left where there is no room for more. */
const longestLine = 150;

/**
 * A block whose text, if it is rich, is cut to a line or two and has neither styles nor links: each change of style
 * takes the room of many words, and an address can be of any length.
 */
export function toPlain(block: KnownBlock): KnownBlock {
  if (block.type !== 'rich_text') return block;
  const elements = block.elements.flatMap((part) => (part.type === 'rich_text_section' ? part.elements : []));
  let room = longestLine;
  const shown = joinPlain(elements.map(withoutStyle)).flatMap((element): RichTextElement[] => {
    if (element.type !== 'text') return [element];
    if (room === 0) return [];
    const text = shorten(element.text, room);
    room -= text.length;
    return [{ type: 'text', text }];
  });
  return richText(...shown);
}

function withoutStyle(element: RichTextElement): RichTextElement {
  if (element.type === 'text') return { type: 'text', text: element.text };
  if (element.type === 'link') return { type: 'text', text: element.text ?? element.url };
  return element;
}

/**
 * Blocks without the last texts among them, until at least so many characters are gone: small print first. What can be
 * pressed stays.
 */
export function dropNotes(blocks: readonly KnownBlock[], characters: number): KnownBlock[] {
  const dropped = new Set<KnownBlock>();
  let left = characters;
  for (const type of ['context', 'rich_text'] as const) {
    for (const block of blocks.toReversed()) {
      if (left <= 0 || block.type !== type) continue;
      dropped.add(block);
      left -= lengthOf([block]) - '[]'.length;
    }
  }
  return blocks.filter((block) => !dropped.has(block));
}
