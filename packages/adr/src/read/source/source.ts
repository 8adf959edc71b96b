import type { Heading, Nodes, RootContent, Yaml } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { languageOfHeadings } from '../../content/part-of-heading.ts';
import type { AdrLanguage } from '../../language/adr-language.ts';
import type { ExceededLimit } from '../../markdown/guard/guard.ts';
import { readMarkdownFile } from '../../markdown/markdown.ts';
import { countByteOrderMarks, textOfFile } from '../../text/file-text.ts';
import { guessLanguage } from '../../text/guess-language.ts';
import { withFrontMatterBelow } from './front-matter-below.ts';
import { withLineHeadings } from './line-headings.ts';
import { withMarkedHeadings } from './marked-heading.ts';

/** The text of a file and its tree. Positions in the tree count from the start of `text`. */
export interface Source {
  /** Without byte order marks, and with line feeds only. */
  readonly text: string;
  readonly nodes: readonly RootContent[];
  /** The nodes again, for fast lookups. */
  readonly topLevel: ReadonlySet<Nodes>;
  /** The end of a file that is too large to be read as a whole. The last of the nodes has it verbatim. */
  readonly rest: string;
  /** The limits that kept parts of the file from being read as Markdown. */
  readonly exceededLimits: readonly ExceededLimit[];
  readonly hasByteOrderMark: boolean;
  readonly lineEnding: '\n' | '\r\n';
  /** The language of most headings that ADRs have; undefined if there are none of them. */
  readonly language: AdrLanguage | undefined;
}

/** Reads the text of a Markdown file; never throws. */
export function readSource(file: string): Source {
  const hasByteOrderMark = countByteOrderMarks(file) > 0;
  const text = textOfFile(file);
  const lineEnding = /\r\n/.test(file) ? '\r\n' : '\n';
  const { tree, rest, exceededLimits } = readMarkdownFile(text);
  const nodes = withLineHeadings(withMarkedHeadings(withFrontMatterBelow(text, tree.children)));
  const headings = nodes.flatMap((node) => (node.type === 'heading' ? [textOf(node, { includeHtml: false })] : []));
  const language = languageOfHeadings(headings, () => guessLanguage(text));
  return { text, nodes, topLevel: new Set(nodes), rest, exceededLimits, hasByteOrderMark, lineEnding, language };
}

/** Whether a heading is a bold line, with no line below it that would make it a heading anyway. */
export function isLineHeading({ text }: Source, heading: Heading): boolean {
  const [first] = heading.children;
  const last = heading.children.at(-1);
  if (first?.type !== 'strong' || last === undefined || placeOf(last).end !== placeOf(heading).end) return false;
  return /^(?:\*\*|__)/.test(text.slice(placeOf(heading).start));
}

/** Where a node starts and ends in the text. Lines and columns count from 1. */
export function placeOf(node: Nodes): { start: number; end: number; line: number; column: number } {
  const start = node.position?.start;
  return {
    start: start?.offset ?? 0,
    end: node.position?.end.offset ?? 0,
    line: start?.line ?? 1,
    column: start?.column ?? 1,
  };
}

/** Where the YAML of the front matter starts: on the line after its fence. */
export function startOfFrontMatter(source: Source, node: Yaml): number {
  return source.text.indexOf('\n', placeOf(node).start) + 1;
}

/** Consecutive blocks as they are written, including the indentation of the first. */
export function blocksAsWritten(source: Source, nodes: readonly Nodes[]): string {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return '';
  const { start, column } = placeOf(first);
  // The blank lines before it keep it from being front matter.
  if (first.type === 'thematicBreak' && first === source.nodes[0]) return source.text.slice(0, placeOf(last).end);
  const lineStart = source.text.lastIndexOf('\n', start - 1) + 1;
  const from = source.text.slice(lineStart, start).trim() === '' ? lineStart : start;
  const written = source.text.slice(from, placeOf(last).end);
  if (column === 1 || source.topLevel.has(first)) return written;
  // Inside a list item, lines start with the item's indentation.
  return source.text.slice(start, placeOf(last).end).replaceAll(new RegExp(`\\n[ \\t]{1,${column - 1}}`, 'g'), '\n');
}

/** A line without the hard break at its end. */
export function withoutBreak(line: string): string {
  if (line.endsWith('\\')) return line.slice(0, -1);
  const words = withoutBlanks(line, ' ');
  return line.length - words.length < 2 ? line : words;
}

/** Trims blanks off the end of a line. A pattern would take quadratic time if there are many blanks inside the line. */
export function withoutBlanks(line: string, blanks = ' \t'): string {
  let end = line.length;
  while (end > 0 && blanks.includes(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end);
}

/** The text of a heading, paragraph or cell as written, without the indentation of its later lines. */
export function wordsAsWritten(source: Source, node: Nodes): string {
  const words = innerText(source, node);
  return words.includes('\n') ? words.replaceAll(/\n[ \t]+/g, '\n') : words;
}

/** The text of a heading as written. Its later lines keep their indentation, so that none of them starts a block. */
export function headingAsWritten(source: Source, heading: Heading): string {
  const words = innerText(source, heading);
  const { start, column } = placeOf(heading.children[0] ?? heading);
  // The first of several lines can only be indented right under a definition.
  const indent = words.includes('\n') ? source.text.slice(start - column + 1, start) : '';
  return /\t| {4}/.test(indent) ? indent + words : words;
}

function innerText(source: Source, node: Nodes): string {
  const children = 'children' in node ? node.children : [];
  const first = children[0];
  const last = children.at(-1);
  return first === undefined || last === undefined ? '' : source.text.slice(placeOf(first).start, placeOf(last).end);
}
