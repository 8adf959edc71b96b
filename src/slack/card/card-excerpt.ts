import { createHash } from 'node:crypto';
import { parseMarkdown } from '@gavel/adr/markdown/markdown.ts';
import { parseTyped } from '@gavel/adr/typed/typed-blocks.ts';
import { parseTypedLine } from '@gavel/adr/typed/typed-line.ts';
import type { RichTextElement } from '@slack/types';
import type { Root } from 'mdast';
import { excerptOf } from '../text/rich-text/excerpt.ts';

/** Cards are rebuilt each second; each keeps a few texts and what is shown of them. */
const mostKept = 1_000;

/** Longer texts are rare, and would take the memory of many, so their hash stands for them. */
const longestKept = 10_000;

/** How much of a text is read, in UTF-16 units. No excerpt is that long. */
const longestRead = 100_000;

/** How a text is written. */
const readers = {
  markdown: parseMarkdown,
  typed: (text: string): Root => ({ type: 'root', children: parseTyped(text) }),
  'typed line': (text: string): Root => ({
    type: 'root',
    children: [{ type: 'paragraph', children: parseTypedLine(text) }],
  }),
} as const;

/** Excerpts for cards. A text has to be read as a whole, so recent excerpts are kept. */
export class CardExcerpts {
  readonly #kept = new Map<string, readonly RichTextElement[]>();

  /** An excerpt of at most so many characters. */
  of(kind: keyof typeof readers, text: string, limit: number): readonly RichTextElement[] {
    const key = `${kind} ${limit} ${text.length > longestKept ? hashOf(text) : text}`;
    const excerpt = this.#kept.get(key) ?? excerptOf(readers[kind](text.slice(0, longestRead)), limit);
    // A Map keeps the order in which its keys were added, so the first is the least recently used.
    this.#kept.delete(key);
    this.#kept.set(key, excerpt);
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value ?? '');
    return excerpt;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
