import type { List, ListItem, Nodes, Root, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { readMarkdownFile } from '../markdown/markdown.ts';
import { baseName, isMarkdown } from '../name/adr-path.ts';
import { linkedFile } from '../read/links/linked-file.ts';
import { placeOf } from '../read/source/source.ts';
import { entriesIn, type LineReader, linkedIn, namedIn, resolverOf } from './find-listed.ts';
import type { IndexEntry } from './index-entry.ts';

/** A line of an index: an item of a list, or a row of a table. */
export interface IndexItem {
  /** The ADR that it lists; undefined for a line that lists none of those that are known. */
  readonly entry: IndexEntry | undefined;
  /** The first and the last of its lines in the file, from 0; what is nested in an item belongs to it. */
  readonly first: number;
  readonly last: number;
  /** Its own text: an item's first paragraph without the marker, or a whole row. */
  readonly text: string;
  /** What is before the text on its line: indentation and marker. */
  readonly lead: string;
}

/** A list or a table of ADRs. */
export interface IndexBlock {
  readonly kind: 'list' | 'table';
  readonly items: readonly IndexItem[];
  /** A row of a table: what its columns are called. */
  readonly head: string | undefined;
  /** The headings above it, and the items that it is nested in, from the outermost. */
  readonly under: readonly string[];
  /** A tool writes it, or the whole file. */
  readonly isGenerated: boolean;
}

/** A heading with nothing under it, and its line from 0. */
export interface EmptyHeading {
  readonly text: string;
  readonly line: number;
}

/** What was found in the text of an index. */
export interface ReadIndex {
  readonly lines: readonly string[];
  readonly blocks: readonly IndexBlock[];
  readonly emptyHeadings: readonly EmptyHeading[];
  /** All ADRs that the text links to, or names in code, wherever. */
  readonly named: ReadonlySet<IndexEntry>;
  /** How many ADRs a block of code has the names of, such as a drawing of the folder. */
  readonly drawn: number;
  /** A block of code has the names of nearly all files. */
  readonly hasDrawing: boolean;
  /** Rows of ADRs are below a blank line that ends their table, so that nobody sees them as rows. */
  readonly hasLooseRows: boolean;
}

/** Of a list, at least this share leads to ADRs, or names them. Other lists only mention some. */
const leastShare = 0.5;

/** A text of any name is an index if its lists and tables have at least this share of the ADRs, and there are some. */
const leastListed = { share: 0.8, adrs: 3 } as const;

/** A longer paragraph is no label. */
const longestLabel = 100;

/** adr-log and doctoc, and what others write around a list that they make. */
const opening = /<!--[^>]{0,300}?\b(?:adrlog|(?:auto-?)?generated|begin|start)\b/i;
const closing = /<!--[^>]{0,300}?(?:adrlogstop|\bend\b|\bstop\b)/i;
const wholeFile = /<!--[^>]{0,300}?\b(?:generated|do not edit)\b/i;

/**
 * Finds the lists and tables in a text that list ADRs: by links, or if none does, by the names of their files. `known` are
 * those that it may list.
 */
export function readIndex(text: string, known: readonly IndexEntry[]): ReadIndex {
  const { tree } = readMarkdownFile(text);
  const lines = text.split('\n');
  const resolve = resolverOf(known);
  const generated = generatedLines(tree, lines.length);
  const { parts, emptyHeadings } = partsUnderHeadings(tree);
  const blocksBy = (find: LineReader) => {
    const blocks: IndexBlock[] = [];
    const context = { lines, find: (node: Nodes) => find(node, resolve), generated, blocks };
    for (const { node, under } of parts) collect(node, under, context);
    return blocks;
  };
  const linked = blocksBy(linkedIn);
  const blocks = linked.length > 0 ? linked : blocksBy(namedIn);
  const named = new Set(entriesIn(tree, resolve));
  const drawn = Math.max(0, ...tree.children.map((node) => countDrawn(node, known)));
  const hasDrawing = known.length >= leastListed.adrs && drawn >= known.length * leastListed.share;
  const hasLooseRows = tree.children.some(
    (node) =>
      node.type === 'paragraph' &&
      /^ {0,3}\|/.test(lines[placeOf(node).line - 1] ?? '') &&
      entriesIn(node, resolve).length > 0,
  );
  return { lines, blocks, emptyHeadings, named, drawn, hasDrawing, hasLooseRows };
}

const countDrawn = (node: Nodes, known: readonly IndexEntry[]) =>
  node.type === 'code' ? known.filter(({ file }) => node.value.includes(baseName(file))).length : 0;

interface Part {
  readonly node: Nodes;
  readonly under: readonly string[];
}

function partsUnderHeadings(tree: Root): { parts: readonly Part[]; emptyHeadings: readonly EmptyHeading[] } {
  const headings: { text: string; depth: number }[] = [];
  const emptyHeadings: EmptyHeading[] = [];
  const parts: Part[] = [];
  for (const [index, node] of tree.children.entries()) {
    if (node.type === 'heading') {
      const { depth } = node;
      while ((headings.at(-1)?.depth ?? 0) >= depth) headings.pop();
      headings.push({ text: textOf(node), depth });
      const next = tree.children[index + 1];
      const isEmpty = next === undefined || (next.type === 'heading' && next.depth <= depth);
      if (isEmpty) emptyHeadings.push({ text: textOf(node), line: lastLine(node) });
    } else {
      const label = labelAbove(tree.children[index - 1]);
      parts.push({ node, under: [...headings.map((heading) => heading.text), ...label] });
    }
  }
  return { parts, emptyHeadings };
}

/** A paragraph that is the heading of what is below it: all bold, or short and with a colon. */
function labelAbove(node: Nodes | undefined): string[] {
  if (node?.type !== 'paragraph') return [];
  const text = textOf(node).trim();
  const isBold = node.children.every(({ type }) => type === 'strong');
  return text.length <= longestLabel && (isBold || /[:：]$/.test(text)) ? [text] : [];
}

/** Whether a text lists nearly all ADRs that it may list. */
export function listsNearlyAll(text: string, known: readonly IndexEntry[]): boolean {
  if (known.length < leastListed.adrs) return false;
  const listed = readIndex(text, known).blocks.flatMap(({ items }) => items.flatMap(({ entry }) => entry ?? []));
  return new Set(listed).size >= known.length * leastListed.share;
}

interface Context {
  readonly lines: readonly string[];
  /** The ADR that a line is about. */
  readonly find: (node: Nodes) => IndexEntry | undefined;
  readonly generated: ReadonlySet<number>;
  readonly blocks: IndexBlock[];
}

function collect(node: Nodes, under: readonly string[], context: Context): void {
  if (node.type === 'list') collectList(node, under, context);
  else if (node.type === 'table') addBlock('table', rowsOf(node, context), headOf(node, context), under, context);
  else if ('children' in node && node.type !== 'paragraph')
    for (const child of node.children) collect(child, under, context);
}

function collectList(list: List, under: readonly string[], context: Context): void {
  const items = list.children.map((item) => itemOf(item, context));
  addBlock('list', items, undefined, under, context);
  for (const [index, item] of list.children.entries()) {
    const text = items[index]?.text ?? '';
    for (const child of item.children) collect(child, [...under, text], context);
  }
}

function addBlock(
  kind: IndexBlock['kind'],
  items: readonly IndexItem[],
  head: string | undefined,
  under: readonly string[],
  { generated, blocks }: Context,
): void {
  const listed = items.filter(({ entry }) => entry !== undefined);
  const others = items.filter(({ entry, text }) => entry === undefined && isOfLostAdr(text));
  if (listed.length === 0 || listed.length + others.length < items.length * leastShare) return;
  blocks.push({ kind, items, head, under, isGenerated: generated.has(listed[0]?.first ?? -1) });
}

/** Whether a line is about an ADR that is not there: it links to a numbered file, here or below, or begins with “ADR-7”. */
function isOfLostAdr(line: string): boolean {
  if (/^\|?\s{0,20}ADR[- ]?\d/i.test(line)) return true;
  return [...line.matchAll(/\]\((?<url>[^)\s]{1,300})\)/g)].some(({ groups }) => {
    const file = linkedFile(groups?.url ?? '') ?? '..';
    return !file.startsWith('..') && isMarkdown(file) && /\d/.test(baseName(file));
  });
}

