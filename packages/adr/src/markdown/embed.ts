import type { BlockContent, DefinitionContent, Heading, Link, Nodes, PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { cleanLine, cleanText } from '../text/clean-text.ts';
import { isEmbeddable, isSafeUrl } from '../text/safe-url.ts';
import { isReadable, parseMarkdown, writeMarkdown } from './markdown.ts';
import { shieldMentions } from './mention.ts';
import { haveSameNodes } from './same-nodes.ts';
import { line, paragraphs } from './tree.ts';

/** A block of a section. */
export type Block = BlockContent | DefinitionContent;

/**
 * Prepares somebody's Markdown for a section at `level`. Headings move below that level and keep their relative ranks
 * as far as six levels allow. HTML becomes text. Unsafe links and mentions become inert.
 */
export function embedMarkdown(markdown: string, level = 2): Block[] {
  if (!isReadable(markdown)) return paragraphs(markdown);
  const tree = parseMarkdown(cleanText(markdown));
  const highest = Math.min(level + 1, ...headingDepths(tree));
  return tree.children.filter(isBlock).flatMap((block) => embedBlock(block, level + 1 - highest));
}

/**
 * Returns somebody's Markdown unchanged if all of it is allowed in a section at `level`, or else as `embedMarkdown`
 * does.
 */
export function embedAsWritten(markdown: string, level = 2): string {
  const written = cleanText(markdown)
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const blocks = embedMarkdown(written, level);
  const isHarmless =
    // After a list, an indented line would belong to the list.
    !/^[ \t]/.test(written) &&
    isReadable(written) &&
    haveSameNodes(blocks, parseMarkdown(written).children) &&
    isClosed(written, blocks.length);
  return isHarmless ? written : writeMarkdown({ type: 'root', children: blocks }).trimEnd();
}

/** Returns Markdown for a heading or a single line, unchanged if all of it is allowed there. */
export function embedWords(markdown: string): string {
  const written = cleanLine(markdown);
  const [block, ...others] = parseMarkdown(written).children;
  if (block?.type !== 'paragraph' || others.length > 0) {
    return writeMarkdown({ type: 'root', children: [line(textOf(parseMarkdown(written)))] }).trimEnd();
  }
  return embedAsWritten(written);
}

/** Whether the next block stays separate. An unclosed code block would swallow it. */
function isClosed(written: string, blocks: number): boolean {
  const followed = parseMarkdown(`${written}\n\nend`).children;
  return followed.length === blocks + 1 && followed.at(-1)?.type === 'paragraph';
}

/** Moves all headings below a level. Markdown whose headings are low enough stays the same. */
export function lowerHeadings(markdown: string, level: number): string {
  if (!isReadable(markdown)) return markdown;
  if (!/^ {0,3}(?:#|[=-]+[ \t]*$)/m.test(markdown)) return markdown;
  const tree = parseMarkdown(markdown);
  const sink = level + 1 - Math.min(...tree.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : [])));
  if (!(sink > 0) || !Number.isFinite(sink)) return markdown;
  const children = tree.children.map((node) =>
    node.type === 'heading' ? { ...node, depth: sinkDepth(node.depth, sink) } : node,
  );
  return writeMarkdown({ type: 'root', children }).trimEnd();
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

/** Whether a node of a tree is a block of a section. */
export function isBlock(node: RootContent): node is Block {
  return Object.hasOwn(blockTypes, node.type);
}

/** A block whose headings sink by so many levels, without HTML, mentions and unsafe links. */
export function embedBlock(node: Block, sink: number): Block[] {
  const embedAll = (blocks: readonly Block[]) => blocks.flatMap((block) => embedBlock(block, sink));
  switch (node.type) {
    case 'html':
      return paragraphs(node.value);
    case 'heading':
      return [{ ...node, depth: sinkDepth(node.depth, sink), children: embedPhrasing(node.children) }];
    case 'paragraph':
      return [{ ...node, children: embedPhrasing(node.children) }];
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
            children: row.children.map((cell) => ({ ...cell, children: embedPhrasing(cell.children) })),
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

/** Parts of a paragraph without HTML, mentions and unsafe links. */
export function embedPhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const embedded: PhrasingContent[] = [];
  for (const node of nodes.flatMap(embedPart)) {
    const last = embedded.at(-1);
    // The marks of two pieces of code without anything between them would be read as other marks.
    if (node.type === 'inlineCode' && last?.type === 'inlineCode')
      embedded[embedded.length - 1] = { ...last, value: last.value + node.value };
    else embedded.push(node);
  }
  return embedded;
}

function embedPart(node: PhrasingContent): PhrasingContent[] {
  switch (node.type) {
    // Character references can bring back characters that were removed before.
    case 'text':
    case 'html':
      return shieldMentions(cleanText(node.value));
    case 'inlineCode':
      return [{ ...node, value: cleanText(node.value) }];
    case 'link':
      if (isAddress(node)) return [node];
      return isEmbeddable(node.url)
        ? [{ ...node, children: embedPhrasing(node.children) }]
        : embedPhrasing(node.children);
    case 'image':
      return isEmbeddable(node.url) ? [node] : shieldMentions(cleanText(node.alt ?? ''));
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'linkReference':
      return [{ ...node, children: embedPhrasing(node.children) }];
    default:
      return [node];
  }
}

/** A link that shows where it leads. Nobody is mentioned by its text. */
function isAddress({ url, children: [words, ...others] }: Link): boolean {
  return isSafeUrl(url) && words?.type === 'text' && words.value === url && others.length === 0;
}

const depths: readonly Heading['depth'][] = [1, 2, 3, 4, 5, 6];

function sinkDepth(depth: Heading['depth'], sink: number): Heading['depth'] {
  return depths[depth - 1 + sink] ?? 6;
}
