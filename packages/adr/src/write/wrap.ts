import type { Nodes } from 'mdast';
import type { Markdown } from '../content/content.ts';
import { isReadable, parseMarkdown } from '../markdown/markdown.ts';
import { type BrokenParagraph, type Piece, paragraphsOf } from '../markdown/paragraph-lines.ts';
import type { Wrapping } from '../style/house-style.ts';
import { columnsOf } from '../text/columns.ts';
import { endsSentence } from '../text/sentence.ts';

/** A line that ends sooner than this, in columns, although more would fit into it, was meant to end there. */
const shortLine = 40;

/** How wide lines are where the house has no width. */
const usualWidth = 80;

/**
 * Breaks the paragraphs of some Markdown into lines as a house does. Nothing but the white space of texts changes: what
 * would become something else at the start of a line stays behind the word before it.
 */
export function wrapMarkdown(markdown: Markdown, wrapping: Wrapping | undefined): Markdown {
  if (wrapping === undefined || !isReadable(markdown)) return markdown;
  const tree = parseMarkdown(markdown);
  const edits = paragraphsOf(markdown, tree).map((paragraph) => ({ ...paragraph, text: linesOf(paragraph, wrapping) }));
  const changed = edits.filter(({ start, end, text }) => markdown.slice(start, end) !== text);
  const apply = (some: typeof edits) =>
    some.reduceRight((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), markdown);
  const saysTheSame = (other: Markdown) => wordsOf(parseMarkdown(other)) === wordsOf(tree);
  const all = apply(changed);
  if (saysTheSame(all)) return all;
  return apply(changed.filter((edit) => saysTheSame(apply([edit]))));
}

/** A tree without positions, in which white space in texts is all the same. */
function wordsOf(tree: Nodes): string {
  return JSON.stringify(tree, (key, value: unknown) => {
    if (key === 'position') return undefined;
    return key === 'value' && typeof value === 'string' ? value.replaceAll(/\s+/g, ' ') : value;
  });
}

function linesOf({ pieces, indent }: BrokenParagraph, wrapping: Wrapping): string {
  const words = glue(pieces);
  const room = Math.max(1, (wrapping.mode === 'width' ? wrapping.width : usualWidth) - indent.length);
  const columns = (text: string) => columnsOf(text, wrapping.mode === 'width' && wrapping.countsWide);
  const fits = (line: string, next: string) => columns(line) + 1 + columns(next) <= room;
  const isMeant = hasMeantLines(words, (line) => columns(line) < shortLine, fits);
  const lines: string[] = [];
  for (const { text, after } of words) {
    const line = lines.at(-1);
    const isKept = after === 'hard break' || (after === 'soft break' && isMeant);
    if (line === undefined || isKept || mustBreak(line, text, fits, wrapping)) lines.push(text);
    else lines[lines.length - 1] = `${line} ${text}`;
  }
  return lines.join(`\n${indent}`);
}

/** Whether somebody put things below each other: a line is short, although more would fit into it. */
function hasMeantLines(
  words: readonly Piece[],
  isShort: (line: string) => boolean,
  fits: (line: string, next: string) => boolean,
): boolean {
  let line = '';
  for (const { text, after } of words) {
    if (after === 'soft break' && isShort(line) && fits(line, text) && !endsSentence(line, text)) return true;
    line = after === 'blank' ? `${line} ${text}` : text;
  }
  return false;
}

function mustBreak(
  line: string,
  next: string,
  fits: (line: string, next: string) => boolean,
  { mode }: Wrapping,
): boolean {
  switch (mode) {
    case 'none':
      return false;
    case 'width':
      return !fits(line, next);
    case 'sentences':
      return endsSentence(line, next);
  }
}

/** What begins a block, or a part of one, at the start of a line. */
const begins = /^(?:#{1,6}$|[-+*]$|\d{1,9}[.)]$|>|\||[-=:|]+$|`{3}|~{3}|<[a-z!?/]|\[[^\]]*\]:|!{3}$)/i;

/** Puts pieces together that no line break may part. */
function glue(pieces: readonly Piece[]): Piece[] {
  const words: Piece[] = [];
  for (const piece of pieces) {
    const last = words.at(-1);
    const isFree = piece.after === 'hard break' || piece.after === 'start';
    const isBackslash = last !== undefined && /(?<!\\)(?:\\\\)*\\$/.test(last.text);
    // What begins a line already is harmless there.
    if (
      last === undefined ||
      isFree ||
      (piece.after === 'blank' && !begins.test(piece.text) && !isBackslash) ||
      piece.after === 'soft break'
    )
      words.push(piece);
    else words[words.length - 1] = { ...last, text: `${last.text} ${piece.text}` };
  }
  return words;
}
