import type { AdrDocument } from '../read/document.ts';
import type { Located } from '../read/located.ts';
import { placeOfDate, readDate, writeDate } from '../read/metadata/date.ts';
import { formLike } from '../style/date-form.ts';
import { isAbove, lastDatedLine, lastDatedParagraph, lineAt } from './dated-lines.ts';
import { type Edit, insertAt } from './edit.ts';
import type { NewStatus } from './new-status.ts';

/**
 * A new line of a log, in the form of the line with the present status: below the last one, or above the first if that
 * is the latest.
 */
export function addToLog(
  { source }: AdrDocument,
  { start }: Located<unknown>,
  { written, date, dateForm = '' }: NewStatus,
): Edit {
  const { text, language } = source;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const line = lineAt(text, lineStart);
  const marker = /^[-*+]?[ \t]*/.exec(line)?.[0] ?? '';
  const dated = placeOfDate(line, language);
  const day = readDate(line, language);
  const isFirst = dated !== undefined && day !== undefined && lineStart + dated.end <= start;
  const own = isFirst ? writeDate(date, formLike(day, dateForm), language) : date;
  const added = isFirst ? line.slice(0, dated.start) + own + text.slice(lineStart + dated.end, start) + written : '';
  const newLine = added === '' ? `${marker}${written} ${date}` : added;
  const before = text.slice(0, Math.max(0, lineStart - 1));
  const lineBefore = before.slice(before.lastIndexOf('\n') + 1);
  const above = readDate(lineBefore, language);
  const isBroken = marker === '' && (above === undefined || /(?: {2}|\\)$/.test(lineBefore));
  if (day !== undefined && above === undefined && isAbove(source, lineStart, day.date)) {
    return insertAt(lineStart, `${newLine}${breakBehind(line, isBroken)}`);
  }
  const apart = marker === '' ? lastDatedParagraph(source, lineStart) : undefined;
  if (apart !== undefined) return insertAt(apart, `\n\n${newLine}`);
  const last = lastDatedLine(source, lineStart);
  return insertAt(last + lineAt(text, last).length, `${breakBehind(lineAt(text, last), isBroken)}${newLine}`);
}

/** A line feed, with a hard break behind a line that has none yet. */
function breakBehind(line: string, isBroken: boolean): string {
  return !isBroken || /(?: {2}|\\)$/.test(line) ? '\n' : '  \n';
}
