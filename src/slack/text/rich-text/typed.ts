import { parseTyped } from '@gavel/adr/typed/typed-blocks.ts';
import { parseTypedLine } from '@gavel/adr/typed/typed-line.ts';
import { writeTyped, writeTypedLine } from '@gavel/adr/typed/write-typed.ts';
import type { RichTextBlock } from '@slack/types';
import { toRichTextElements } from './from-tree.ts';
import type { RichTextNames } from './run.ts';
import { toFlow } from './to-tree.ts';

/** What somebody typed on several lines, as they meant it: paragraphs, lists, quotations and code. */
export function typedToRichText(typed: string): RichTextBlock['elements'] {
  return toRichTextElements(parseTyped(typed));
}

/** What somebody wrote in Slack's editor, as they would have typed it; undoes `typedToRichText`. */
export function richTextToTyped(block: RichTextBlock, names: RichTextNames): string {
  return writeTyped(toFlow(block.elements, names));
}

/** What somebody typed on one line, as they meant it. */
export function typedLineToRichText(typed: string): RichTextBlock['elements'] {
  return toRichTextElements([{ type: 'paragraph', children: parseTypedLine(typed) }]);
}

/** What somebody wrote in Slack's editor, as they would have typed it on one line: its words, without lists. */
export function richTextToTypedLine(block: RichTextBlock, names: RichTextNames): string {
  return writeTypedLine(toFlow(block.elements, names));
}
