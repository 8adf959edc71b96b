import type { Markdown } from '../content/content.ts';

/** Words for a place between bold marks: without such marks of their own, which would end it. */
export function withoutStrong(words: Markdown): Markdown {
  return words
    .split(/((?<!`)`+[^`]+`+)/)
    .map((piece) => (piece.startsWith('`') ? piece : piece.replaceAll(/(?<![\\*])\*\*(?!\*)/g, '')))
    .join('');
}
