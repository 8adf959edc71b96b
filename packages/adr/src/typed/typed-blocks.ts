import type { BlockContent, List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { cleanText } from '../text/clean-text.ts';
import { indentOf, readItem, type TypedItem } from './line-start.ts';
import { parseTypedLine } from './typed-line.ts';

/** How deeply quotations are read; more marks are text. */
const deepestQuote = 5;

/**
 * Several lines as people type them in Slack, read as Slack would show them: paragraphs with their line breaks, lists
 * after `-`, `*`, `•` or a number, quotations after `>`, and code between lines of three backquotes. A number sign, a
 * row of hyphens or HTML is text.
 */
export function parseTyped(typed: string): BlockContent[] {
  return readBlocks(cleanText(typed).split('\n'), 0);
}

function readBlocks(lines: readonly string[], depth: number): BlockContent[] {
  const blocks: BlockContent[] = [];
  let paragraph: string[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push(toParagraph(paragraph));
    paragraph = [];
  };
  for (let at = 0; at < lines.length; ) {
    const found = readCode(lines, at) ?? readQuote(lines, at, depth) ?? readList(lines, at);
    if (found !== undefined) {
      endParagraph();
      blocks.push(found.block);
      at = found.end;
      continue;
    }
    const line = (lines[at] ?? '').trim();
    if (line === '') endParagraph();
    else paragraph.push(line);
    at += 1;
  }
  endParagraph();
  return blocks;
}

function toParagraph(lines: readonly string[]): Paragraph {
  const children = lines.flatMap((line, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [{ type: 'break' as const }]),
    ...parseTypedLine(line),
  ]);
  return { type: 'paragraph', children };
}

/** A block, and the line after it. */
interface Found {
  readonly block: BlockContent;
  readonly end: number;
}

/** Code with its marks on lines of their own, as in Markdown, or before and after the code, as in Slack. */
function readCode(lines: readonly string[], at: number): Found | undefined {
  const { mark, first } = /^\s*(?<mark>`{3,})(?<first>[^`]*)$/.exec(lines[at] ?? '')?.groups ?? {};
  if (mark === undefined || first === undefined) return undefined;
  const close = lines.findIndex((line, index) => index > at && line.trimEnd().endsWith(mark));
  if (close === -1) return undefined;
  const last = (lines[close] ?? '').trimEnd().slice(0, -mark.length);
  const isFenced = last.trim() === '';
  const lang = isFenced && /^\s*[\w+#.-]{1,30}\s*$/.test(first) ? first.trim() : null;
  const inner = [
    ...(lang === null && first.trim() !== '' ? [first] : []),
    ...lines.slice(at + 1, close),
    ...(isFenced ? [] : [last]),
  ];
  return { block: { type: 'code', lang, meta: null, value: inner.join('\n') }, end: close + 1 };
}

function readQuote(lines: readonly string[], at: number, depth: number): Found | undefined {
  if (depth >= deepestQuote) return undefined;
  // “> 99 %” is no quotation.
  const quoted = /^\s*>(?!\s*\d)\s?(?<rest>.*)$/;
  const inner: string[] = [];
  for (const line of lines.slice(at)) {
    const rest = quoted.exec(line)?.groups?.rest;
    if (rest === undefined) break;
    inner.push(rest);
  }
  const children = readBlocks(inner, depth + 1);
  return children.length === 0 ? undefined : { block: { type: 'blockquote', children }, end: at + inner.length };
}

/** Items that follow each other are a list; those that are indented further are one inside the item before. */
function readList(lines: readonly string[], at: number): Found | undefined {
  const first = readItem(lines[at]);
  if (first === undefined) return undefined;
  const root = startList(first);
  const open = [{ indent: first.indent, list: root }];
  let end = at;
  for (let index = at; index < lines.length; index += 1) {
    const item = readItem(lines[index]);
    if (item === undefined) {
      const line = lines[index] ?? '';
      // Empty lines between items belong to the list.
      if (line.trim() === '') continue;
      if (end < index || !continues(line, open.at(-1))) break;
      end = index + 1;
      continue;
    }
    while (open.length > 1 && item.indent < (open.at(-1)?.indent ?? 0)) open.pop();
    let last = open.at(-1);
    if (last && item.indent > last.indent + 1 && open.length < deepestQuote) {
      const list = startList(item);
      last.list.children.at(-1)?.children.push(list);
      last = { indent: item.indent, list };
      open.push(last);
    }
    if (last === undefined || last.list.ordered !== item.isOrdered) break;
    last.list.children.push(toItem(item));
    end = index + 1;
  }
  return { block: root, end };
}

/** Adds an indented line to the last item, and tells whether it was one. */
function continues(line: string, last: { readonly indent: number; readonly list: List } | undefined): boolean {
  const [paragraph] = last?.list.children.at(-1)?.children ?? [];
  if (last === undefined || indentOf(line) < last.indent + 2 || paragraph?.type !== 'paragraph') return false;
  paragraph.children.push({ type: 'break' }, ...parseTypedLine(line));
  return true;
}

function startList({ isOrdered, number }: TypedItem): List {
  return { type: 'list', ordered: isOrdered, start: isOrdered ? number : null, spread: false, children: [] };
}

function toItem({ words }: TypedItem): ListItem {
  const children: Paragraph[] = [{ type: 'paragraph', children: parseTypedLine(words) }];
  return { type: 'listItem', spread: false, checked: null, children };
}
