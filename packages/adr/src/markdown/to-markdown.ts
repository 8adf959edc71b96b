import type { RootContent } from 'mdast';
import type { Markdown } from '../content/content.ts';
import { writeMarkdown } from './markdown.ts';
import { line } from './tree.ts';

/** Blocks as Markdown without a line feed at the end. */
export function blocksToMarkdown(children: RootContent[], marks?: Parameters<typeof writeMarkdown>[1]): Markdown {
  return writeMarkdown({ type: 'root', children }, marks).trimEnd();
}

/** Joins blocks with blank lines. Empty ones are left out. */
export function joinBlocks(...blocks: readonly Markdown[]): Markdown {
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** Plain text as Markdown on one line, with everything escaped that Markdown would take for markup. */
export function escapeLine(text: string): Markdown {
  return blocksToMarkdown([line(text)]);
}

/** Several plain texts as Markdown, each on one line. Empty ones are left out. */
export function escapeLines(texts: readonly string[]): Markdown[] {
  return texts.map(escapeLine).filter((text) => text !== '');
}
