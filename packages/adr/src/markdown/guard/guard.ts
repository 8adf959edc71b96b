import { marks } from './budget.ts';
import { blocksOf, findCostly } from './costly-paragraphs.ts';
import { isSmall } from './glance.ts';
import { markers } from './lines.ts';
import { placeholdersFor } from './placeholders.ts';
import { scanLines } from './scan.ts';
import type { TextRange } from './text-range.ts';

/**
 * Why part of a text does not reach the parser unchanged. A line that is nested too deeply, or a paragraph with too
 * many marks, is read as plain text. A text that is too large is not read from that line on.
 */
export interface ExceededLimit {
  readonly kind: 'nesting' | 'marks' | 'length';
  /** From 1. */
  readonly line: number;
}

/** A text that the parser can read in bounded time and into a tree of bounded depth. */
export interface Guarded {
  /** The part of the text that is read, with placeholders for some characters. */
  readonly readable: string;
  /** Puts the original characters back wherever the parser left a placeholder. */
  readonly restore: ((parsed: string) => string) | undefined;
  /** The end of the text, which is not read. */
  readonly rest: string;
  /** In line order; empty for a text that is read unchanged. */
  readonly exceededLimits: readonly ExceededLimit[];
}

/** Makes a text safe to parse. `findWords` finds the paragraphs, headings and cells of a text without parsing them. */
export function guard(text: string, findWords: (text: string) => readonly TextRange[]): Guarded {
  if (isSmall(text)) return asItIs(text);
  const { end, endLine, deep } = scanLines(text);
  const head = text.slice(0, end);
  const mayBeCostly = findCostly(blocksOf(head), head).length > 0;
  if (end === text.length && deep.length === 0 && !mayBeCostly) return asItIs(text);

  // Nobody reads a text that uses nearly all of Unicode's private-use characters.
  const placeholders = placeholdersFor(head);
  if (placeholders === undefined) return { ...asItIs(''), rest: text, exceededLimits: [{ kind: 'length', line: 1 }] };
  const flat = placeholders.put(head, deep, markers);
  const costly = mayBeCostly ? findCostly(findWords(flat), flat) : [];
  const exceededLimits = [
    ...deep.map(({ line }) => ({ kind: 'nesting', line }) as const),
    ...costly.map(({ line }) => ({ kind: 'marks', line }) as const),
    ...(end < text.length ? [{ kind: 'length', line: endLine } as const] : []),
  ];
  return {
    readable: placeholders.put(flat, costly, marks),
    restore: deep.length + costly.length === 0 ? undefined : placeholders.restore,
    rest: text.slice(end),
    exceededLimits: exceededLimits.toSorted((one, other) => one.line - other.line),
  };
}

function asItIs(text: string): Guarded {
  return { readable: text, restore: undefined, rest: '', exceededLimits: [] };
}
