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
