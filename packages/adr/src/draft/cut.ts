import type { Located } from '../read/located.ts';
import { fieldOfEntry } from '../read/metadata/metadata-field.ts';
import type { Source } from '../read/source/source.ts';

/** A part of a text, from one offset to another. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The lines of an entry, if nothing else is on them; undefined if there is, or if they are not of a list or paragraph. */
export function lineAround({ text, language }: Source, found: Located<unknown>): Stretch | undefined {
  const start = text.lastIndexOf('\n', found.start - 1) + 1;
  const lineEnd = text.indexOf('\n', found.end);
  const end = lineEnd === -1 ? text.length : lineEnd;
  const [before, value, after] = [
    text.slice(start, found.start),
    text.slice(found.start, found.end),
    text.slice(found.end, end),
  ];
  const isEntry = value.trim() !== '' && fieldOfEntry(before.trim(), value, language) !== undefined;
  return isEntry && !before.includes('|') && !/[\p{L}\p{N}|]/u.test(after) ? { start, end } : undefined;
}

/** A text without some of its parts. */
export function cutOut(text: string, stretches: readonly Stretch[]): string {
  let left = text;
  for (const { start, end } of stretches.toSorted((one, other) => other.start - one.start)) {
    const [before, after] = [left.slice(0, start), left.slice(end).replace(/^\n/, '')];
    // A sign that breaks a line says something else at the end of a paragraph.
    left = (/^\s*(?:\n|$)/.test(after) ? before.replace(/\\\n$/, '\n') : before) + after;
  }
  return left;
}
