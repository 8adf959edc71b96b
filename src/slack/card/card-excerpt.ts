import { createHash } from 'node:crypto';
import { plainExcerpt } from '@gavel/adr/text/excerpt.ts';

/** Cards are rebuilt each second; each keeps one text and what is shown of it. */
const mostKept = 200;

/** Longer texts are rare, and would take the memory of many, so their hash stands for them. */
const longestKept = 10_000;

/** Excerpts for cards. `plainExcerpt` reads the whole text, so recent excerpts are kept. */
export class CardExcerpts {
  readonly #kept = new Map<string, string>();

  /** An excerpt of at most so many characters. */
  of(markdown: string, limit: number): string {
    const key = `${limit} ${markdown.length > longestKept ? hashOf(markdown) : markdown}`;
    const excerpt = this.#kept.get(key) ?? plainExcerpt(markdown, limit);
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
