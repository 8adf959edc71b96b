import type { RootContent } from 'mdast';
import type { Markdown } from '../content/content.ts';
import { writeMarkdown } from './markdown.ts';
import { line } from './tree.ts';

/** Blocks as Markdown without a line feed at the end. */
export function blocksToMarkdown(children: RootContent[], marks?: Parameters<typeof writeMarkdown>[1]): Markdown {
  return writeMarkdown({ type: 'root', children }, marks).trimEnd();
}

/** Blocks one after the other; what is empty is left out. */
export function joinBlocks(...blocks: readonly Markdown[]): Markdown {
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** Plain text as the words of one line, in which nothing is Markdown. */
export function typedWords(text: string): Markdown {
  return blocksToMarkdown([line(text)]);
}

/** The same for several; what is empty is left out. */
export function allTypedWords(texts: readonly string[]): Markdown[] {
  return texts.map(typedWords).filter((text) => text !== '');
}
