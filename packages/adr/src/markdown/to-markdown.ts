import type { RootContent } from 'mdast';
import type { Markdown } from '../content/content.ts';
import { writeMarkdown } from './markdown.ts';
import { line } from './tree.ts';

/** Writes blocks as Markdown, without a line feed at the end. */
export function blocksToMarkdown(children: RootContent[], marks?: Parameters<typeof writeMarkdown>[1]): Markdown {
  return writeMarkdown({ type: 'root', children }, marks).trimEnd();
}

/** Joins blocks with blank lines. Empty ones are left out. */
export function joinBlocks(...blocks: readonly Markdown[]): Markdown {
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** Writes plain text as one line of Markdown, with everything escaped that would be markup. */
export function escapeLine(text: string): Markdown {
  return blocksToMarkdown([line(text)]);
}

/** Escapes several plain texts, each on one line. Empty ones are left out. */
export function escapeLines(texts: readonly string[]): Markdown[] {
  return texts.map(escapeLine).filter((text) => text !== '');
}
