import { longestInput } from './inputs.ts';

/** A piece of a text that is longer than an input, and what separates it from the next. */
export interface TextPart {
  readonly text: string;
  readonly gap: string;
}

/** The maximum number of characters in a piece: fewer than an input holds, so that there is room for more words. */
const longestPart = 2_500;

/**
 * Where a text may be cut, the best places first: between paragraphs, between lines, between words, and as a last
 * resort within a word.
 */
const places = ['\n\n', '\n', ' '] as const;

/** Cuts a text into pieces that fit into inputs; a text that fits into one input is one piece. */
export function cutText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let rest = text;
  while (rest.length > longestInput) {
    const part = cutFirst(rest);
    parts.push(part);
    rest = rest.slice(part.text.length + part.gap.length);
  }
  return rest === '' ? parts : [...parts, { text: rest, gap: '' }];
}

function cutFirst(text: string): TextPart {
  for (const place of places) {
    const end = text.lastIndexOf(place, longestPart - place.length);
    if (end > 0) return { text: text.slice(0, end), gap: place };
  }
  const isInCharacter = /[\uD800-\uDBFF]/.test(text.charAt(longestPart - 1));
  return { text: text.slice(0, isInCharacter ? longestPart - 1 : longestPart), gap: '' };
}

/** Joins a text again from the pieces as they are typed now. A piece that was emptied leaves nothing behind. */
export function joinParts(parts: readonly TextPart[], typed: readonly string[]): string {
  return parts
    .map(({ text, gap }, index) => {
      const words = typed[index] ?? '';
      return words === text || words.trim() !== '' ? `${words}${gap}` : '';
    })
    .join('');
}
