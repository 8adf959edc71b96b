import type { List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { placeOf, type Source } from '../source/source.ts';
import { kindOfWords } from './point-words.ts';

/** A block, and the place of the one that it was part of. */
export interface Piece {
  readonly node: RootContent;
  readonly of: number;
}

/**
 * Blocks with a list in two where the last line of an item is a label, which Markdown takes for a part of that item as no
 * blank line is above it: “- fast”, “**Cons:**”, “- old”.
 */
export function withoutLazyLabels(source: Source, nodes: readonly RootContent[]): readonly Piece[] {
  return nodes.flatMap((node, of) =>
    (node.type === 'list' ? splitList(source, node) : [node]).map((piece) => ({ node: piece, of })),
  );
}

function splitList(source: Source, list: List): readonly RootContent[] {
  for (const [at, item] of list.children.slice(0, -1).entries()) {
    const [line, ...others] = item.children;
    const found = line?.type === 'paragraph' && others.length === 0 ? splitParagraph(source, line) : undefined;
    if (found === undefined || list.position === undefined || item.position === undefined) continue;
    const { end } = found.above.position ?? item.position;
    const last = { ...item, children: [found.above], position: { ...item.position, end } };
    const rest = list.children.slice(at + 1);
    const from = rest[0]?.position?.start ?? list.position.start;
    return [
      { ...list, children: [...list.children.slice(0, at), last], position: { ...list.position, end } },
      found.label,
      ...splitList(source, { ...list, children: rest, position: { ...list.position, start: from } }),
    ];
  }
  return [list];
}

/** A paragraph without its last line, and that line if it is a label for points. */
function splitParagraph(
  source: Source,
  paragraph: Paragraph,
): { readonly above: Paragraph; readonly label: Paragraph } | undefined {
  const { position, children } = paragraph;
  const [first] = children;
  const { start, end } = placeOf(paragraph);
  const lineEnd = source.text.lastIndexOf('\n', end - 1);
  if (position === undefined || first === undefined || lineEnd <= start || end - lineEnd > longestLabel)
    return undefined;
  const written = source.text.slice(lineEnd + 1, end);
  const lead = written.length - written.trimStart().length;
  const words = written.replaceAll(/[*_]/g, '').trim();
  const isLabel = /[:：]$/.test(words) || /^(?:\*\*|__)[^*_]{1,50}(?:\*\*|__)$/.test(written.trim());
  if (!isLabel || kindOfWords(words, source.language) === undefined) return undefined;
  const from = { line: position.end.line, column: lead + 1, offset: lineEnd + 1 + lead };
  const to = { line: position.end.line - 1, column: 1, offset: lineEnd };
  const place = { start: from, end: position.end };
  return {
    above: {
      ...paragraph,
      // Only where they begin and end counts: texts are read from the source.
      children: [
        { type: 'text', value: textOf(paragraph), position: { start: placeIn(first, position.start), end: to } },
      ],
      position: { ...position, end: to },
    },
    label: { type: 'paragraph', children: [{ type: 'text', value: words, position: place }], position: place },
  };
}

type Place = NonNullable<Paragraph['position']>['start'];
const placeIn = ({ position }: PhrasingContent, otherwise: Place): Place => position?.start ?? otherwise;

/** The longest line that is a label, in UTF-16 units. */
const longestLabel = 60;
