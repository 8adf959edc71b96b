import type { Heading, Paragraph, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { AdrPart } from '../../content/part.ts';
import { partOfHeading } from '../../content/part-of-heading.ts';

/** The parts that show that lines are headings. */
const core: readonly (AdrPart | undefined)[] = ['context', 'outcome', 'options', 'consequences'];

/** How many of these parts lines have to name. */
const fewest = 2;

/**
 * Blocks in which bold lines such as “**Context**” are headings, in a file whose headings name no part of an ADR. Only
 * lines that name a part are.
 */
export function withLineHeadings(nodes: readonly RootContent[]): readonly RootContent[] {
  const isCore = (node: RootContent) => core.includes(partOfHeading(textOf(node), undefined));
  const headings = nodes.filter((node) => node.type === 'heading');
  const lines = nodes.filter(isBoldLine);
  if (lines.length < fewest || headings.some(isCore)) return nodes;
  if (new Set(lines.filter(isCore).map((line) => partOfHeading(textOf(line), undefined))).size < fewest) return nodes;
  const depth = (headings[0]?.depth ?? 1) + 1;
  return nodes.map((node) => (isBoldLine(node) && isNamed(node) ? toHeading(node, depth) : node));
}

const isNamed = (node: RootContent) => partOfHeading(textOf(node), undefined) !== undefined;

/** Whether a block is nothing but bold words and perhaps a colon. */
function isBoldLine(node: RootContent): node is Paragraph {
  if (node.type !== 'paragraph') return false;
  const [words, colon, ...others] = node.children;
  const isColon = colon === undefined || (colon.type === 'text' && /^[:：]$/.test(colon.value));
  return words?.type === 'strong' && isColon && others.length === 0;
}

function toHeading({ children, position }: Paragraph, depth: number): Heading {
  const level = ([1, 2, 3, 4, 5, 6] as const).find((one) => one === depth) ?? 6;
  return { type: 'heading', depth: level, children, ...(position === undefined ? {} : { position }) };
}
