import { marks } from './budget.ts';
import { countIn, type TextRange } from './text-range.ts';

/** The most marks in one paragraph. Parsing takes time with their square, and each may open a level of the tree. */
export const mostMarks = 1_000;

/** A paragraph with at most so many marks is as fast as any other of its length. */
export const fewMarks = 100;

// Each mark may send the parser to the end of the paragraph. Thirty million such steps take a third of a second.
const mostSteps = 30_000_000;

/** Finds the ranges with too many marks to parse, and those after the time budget is used up. */
export function findCostly(ranges: readonly TextRange[], text: string): TextRange[] {
  let steps = 0;
  return ranges.filter(({ start, end }) => {
    const found = countIn(text.slice(start, end), marks);
    if (found <= fewMarks) return false;
    if (found > mostMarks || steps + found * (end - start) > mostSteps) return true;
    steps += found * (end - start);
    return false;
  });
}

/** The ranges between blank lines. Each contains one or more whole paragraphs. */
export function blocksOf(text: string): TextRange[] {
  const blank = /(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n])/g;
  const blocks: TextRange[] = [];
  let start = 0;
  for (const { index } of text.matchAll(blank)) {
    blocks.push({ start, end: index, line: 1 });
    start = index;
  }
  return [...blocks, { start, end: text.length, line: 1 }];
}
