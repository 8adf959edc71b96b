import type { List, ListItem, Nodes, Root, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { readMarkdownFile } from '../markdown/markdown.ts';
import { adrPathOf, pathAlong } from '../name/adr-path.ts';
import { linkedFile } from '../read/links/linked-file.ts';
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
}

/** Of a list of links, at least this share leads to ADRs. Other lists only mention some. */
const leastShare = 0.5;

/** A text of any name is an index if its lists and tables have at least this share of the ADRs, and there are some. */
const leastListed = { share: 0.8, adrs: 3 } as const;

/** adr-log and doctoc, and what others write around a list that they make. */
const opening = /<!--[^>]{0,300}?\b(?:adrlog|(?:auto-?)?generated|begin|start)\b/i;
const closing = /<!--[^>]{0,300}?(?:adrlogstop|\bend\b|\bstop\b)/i;
const wholeFile = /<!--[^>]{0,300}?\b(?:generated|do not edit)\b/i;

/** Finds the lists and tables in a text that list ADRs. `known` are those that it may list. */
export function readIndex(text: string, known: readonly IndexEntry[]): ReadIndex {
  const { tree } = readMarkdownFile(text);
  const lines = text.split('\n');
  const resolve = resolverOf(known);
  const blocks: IndexBlock[] = [];
  const context = { lines, resolve, generated: generatedLines(tree, lines.length), blocks };
  const headings: { text: string; depth: number }[] = [];
  const emptyHeadings: EmptyHeading[] = [];
  for (const [index, node] of tree.children.entries()) {
    if (node.type === 'heading') {
      const { depth } = node;
      while ((headings.at(-1)?.depth ?? 0) >= depth) headings.pop();
      headings.push({ text: textOf(node), depth });
      const next = tree.children[index + 1];
      const isEmpty = next === undefined || (next.type === 'heading' && next.depth <= depth);
      if (isEmpty) emptyHeadings.push({ text: textOf(node), line: lastLine(node) });
    } else
      collect(
        node,
        headings.map((heading) => heading.text),
        context,
      );
  }
  return { lines, blocks, emptyHeadings };
}

/** Whether a text lists nearly all ADRs that it may list. */
export function listsNearlyAll(text: string, known: readonly IndexEntry[]): boolean {
  if (known.length < leastListed.adrs) return false;
  const listed = readIndex(text, known).blocks.flatMap(({ items }) => items.flatMap(({ entry }) => entry ?? []));
  return new Set(listed).size >= known.length * leastListed.share;
}

interface Context {
  readonly lines: readonly string[];
  readonly resolve: (url: string) => IndexEntry | undefined;
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
  if (listed.length === 0 || listed.length < items.length * leastShare) return;
  blocks.push({ kind, items, head, under, isGenerated: generated.has(listed[0]?.first ?? -1) });
}

function itemOf(item: ListItem, { lines, resolve }: Context): IndexItem {
  const [first, last] = [firstLine(item), lastLine(item)];
  const words = item.children[0];
  if (words?.type !== 'paragraph') return { entry: undefined, first, last, text: '', lead: '' };
  const from = (words.position?.start.column ?? 1) - 1;
  const line = lines[firstLine(words)] ?? '';
  const later = lines.slice(firstLine(words) + 1, lastLine(words) + 1).map((one) => one.trim());
  const text = [line.slice(from).trimEnd(), ...later].join(' ');
  return { entry: entryIn(words, resolve), first, last, text, lead: line.slice(0, from) };
}

function rowsOf(table: Table, { lines, resolve }: Context): IndexItem[] {
  return table.children.slice(1).map((row) => {
    const line = firstLine(row);
    return { entry: entryIn(row, resolve), first: line, last: line, text: (lines[line] ?? '').trimEnd(), lead: '' };
  });
}

function headOf(table: Table, { lines }: Context): string | undefined {
  const [head] = table.children;
  return head && lines[firstLine(head)]?.trimEnd();
}

/** The ADR that the first of the links in a line leads to. */
function entryIn(node: Nodes, resolve: Context['resolve']): IndexEntry | undefined {
  if (node.type === 'link') return resolve(node.url);
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = entryIn(child, resolve);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Finds an ADR by a link: to its file or its folder, or by the web address of its file. */
function resolverOf(known: readonly IndexEntry[]): (url: string) => IndexEntry | undefined {
  const byPath = new Map(known.flatMap((entry) => [entry.file, folderIn(entry)].map((path) => [path, entry] as const)));
  return (url) => {
    const way = linkedFile(url);
    if (way !== undefined) return byPath.get(pathAlong('', way));
    const path = /^https?:\/\/[^/]+\/(?<path>[^?#]{1,1000})/i.exec(url)?.groups?.path;
    if (path === undefined) return undefined;
    const parts = (linkedFile(path) ?? path).split('/');
    for (const index of parts.keys()) {
      const found = byPath.get(parts.slice(index).join('/'));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** The folder of an ADR that has one of its own, which links may lead to; else its file. */
export function folderIn({ file }: IndexEntry): string {
  const { area, name, within } = adrPathOf(file);
  return within === undefined ? file : area + name;
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