function itemOf(item: ListItem, { lines, find }: Context): IndexItem {
  const [first, last] = [firstLine(item), lastLine(item)];
  const words = item.children[0];
  if (words?.type !== 'paragraph') return { entry: undefined, first, last, text: '', lead: '' };
  const from = (words.position?.start.column ?? 1) - 1;
  const line = lines[firstLine(words)] ?? '';
  const later = lines.slice(firstLine(words) + 1, lastLine(words) + 1).map((one) => one.trim());
  const text = [line.slice(from).trimEnd(), ...later].join(' ');
  return { entry: find(words), first, last, text, lead: line.slice(0, from) };
}

function rowsOf(table: Table, { lines, find }: Context): IndexItem[] {
  return table.children.slice(1).map((row) => {
    const line = firstLine(row);
    return { entry: find(row), first: line, last: line, text: (lines[line] ?? '').trimEnd(), lead: '' };
  });
}

function headOf(table: Table, { lines }: Context): string | undefined {
  const [head] = table.children;
  return head && lines[firstLine(head)]?.trimEnd();
}

/** The lines that a tool writes: those between its markers, or all of them. */
function generatedLines(tree: Root, count: number): ReadonlySet<number> {
  const marks = tree.children.filter((node) => node.type === 'html');
  const generated = new Set<number>();
  const add = (from: number, to: number) => {
    for (let line = from; line <= to; line += 1) generated.add(line);
  };
  let start: number | undefined;
  for (const mark of marks) {
    if (start !== undefined && closing.test(mark.value)) {
      add(start, firstLine(mark));
      start = undefined;
    } else if (start === undefined && opening.test(mark.value)) start = firstLine(mark);
  }
  const [first] = marks;
  if (start !== undefined && first !== undefined && wholeFile.test(first.value)) add(start, count);
  return generated;
}

const firstLine = (node: Nodes) => (node.position?.start.line ?? 1) - 1;
const lastLine = (node: Nodes) => (node.position?.end.line ?? 1) - 1;
