import type { RichTextBlock } from '@slack/types';
import type { RootContent } from 'mdast';
import { toElements, toRuns, weaveParagraphs } from './from-phrasing.ts';
import { toFlatLists } from './list.ts';
import type { Run } from './run.ts';

type BlockElement = RichTextBlock['elements'][number];

/** A paragraph that may still join its neighbors. */
interface Text {
  readonly type: 'rich_text_section' | 'rich_text_quote';
  readonly runs: readonly Run[];
}

/** Markdown blocks as elements of a rich text block; neighboring paragraphs make one section, as in Slack's editor. */
export function toRichTextElements(nodes: readonly RootContent[]): BlockElement[] {
  const joined: (Text | BlockElement)[] = [];
  for (const piece of nodes.flatMap((node) => toPieces(node, false))) {
    const previous = joined.at(-1);
    if (previous && 'runs' in previous && 'runs' in piece && previous.type === piece.type) {
      joined[joined.length - 1] = { type: piece.type, runs: weaveParagraphs([previous.runs, piece.runs]) };
    } else {
      joined.push(piece);
    }
  }
  return joined.map((piece) => ('runs' in piece ? { type: piece.type, elements: toElements(piece.runs) } : piece));
}

function toPieces(node: RootContent, isQuoted: boolean): (Text | BlockElement)[] {
  const border = isQuoted ? { border: 1 as const } : {};
  switch (node.type) {
    case 'code':
      // Slack: a text element has at least one character.
      if (node.value === '') return [];
      return [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: node.value }], ...border }];
    case 'list':
      return toFlatLists(node).map((list) => ({ ...list, ...border }));
    case 'blockquote':
      return node.children.flatMap((child) => toPieces(child, true));
    case 'footnoteDefinition':
      return node.children.flatMap((child) => toPieces(child, isQuoted));
    default: {
      const runs = toRuns(node);
      const type = isQuoted ? 'rich_text_quote' : 'rich_text_section';
      return runs.some((run) => run.text !== '') ? [{ type, runs }] : [];
    }
  }
}
