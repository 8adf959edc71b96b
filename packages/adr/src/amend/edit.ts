import type { AdrDocument } from '../read/document.ts';
import { countByteOrderMarks } from '../text/file-text.ts';

/** One change to a file: `text` replaces the range from `start` to `end`. Offsets count UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that don't overlap. The rest of the file stays the same. */
export function applyEdits(file: string, edits: readonly Edit[]): string {
  const fromEnd = edits.toSorted((one, other) => other.start - one.start);
  return fromEnd.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), file);
}

/** Converts an offset in `Source.text`, which has only line feeds and no byte order mark, to an offset in the file. */
export function offsetInFile(file: string, offset: number): number {
  let at = countByteOrderMarks(file);
  for (let count = 0; count < offset; count += 1) at += file[at] === '\r' && file[at + 1] === '\n' ? 2 : 1;
  return at;
}

/** Adds a text at an offset. */
export function insertAt(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

/** Turns edits of `Source.text` into edits of the file, with the file's line endings. */
export function toFile(file: string, { source }: AdrDocument, edits: readonly Edit[]): Edit[] {
  return edits.map(({ start, end, text }) => ({
    start: offsetInFile(file, start),
    end: offsetInFile(file, end),
    text: text.replaceAll('\n', source.lineEnding),
  }));
}
