import { deepest, type Line } from './lines.ts';
import { countIn } from './text-range.ts';

/**
 * How much of each kind is read from one text. The kinds share one budget: half of one and half of another is the most.
 * Each limit alone costs the parser up to half a second and 100 MB: a piece takes half a kB, a list item 16 kB. The
 * parser visits a line once per level of nesting, and its time grows with the square of the number of quotations,
 * underlined headings, and lazy lines (CommonMark: paragraph continuation text). Measured with micromark 4 on Node 24.
 * A real ADR has a hundredth of that.
 */
export const mostRead = {
  characters: 500_000,
  pieces: 200_000,
  lines: 8_000,
  marks: 50_000,
  bars: 20_000,
  levels: 50_000,
  items: 5_000,
  quotations: 2_000,
  underlines: 2_000,
  lazyLines: 1_000,
} as const;

/** The characters on which the parser spends time inside a paragraph. */
export const marks = /[*_~[\]!<&`]/g;

/** Where the parser splits a line into pieces. It makes an object for each. */
export const cuts = /[\\@\t\0]| +/g;

/** How much of each kind a line has. */
const amounts: readonly (readonly [kind: keyof typeof mostRead, amountIn: (line: Line) => number])[] = [
  ['characters', ({ lead, words }) => lead.length + words.length],
  ['pieces', ({ words }) => countIn(words, cuts)],
  // Writing the text again may add blank lines, which cost little.
  ['lines', ({ lead, words }) => (words === '' && lead.trim() === '' ? 1 / 8 : 1)],
  ['marks', ({ words }) => countIn(words, marks)],
  ['bars', ({ words }) => countIn(words, /\|/g)],
  ['levels', ({ levels }) => Math.min(levels, deepest)],
  ['items', ({ items }) => items],
  ['quotations', ({ newQuotes }) => newQuotes],
  ['lazyLines', ({ isLazy }) => (isLazy ? 1 : 0)],
  ['underlines', ({ lead, words }) => (/^(?:=+|-+)[ \t]*$/.test(words) || /-[ \t]*$/.test(lead) ? 1 : 0)],
];

/** The share of the budget that is spent once a line has been read, when `spent` was the share before it. */
export function spendOn(line: Line, spent: number): number {
  return amounts.reduce((share, [kind, amountIn]) => share + amountIn(line) / mostRead[kind], spent);
}
