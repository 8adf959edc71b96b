import type { BlockContent, DefinitionContent, Heading, Nodes, PhrasingContent, RootContent } from 'mdast';
import { cleanText } from './clean-text.ts';
import { parseMarkdown } from './markdown.ts';
import { shieldMentions } from './mention.ts';
import { isSafeUrl } from './safe-url.ts';
import { paragraphs } from './tree.ts';

type Block = BlockContent | DefinitionContent;

/**
 * Somebody's Markdown as a part of a section at level 2: its headings are sunk below that level, keeping their order of
 * rank as far as six levels allow; HTML becomes text; links that lead nowhere safe, and mentions, lose their effect.
 */
export function embedMarkdown(markdown: string): Block[] {
  const tree = parseMarkdown(cleanText(markdown));
  const highest = Math.min(3, ...headingDepths(tree));
  return tree.children.filter(isBlock).flatMap((block) => embedBlock(block, 3 - highest));
}

function headingDepths(node: Nodes): number[] {
  const depths = 'children' in node ? [...node.children].flatMap(headingDepths) : [];
  return node.type === 'heading' ? [node.depth, ...depths] : depths;
}

const blockTypes: Readonly<Record<Block['type'], true>> = {
  blockquote: true,
  code: true,
  definition: true,
  footnoteDefinition: true,
  heading: true,
  html: true,
  list: true,
  paragraph: true,
  table: true,
  thematicBreak: true,
};

function isBlock(node: RootContent): node is Block {
  return Object.hasOwn(blockTypes, node.type);
}

function embedBlock(node: Block, sink: number): Block[] {
  const embedAll = (blocks: readonly Block[]) => blocks.flatMap((block) => embedBlock(block, sink));
  switch (node.type) {
    case 'html':
      return paragraphs(node.value);
    case 'heading':
      return [{ ...node, depth: sinkDepth(node.depth, sink), children: node.children.flatMap(embedPhrasing) }];
    case 'paragraph':
      return [{ ...node, children: node.children.flatMap(embedPhrasing) }];
    case 'blockquote':
    case 'footnoteDefinition':
      return [{ ...node, children: embedAll(node.children) }];
    case 'list':
      return [{ ...node, children: node.children.map((item) => ({ ...item, children: embedAll(item.children) })) }];
    case 'table':
      return [
        {
          ...node,
          children: node.children.map((row) => ({
            ...row,
            children: row.children.map((cell) => ({ ...cell, children: cell.children.flatMap(embedPhrasing) })),
          })),
        },
      ];
    case 'code':
      return [{ ...node, value: cleanText(node.value) }];
    case 'definition':
      return isEmbeddable(node.url) ? [node] : [];
    case 'thematicBreak':
      return [node];
  }
}

function embedPhrasing(node: PhrasingContent): PhrasingContent[] {
  switch (node.type) {
    // Character references can bring in again what was cleaned away before.
    case 'text':
    case 'html':
      return shieldMentions(cleanText(node.value));
    case 'inlineCode':
      return [{ ...node, value: cleanText(node.value) }];
    case 'link':
      return isEmbeddable(node.url)
        ? [{ ...node, children: node.children.flatMap(embedPhrasing) }]
        : node.children.flatMap(embedPhrasing);
    case 'image':
      return isEmbeddable(node.url) ? [node] : shieldMentions(cleanText(node.alt ?? ''));
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'linkReference':
      return [{ ...node, children: node.children.flatMap(embedPhrasing) }];
    default:
      return [node];
  }
}

/** Relative addresses lead to a neighbour in the archive. */
function isEmbeddable(url: string): boolean {
  return isSafeUrl(url) || !/^[^/?#]*:|[\s<>\p{Cc}\p{Cf}]/u.test(url);
}

const depths: readonly Heading['depth'][] = [1, 2, 3, 4, 5, 6];

function sinkDepth(depth: Heading['depth'], sink: number): Heading['depth'] {
  return depths[depth - 1 + sink] ?? 6;
}
