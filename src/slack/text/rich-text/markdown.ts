import { parseMarkdown, writeMarkdown } from '@gavel/adr/markdown/markdown.ts';
import type { RichTextBlock } from '@slack/types';
import { toRichTextElements } from './from-tree.ts';
import type { RichTextNames } from './run.ts';
import { toFlow } from './to-tree.ts';

/**
 * What somebody wrote in Slack's editor as Markdown. Every word stays in its order, with its styles, lists, quotes and
 * code, and nothing typed becomes structure: a line that begins with a dash is a line of text there, since the editor
 * makes lists of its own. The result is normalized: neighbors with one style, paragraphs, lists and
 * quotes are joined; spaces at the edges of lines, and the styles of spaces, are dropped, as are underlines, empty
 * lines beyond one, and list items and code without text; a list may be indented only one level deeper than the item
 * before it. Mentions become names, and links with unsafe addresses become text.
 */
export function richTextToMarkdown(block: RichTextBlock, names: RichTextNames): string {
  return writeMarkdown({ type: 'root', children: toFlow(block.elements, names) });
}

/**
 * Markdown as what Slack's editor shows and accepts as `initial_value`; undoes `richTextToMarkdown`. What the editor
 * has no place for keeps its words: headings become bold lines, tables become lines with bars, images become links, and
 * HTML becomes text.
 */
export function markdownToRichText(markdown: string): RichTextBlock {
  const elements = toRichTextElements(parseMarkdown(markdown).children);
  // Slack's editor itself returns one section without elements when nothing was typed.
  return {
    type: 'rich_text',
    elements: elements.length > 0 ? elements : [{ type: 'rich_text_section', elements: [] }],
  };
}
