import { countIn, marks, type Stretch } from './survey.ts';

/** Marks in one paragraph. The parser takes time with their square, and each may open a level of the tree. */
export const mostMarks = 1_000;

// Each mark may send the parser to the end of the paragraph: thirty million such steps take a third of a second. A
// paragraph with few marks is no slower than others of its length.
const fewMarks = 100;
const mostSteps = 30_000_000;

/** Those of some stretches that have too many marks to be parsed, or come when the others have taken all the time. */
export function tangledAmong(stretches: readonly Stretch[], text: string): Stretch[] {
  let steps = 0;
  return stretches.filter(({ start, end }) => {
    const found = countIn(text.slice(start, end), marks);
    if (found <= fewMarks) return false;
    if (found > mostMarks || steps + found * (end - start) > mostSteps) return true;
    steps += found * (end - start);
    return false;
  });
}

/** What stands between blank lines: all paragraphs are in it, and perhaps several in one. */
export function blocksOf(text: string): Stretch[] {
  const blank = /(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n])/g;
  const blocks: Stretch[] = [];
  let start = 0;
  for (const { index } of text.matchAll(blank)) {
    blocks.push({ start, end: index, line: 1 });
    start = index;
  }
  return [...blocks, { start, end: text.length, line: 1 }];
}
