import type { AdrDocument } from '../read/document.ts';
import type { MetadataEntry } from '../read/metadata/entry/entry.ts';
import type { MetadataForm } from '../style/house-style.ts';
import type { Edit } from './edit.ts';

/**
 * Adds a line to metadata that are the lines of one paragraph: behind the last one, or before it where the lines end with
 * a break and the last one has none, so that no other line of a file changes that has been there before.
 */
export function addMetadataLine(
  { source }: AdrDocument,
  { lineEnd, isQuoted }: MetadataForm,
  last: MetadataEntry,
  line: string,
  isNew = false,
): Edit {
  const { text } = source;
  const { start, end } = last.value;
  const quote = isQuoted ? '> ' : '';
  // Below a label that has nothing behind it may be its list.
  const isOpen = start === end;
  if (!isOpen && (isNew || text.startsWith(lineEnd, end)))
    return { start: end, end, text: `${lineEnd}\n${quote}${line}` };
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return { start: lineStart, end: lineStart, text: `${quote}${line}${lineEnd}\n` };
}
