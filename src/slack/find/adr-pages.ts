import { cleanLine, cleanText } from '@gavel/adr/text/clean-text.ts';
import type { KnownBlock, RichTextBlock } from '@slack/types';
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Language } from '../../words/language.ts';
import { context, divider, header, slackLimits } from '../text/blocks.ts';
import { toRichTextElements } from '../text/rich-text/from-tree.ts';
import { type Resolve, readableTree } from '../text/rich-text/readable-tree.ts';
import { longestElement, sizeOf, splitElement } from '../text/rich-text/split.ts';

/** The maximum size of a page: two or three screens, far below what Slack accepts for a view. */
const pageLimits = { bytes: 12_000, blocks: 50 } as const;

/** How many characters of a longer file are shown: ten thousand words. */
export const longestShown = 60_000;

/** Sections that get a heading in Slack; deeper ones are bold lines. */
const deepestHeader = 2;

/**
 * A Markdown file as the pages of a modal, each far below Slack's limits whatever the file contains. Its first heading
 * is left out if it fits into the header that the modal shows for it. At least one page.
 */
export function renderPages({ adrPage }: Language, markdown: string, resolve: Resolve): KnownBlock[][] {
  const shown = markdown.slice(0, longestShown);
  const blocks = withoutTitle(readableTree(shown, resolve).children).flatMap(toBlocks);
  if (shown.length < markdown.length) blocks.push(context(adrPage.beginningOnly));
  return paginate(blocks);
}

/** A text as it is in a file, in as many blocks as it takes. */
export function preformattedBlocks(text: string): KnownBlock[] {
  const shown = cleanText(text.slice(0, longestShown));
  return shown === '' ? [] : toBlocks({ type: 'code', value: shown });
}

/** Blocks divided into pieces for pages; a heading stays on the page of what follows it. At least one page. */
export function paginate(blocks: readonly KnownBlock[]): KnownBlock[][] {
  const pages: KnownBlock[][] = [];
  let page: KnownBlock[] = [];
  let size = 0;
  for (const block of blocks) {
    const cost = sizeOf(block);
    if (page.length > 0 && (size + cost > pageLimits.bytes || page.length === pageLimits.blocks)) {
      const left = page.at(-1)?.type === 'header' && page.length > 1 ? page.splice(-1) : [];
      pages.push(page);
      page = left;
      size = left.reduce((sum, one) => sum + sizeOf(one), 0);
    }
    page.push(block);
    size += cost;
  }
  return page.length > 0 || pages.length === 0 ? [...pages, page] : pages;
}

function withoutTitle(nodes: readonly RootContent[]): RootContent[] {
  const first = nodes.find(({ type }) => type === 'heading');
  const isTitle = first?.type === 'heading' && first.depth === 1 && wordsOf(first).length < slackLimits.header / 2;
  return nodes.filter((node) => !(isTitle && node === first));
}

function wordsOf(node: RootContent): string {
  return cleanLine(textOf(node));
}

function toBlocks(node: RootContent): KnownBlock[] {
  if (node.type === 'thematicBreak') return [divider()];
  if (node.type === 'heading' && node.depth <= deepestHeader) {
    const words = wordsOf(node);
    if (words === '') return [];
    if (words.length <= slackLimits.header) return [header(words)];
  }
  return groupElements(toRichTextElements([node]).flatMap(splitElement)).map((elements) => ({
    type: 'rich_text',
    elements,
  }));
}

/** The elements of one Markdown block: together, unless that is too much for one block in Slack. */
function groupElements(elements: readonly RichTextBlock['elements'][number][]): RichTextBlock['elements'][] {
  const groups: RichTextBlock['elements'][] = [];
  let size = 0;
  for (const element of elements) {
    const cost = sizeOf(element);
    const group = groups.at(-1);
    if (group !== undefined && size + cost <= longestElement) group.push(element);
    else {
      groups.push([element]);
      size = 0;
    }
    size += cost;
  }
  return groups;
}
