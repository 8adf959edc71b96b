import { mostRead, spendOn } from './budget.ts';
import { type Line, readLines } from './lines.ts';
import type { TextRange } from './text-range.ts';

/** What scanning the lines of a text found. */
export interface Scan {
  /** Where reading ends: at the end of the text, or at the start of a line. */
  readonly end: number;
  readonly endLine: number;
  /** The markers at the start of lines that are nested too deeply. */
  readonly deep: readonly TextRange[];
}

/** A text over the budget is read up to this share of it, so that it stays within the budget when written again. */
const shareRead = 0.8;

/** How many characters are read when even the first line is too long. */
const firstPart = 10_000;

/** Finds out in linear time how much of a text can be read, and which of its lines are nested too deeply. */
export function scanLines(text: string): Scan {
  const deep: TextRange[] = [];
  let spent = 0;
  let stop: Line | undefined;
  for (const line of readLines(text, mostRead.characters)) {
    if (line.start > 0 && spent <= shareRead) stop = betterStop(stop, line);
    spent = spendOn(line, spent);
    if (spent > 1) return stop === undefined ? scanFirstPart(text) : stopAt(stop, deep);
    if (line.isDeep) deep.push({ start: line.start, end: line.start + line.lead.length, line: line.line });
  }
  return { end: text.length, endLine: 1, deep };
}

/** The later line, but a line after a blank one is better than any other. */
function betterStop(stop: Line | undefined, line: Line): Line {
  return stop?.followsBlankLine && !line.followsBlankLine ? stop : line;
}

function stopAt({ start, line }: Line, deep: readonly TextRange[]): Scan {
  return { end: start, endLine: line, deep: deep.filter((range) => range.start < start) };
}

/** Scans the first characters alone, without splitting a surrogate pair. */
function scanFirstPart(text: string): Scan {
  const isSplit = /[\ud800-\udbff]$/.test(text.slice(0, firstPart));
  return { ...scanLines(text.slice(0, isSplit ? firstPart - 1 : firstPart)), endLine: 1 };
}
