import type { Nodes, RootContent } from 'mdast';
import { parseMarkdownFile } from '../markdown.ts';

/** The text of a file with its tree; positions in the tree count from the start of `text`. */
export interface Source {
  /** Without a byte order mark, and with line feeds alone. */
  readonly text: string;
  readonly nodes: readonly RootContent[];
  /** The same, for a quick look-up. */
  readonly topLevel: ReadonlySet<Nodes>;
  /** The end of a file that is too long to be read as a whole; it is the last of the nodes, as it stands. */
  readonly rest: string;
  readonly hasByteOrderMark: boolean;
  readonly lineEnding: '\n' | '\r\n';
}

/** Reads the text of a Markdown file; never throws. */
export function readSource(file: string): Source {
  const hasByteOrderMark = file.startsWith('\ufeff');
  const text = (hasByteOrderMark ? file.slice(1) : file).replaceAll(/\r\n?/g, '\n');
  const lineEnding = /\r\n/.test(file) ? '\r\n' : '\n';
  const rest = text.length > longFile ? cutAtBlankLine(text) : '';
  const head = text.slice(0, text.length - rest.length);
  const nodes = parseMarkdownFile(head).children;
  if (rest !== '') nodes.push(unread(head, rest));
  return { text, nodes, topLevel: new Set(nodes), rest, hasByteOrderMark, lineEnding };
}

/** Files above this many UTF-16 units are read only at their beginning: parsing can take time with their square. */
export const longFile = 1_000_000;
const beginning = 100_000;

/** What stands after the beginning of a long file. */
function cutAtBlankLine(text: string): string {
  const blank = text.lastIndexOf('\n\n', beginning);
  return text.slice(blank === -1 ? beginning : blank + 2);
}

function unread(head: string, rest: string): RootContent {
  const line = 1 + (head.match(/\n/g)?.length ?? 0);
  const end = { line, column: 2, offset: head.length + rest.length };
  return { type: 'html', value: rest, position: { start: { line, column: 1, offset: head.length }, end } };
}

/** Where a node starts and ends in the text, and its line (from 1). */
export function placeOf(node: Nodes): { start: number; end: number; line: number; column: number } {
  const start = node.position?.start;
  return {
    start: start?.offset ?? 0,
    end: node.position?.end.offset ?? 0,
    line: start?.line ?? 1,
    column: start?.column ?? 1,
  };
}

/** Blocks that stand one after the other, as they are written, with the blanks before the first. */
export function blocksAsWritten(source: Source, nodes: readonly Nodes[]): string {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return '';
  const { start, column } = placeOf(first);
  // What looks like front matter is none behind a blank line.
  if (first.type === 'thematicBreak' && first === source.nodes[0]) return source.text.slice(0, placeOf(last).end);
  const lineStart = source.text.lastIndexOf('\n', start - 1) + 1;
  const from = source.text.slice(lineStart, start).trim() === '' ? lineStart : start;
  const written = source.text.slice(from, placeOf(last).end);
  if (column === 1 || source.topLevel.has(first)) return written;
  // Inside a list item, the lines begin with the item's indentation.
  return source.text.slice(start, placeOf(last).end).replaceAll(new RegExp(`\\n[ \\t]{1,${column - 1}}`, 'g'), '\n');
}

/** The words of a heading, paragraph or cell as they are written, without the indentation of further lines. */
export function wordsAsWritten(source: Source, node: Nodes): string {
  const children = 'children' in node ? node.children : [];
  const first = children[0];
  const last = children.at(-1);
  if (first === undefined || last === undefined) return '';
  return source.text.slice(placeOf(first).start, placeOf(last).end).replaceAll(/\n[ \t]+/g, '\n');
}
