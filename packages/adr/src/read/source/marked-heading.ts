import type { Heading, RootContent } from 'mdast';

const marked = /^\ufeff(?<lead>(?<signs>#{1,6})[ \t]+)(?=\S)/;

/** Blocks in which a heading with a byte order mark in front of it is one: files that were joined have such marks inside. */
export function withMarkedHeadings(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.some((node) => node.type === 'paragraph') ? nodes.map((node) => headingOf(node) ?? node) : nodes;
}

function headingOf(node: RootContent): Heading | undefined {
  const [first, ...others] = node.type === 'paragraph' ? node.children : [];
  if (first?.type !== 'text' || first.position === undefined || node.position === undefined) return undefined;
  const { lead = '', signs = '' } = marked.exec(first.value)?.groups ?? {};
  const depth = ([1, 2, 3, 4, 5, 6] as const).find((one) => one === signs.length);
  if (depth === undefined || node.position.start.line !== node.position.end.line) return undefined;
  const before = lead.length + 1;
  const { start, end } = first.position;
  const shifted = { ...start, column: start.column + before, offset: (start.offset ?? 0) + before };
  const text = { ...first, value: first.value.slice(before), position: { start: shifted, end } };
  return { type: 'heading', depth, children: [text, ...others], position: node.position };
}
