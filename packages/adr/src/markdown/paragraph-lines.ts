import type { Nodes, Paragraph, Root } from 'mdast';

/** A run of characters in a paragraph that no line break may split, and what stands before it. */
export interface Piece {
  readonly text: string;
  /** The text begins the paragraph, or follows a blank, a line break that shows as a blank, or one that stays. */
  readonly after: 'start' | 'blank' | 'soft break' | 'hard break';
}

/** A paragraph as lines can be made of it. */
export interface BrokenParagraph {
  readonly start: number;
  readonly end: number;
  /** What further lines start with: the marks of quotations, and blanks below the marks of lists. */
  readonly indent: string;
  readonly pieces: readonly Piece[];
}

/** The paragraphs of some Markdown, in lists and quotations, too; without those in which no line can be broken safely. */
export function paragraphsOf(markdown: string, tree: Root): BrokenParagraph[] {
  const found: BrokenParagraph[] = [];
  const collect = (node: Nodes, quotes: number) => {
    if (node.type === 'paragraph') {
      const paragraph = breakUp(markdown, node, quotes);
      if (paragraph !== undefined) found.push(paragraph);
    } else if (node.type === 'root' || node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') {
      for (const child of node.children) collect(child, node.type === 'blockquote' ? quotes + 1 : quotes);
    }
  };
  collect(tree, 0);
  return found;
}

function breakUp(markdown: string, node: Paragraph, quotes: number): BrokenParagraph | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const before = markdown.slice(markdown.lastIndexOf('\n', start - 1) + 1, start);
  if (before.includes('\t')) return undefined;
  const kept: Kept = { whole: [], breaks: [] };
  for (const child of node.children) keepTogether(child, kept);
  const isSplit = kept.whole.some((range) => markdown.slice(range.start, range.end).includes('\n'));
  if (isSplit) return undefined;
  const pieces = split(markdown, { start, end }, kept, quotes);
  return { start, end, indent: before.replaceAll(/[^> ]/gu, ' '), pieces };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The ranges that stay on one line, and the hard line breaks. */
interface Kept {
  readonly whole: Range[];
  readonly breaks: Range[];
}

/** Only the words of texts may be parted: neither code nor the address of a link, nor anything else with a meaning. */
function keepTogether(node: Nodes, kept: Kept): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  if (node.type === 'text') return;
  if (node.type === 'break') kept.breaks.push({ start, end });
  else if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') {
    for (const child of node.children) keepTogether(child, kept);
  } else if (node.type === 'link' && node.children.length > 0) {
    for (const child of node.children) keepTogether(child, kept);
    kept.whole.push({ start: node.children.at(-1)?.position?.end.offset ?? start, end });
  } else kept.whole.push({ start, end });
}

function split(markdown: string, { start, end }: Range, { whole, breaks }: Kept, quotes: number): Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  let after: Piece['after'] = 'start';
  const finish = (next: Piece['after']) => {
    if (text !== '') pieces.push({ text, after });
    // A blank before a line break is part of it.
    if (text !== '' || after === 'blank') after = next;
    text = '';
  };
  const wholeAt = new Map(whole.filter((range) => range.end > range.start).map((range) => [range.start, range]));
  const breakAt = new Set(breaks.map((range) => range.start));
  let at = start;
  while (at < end) {
    const character = markdown.charAt(at);
    const isHard = breakAt.has(at);
    const one = wholeAt.get(at);
    if (isHard || character === '\n') {
      const lineEnd = markdown.indexOf('\n', at);
      text += markdown.slice(at, lineEnd);
      finish(isHard ? 'hard break' : 'soft break');
      at = skipMargin(markdown, lineEnd + 1, quotes);
    } else if (one !== undefined) {
      text += markdown.slice(at, one.end);
      at = one.end;
    } else if (character === ' ' || character === '\t') {
      finish('blank');
      at += 1;
    } else {
      text += character;
      at += 1;
    }
  }
  finish('blank');
  return pieces;
}

/** Where the words of a line begin, after blanks and at most so many marks of quotations. */
function skipMargin(markdown: string, start: number, quotes: number): number {
  let at = start;
  let left = quotes;
  for (; /[ \t>]/.test(markdown.charAt(at)); at += 1) {
    if (markdown.charAt(at) !== '>') continue;
    if (left === 0) break;
    left -= 1;
  }
  return at;
}
