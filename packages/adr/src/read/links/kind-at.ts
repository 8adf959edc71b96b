import { meaningOfStatus } from '../metadata/status.ts';
import { isInOpenBox } from '../metadata/status-boxes.ts';
import type { Source } from '../source/source.ts';
import type { StatedLink } from '../warning.ts';
import { isAboutAnother } from './another.ts';
import type { LinkKind } from './link.ts';
import { bare, foldLine, isLabel, kindOfClause } from './phrases.ts';
import {
  kindAbove,
  kindInEntry,
  lineBefore,
  restOfLine,
  withoutAddresses,
  withoutDays,
  withoutRemarks,
} from './surroundings.ts';

/** The kind of a link from `start` to `end`, by the words in its line, or else above it. */
export function kindAt(source: Source, start: number, end: number): LinkKind {
  const before = lineBefore(source, start);
  if (isInOpenBox(before)) return 'other';
  const line = withoutRemarks(withoutAddresses(before));
  // “[superseded] by”, “superseded (by”: the status may be in brackets or linked.
  const folded = foldLine(withoutDays(line).replaceAll(/[[\]()（）]/g, ''));
  const clause = lastClause(folded.slice(Math.max(folded.lastIndexOf('.'), folded.lastIndexOf('。')) + 1));
  const after = restOfLine(source, end);
  const isToldElsewhere = isAboutAnother(source, start) || isOfLinkBefore(line);
  return (
    (isToldElsewhere ? undefined : kindOfClause(clause, after)) ??
    kindAbove(source, start) ??
    kindInEntry(source, start) ??
    (isSuperseded(folded) ? 'superseded by' : 'other')
  );
}

/** How many words behind a semicolon say something else than those in front of it. */
const fewestOfClause = 4;

/** What the last clause of a sentence says: “Tin replaces glass; what it costs is told in [A](0003-a.md)”. */
function lastClause(sentence: string): string {
  const behind = sentence.slice(sentence.lastIndexOf(';') + 1);
  return (behind.match(/\p{L}+/gu) ?? []).length < fewestOfClause ? sentence : behind;
}

/** The kind of what is named at a place, by the lines above it: its own block has no words for one. */
export function kindOfUnstated(source: Source, start: number): StatedLink | undefined {
  return isInOpenBox(lineBefore(source, start)) ? undefined : kindAbove(source, start);
}

/** The longest text between two links that are both told of by the words in front of the first one, in UTF-16 units. */
const longestBetween = 40;

/** Whether the words in front of another link in a line are about that one alone, as a dash and a sentence show. */
function isOfLinkBefore(line: string): boolean {
  const between = line.slice(line.lastIndexOf(']') + 1);
  if (between.length === line.length || between.length < longestBetween || !/[—–:;]/.test(between)) return false;
  return kindOfClause(foldLine(between), '') === undefined;
}

/** Whether a line has nothing but the status of a superseded ADR: “Status: Superseded [A](0012-a.md)”. */
function isSuperseded(line: string): boolean {
  const words = bare(line);
  const status = words.slice(Math.max(words.lastIndexOf(':'), words.lastIndexOf('：')) + 1).trim();
  return status !== '' && meaningOfStatus(status) === 'superseded' && isLabel(words);
}
