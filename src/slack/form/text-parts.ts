import { longestInput } from './inputs.ts';

/** A piece of a text that is longer than an input, and what stands between it and the next. */
export interface TextPart {
  readonly text: string;
  readonly gap: string;
}

/** What a piece has at the most, in characters: less than an input holds, so that there is room for more words. */
const longestPart = 2_500;

/** Where a text is cut, the best place first: between paragraphs, lines, words; a word, where there is nothing else. */
const places = ['\n\n', '\n', ' '] as const;

/** Cuts a text into pieces that inputs hold; one that an input holds is one piece. */
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

/** Puts a text together again, of the pieces as they are typed now. Of one that was emptied, nothing is left. */
export function joinParts(parts: readonly TextPart[], typed: readonly string[]): string {
  return parts
    .map(({ text, gap }, index) => {
      const words = typed[index] ?? '';
      return words === text || words.trim() !== '' ? `${words}${gap}` : '';
    })
    .join('');
}
