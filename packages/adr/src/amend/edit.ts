import { countByteOrderMarks } from '../text/file-text.ts';

/** One change of a text: what stands from `start` to `end` becomes `text`. Offsets count UTF-16 units of the file. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that don't overlap; everything else of the file stays as it is. */
export function applyEdits(file: string, edits: readonly Edit[]): string {
  const fromEnd = edits.toSorted((one, other) => other.start - one.start);
  return fromEnd.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), file);
}

/**
 * Where an offset of `Source.text`, which has line feeds alone and no byte order mark, is in the file itself.
 */
export function offsetInFile(file: string, offset: number): number {
  let at = countByteOrderMarks(file);
  for (let count = 0; count < offset; count += 1) at += file[at] === '\r' && file[at + 1] === '\n' ? 2 : 1;
  return at;
}
