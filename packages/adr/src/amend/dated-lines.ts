import { readDate } from '../read/metadata/date.ts';
import type { Source } from '../read/source/source.ts';

/** The line that begins at a place. */
export function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end);
}

/** Whether the line below one has an earlier date. */
export function isAbove({ text, language }: Source, lineStart: number, date: string): boolean {
  const next = lineStart + lineAt(text, lineStart).length + 1;
  const below = next > text.length ? undefined : readDate(lineAt(text, next), language);
  return below !== undefined && below.date < date;
}

/** Where the last of the lines with dates begins that follow a line without a gap. */
export function lastDatedLine({ text, language }: Source, lineStart: number): number {
  let last = lineStart;
  for (;;) {
    const next = last + lineAt(text, last).length + 1;
    if (next >= text.length || readDate(lineAt(text, next), language) === undefined) return last;
    last = next;
  }
}

/** Where the last of the paragraphs ends that have a line with a date each, if this line is one of several. */
export function lastDatedParagraph({ text, language }: Source, lineStart: number): number | undefined {
  const isDated = (line: string | undefined) => line !== undefined && readDate(line, language) !== undefined;
  const near = text
    .slice(Math.max(0, lineStart - 500), lineStart)
    .split('\n')
    .slice(-4);
  const isApart = near.length === 4 && near[2] === '' && near[0] === '' && isDated(near[1]);
  if (!isApart) return undefined;
  let last = lineStart + lineAt(text, lineStart).length;
  for (;;) {
    const [, gap, line, behind] = text.slice(last, last + 500).split('\n');
    if (gap !== '' || !isDated(line) || (behind ?? '') !== '') return last;
    last += (line?.length ?? 0) + 2;
  }
}
