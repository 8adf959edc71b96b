import { isInOpenBox } from '../metadata/status-boxes.ts';
import type { Source } from '../source/source.ts';
import type { LinkKind } from './link.ts';
import { foldLine, kindOfClause } from './phrases.ts';
import { kindAbove, kindInEntry, lineBefore, restOfLine, withoutAddresses, withoutDays } from './surroundings.ts';

/** The kind of a link from `start` to `end`, by the words in its line, or else above it. */
export function kindAt(source: Source, start: number, end: number): LinkKind {
  const before = lineBefore(source, start);
  if (isInOpenBox(before)) return 'other';
  const line = withoutAddresses(before);
  // “[superseded] by”, “superseded (by”: the status may be in brackets or linked.
  const folded = foldLine(withoutDays(line).replaceAll(/[[\]()]/g, ''));
  const clause = folded.slice(Math.max(folded.lastIndexOf('.'), folded.lastIndexOf('。')) + 1);
  return (
    kindOfClause(clause, restOfLine(source, end)) ?? kindAbove(source, start) ?? kindInEntry(source, start) ?? 'other'
  );
}
