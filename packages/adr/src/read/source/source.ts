import type { Heading, Nodes, RootContent, Yaml } from 'mdast';
import type { ExceededLimit } from '../../markdown/guard/guard.ts';
import { readMarkdownFile } from '../../markdown/markdown.ts';
import { countByteOrderMarks, textOfFile } from '../../text/file-text.ts';

/** The text of a file with its tree; positions in the tree count from the start of `text`. */
export interface Source {
  /** Without a byte order mark, and with line feeds alone. */
  readonly text: string;
  readonly nodes: readonly RootContent[];
  /** The start of each line, for fast lookups. */
  readonly topLevel: ReadonlySet<Nodes>;
  /** The end of a file that is too much to be read as a whole; it is the last of the nodes, as it stands. */
  readonly rest: string;
  /** What could not be read as Markdown. */
  readonly exceededLimits: readonly ExceededLimit[];
  readonly hasByteOrderMark: boolean;
  readonly lineEnding: '\n' | '\r\n';
}

/** Reads the text of a Markdown file; never throws. */
export function readSource(file: string): Source {
  const hasByteOrderMark = countByteOrderMarks(file) > 0;
  const text = textOfFile(file);
  const lineEnding = /\r\n/.test(file) ? '\r\n' : '\n';
  const { tree, rest, exceededLimits } = readMarkdownFile(text);
  const nodes = tree.children;
  return { text, nodes, topLevel: new Set(nodes), rest, exceededLimits, hasByteOrderMark, lineEnding };
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

/** Where the YAML of a file's front matter starts: behind its fence, which blanks may follow. */
export function startOfFrontMatter(source: Source, node: Yaml): number {
  return source.text.indexOf('\n', placeOf(node).start) + 1;
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

/** A line without the hard break at its end. */
export function withoutBreak(line: string): string {
  if (line.endsWith('\\')) return line.slice(0, -1);
  const words = withoutBlanks(line, ' ');
  return line.length - words.length < 2 ? line : words;
}

/** A line without some of its blanks at the end; a pattern would take time with the square of long ones inside it. */
export function withoutBlanks(line: string, blanks = ' \t'): string {
  let end = line.length;
  while (end > 0 && blanks.includes(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end);
}

/** The words of a heading, paragraph or cell as they are written, without the indentation of further lines. */
export function wordsAsWritten(source: Source, node: Nodes): string {
  return innerText(source, node).replaceAll(/\n[ \t]+/g, '\n');
}

/** The words of a heading as they are written; set in, a line of it is none that begins a block. */
export function headingAsWritten(source: Source, heading: Heading): string {
  const words = innerText(source, heading);
  const { start, column } = placeOf(heading.children[0] ?? heading);
  // Only right under a definition, the first of several lines can be set in.
  const indent = words.includes('\n') ? source.text.slice(start - column + 1, start) : '';
  return /\t| {4}/.test(indent) ? indent + words : words;
}

function innerText(source: Source, node: Nodes): string {
  const children = 'children' in node ? node.children : [];
  const first = children[0];
  const last = children.at(-1);
  return first === undefined || last === undefined ? '' : source.text.slice(placeOf(first).start, placeOf(last).end);
}
