/** A range of a text, in UTF-16 units. `line` is the line on which it starts, counted from 1. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** How many times a global pattern matches. */
export function countIn(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
