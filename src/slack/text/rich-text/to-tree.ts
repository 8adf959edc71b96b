import { cleanText } from '@gavel/adr/text/clean-text.ts';
import type { RichTextBlock, RichTextPreformatted } from '@slack/types';
import type { BlockContent, Code } from 'mdast';
import { toLists } from './list.ts';
import { toParagraphs } from './phrasing.ts';
import type { RichTextNames } from './run.ts';
import { readRuns } from './typed-marks.ts';

type BlockElement = RichTextBlock['elements'][number];

/** The elements of a rich text block as Markdown blocks; those with a border become one block quote. */
export function toFlow(elements: readonly BlockElement[], names: RichTextNames): BlockContent[] {
  // Elements without words would separate what belongs together.
  const spoken = elements.filter((element) => toBlocks([element], names).length > 0);
  return chunk(spoken, isQuoted).flatMap((group): BlockContent[] => {
    const children = chunk(group, isList).flatMap((stretch) => toBlocks(stretch, names));
    return group.some(isQuoted) ? [{ type: 'blockquote', children }] : children;
  });
}

/** Slack: a list or code inside a quote is an element of its own with `border: 1`. */
function isQuoted(element: BlockElement): boolean {
  return element.type === 'rich_text_quote' || ('border' in element && element.border === 1);
}

function isList(element: BlockElement): boolean {
  return element.type === 'rich_text_list';
}

/** Cuts into stretches of neighbors for which `test` gives the same result. */
function chunk(elements: readonly BlockElement[], test: (element: BlockElement) => boolean): BlockElement[][] {
  const stretches: BlockElement[][] = [];
  for (const element of elements) {
    const previous = stretches.at(-1);
    const [first] = previous ?? [];
    if (previous && first && test(first) === test(element)) previous.push(element);
    else stretches.push([element]);
  }
  return stretches;
}

function toBlocks(stretch: readonly BlockElement[], names: RichTextNames): BlockContent[] {
  const lists = stretch.filter((element) => element.type === 'rich_text_list');
  if (lists.length > 0) return toLists(lists, names);
  return stretch.flatMap((element): BlockContent[] => {
    if (element.type === 'rich_text_preformatted') return toCode(element);
    return 'elements' in element && element.type !== 'rich_text_list'
      ? toParagraphs(readRuns(element.elements, names))
      : [];
  });
}

function toCode(element: RichTextPreformatted): Code[] {
  const value = cleanText(element.elements.map((part) => part.text || ('url' in part ? part.url : '')).join(''));
  return value.trim() === '' ? [] : [{ type: 'code', value }];
}
