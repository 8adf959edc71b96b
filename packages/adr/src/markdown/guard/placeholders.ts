import type { TextRange } from './text-range.ts';

/** Characters that replace markup in a text, so that the text keeps its length and its lines. */
export interface Placeholders {
  /** Replaces the matches of a global `pattern` in some ranges, which must be in order. */
  put(text: string, ranges: readonly TextRange[], pattern: RegExp): string;
  /** Puts the original characters back, in the whole text or in any part of it. */
  restore(text: string): string;
}

const replaceable = '*_~[]!<&`>-+.)';

// Unicode's Private Use Area. Markdown treats these characters as letters.
const [firstPrivate, lastPrivate] = [0xe000, 0xf8ff];

/** Chooses placeholders that a text does not contain; undefined if it contains nearly all of them. */
export function placeholdersFor(text: string): Placeholders | undefined {
  const byCharacter = new Map<string, string>();
  for (let code = firstPrivate; code <= lastPrivate && byCharacter.size < replaceable.length; code += 1) {
    const free = String.fromCharCode(code);
    if (!text.includes(free)) byCharacter.set(replaceable.charAt(byCharacter.size), free);
  }
  if (byCharacter.size < replaceable.length) return undefined;
  const byPlaceholder = new Map([...byCharacter].map(([character, placeholder]) => [placeholder, character]));
  const anyPlaceholder = new RegExp(`[${[...byPlaceholder.keys()].join('')}]`, 'g');
  return {
    put(whole, ranges, pattern) {
      const pieces: string[] = [];
      let from = 0;
      for (const { start, end } of ranges) {
        const replaced = whole.slice(start, end).replaceAll(pattern, (found) => byCharacter.get(found) ?? found);
        pieces.push(whole.slice(from, start), replaced);
        from = end;
      }
      return pieces.join('') + whole.slice(from);
    },
    restore: (piece) =>
      piece.replaceAll(anyPlaceholder, (placeholder) => byPlaceholder.get(placeholder) ?? placeholder),
  };
}
