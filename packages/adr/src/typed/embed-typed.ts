import type { Paragraph } from 'mdast';
import type { Markdown } from '../content/content.ts';
import { type Block, embedBlock, embedPhrasing } from '../markdown/embed.ts';
import { blocksToMarkdown } from '../markdown/to-markdown.ts';
import { parseTyped } from './typed-blocks.ts';
import { parseTypedLine } from './typed-line.ts';

/** Typed text as blocks for an ADR, which mention nobody. */
export function embedTyped(typed: string): Block[] {
  return parseTyped(typed).flatMap((block) => embedBlock(block, 0));
}

/** A typed line as a paragraph for an ADR, which mentions nobody. */
export function embedTypedLine(typed: string): Paragraph {
  return { type: 'paragraph', children: embedPhrasing(parseTypedLine(typed)) };
}

/** A typed line as Markdown for a heading, an item or a sentence. */
export function typedLine(typed: string): Markdown {
  return blocksToMarkdown([embedTypedLine(typed)]);
}

/** A typed line as Markdown for the text of a link, which has no links in it. */
export function typedLabel(typed: string): Markdown {
  const { children } = embedTypedLine(typed);
  const words = children.flatMap((node) => (node.type === 'link' ? node.children : [node]));
  return blocksToMarkdown([{ type: 'paragraph', children: words }]);
}

/** Several typed lines as Markdown. Empty ones are left out. */
export function typedLines(typed: readonly string[]): Markdown[] {
  return typed.map(typedLine).filter((line) => line !== '');
}
