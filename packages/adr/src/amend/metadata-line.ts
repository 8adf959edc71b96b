import type { AdrDocument } from '../read/document.ts';
import type { Metadata } from '../read/metadata/metadata.ts';
import type { Edit } from './edit.ts';

/**
 * Adds a line to metadata that are the lines of one paragraph: behind the last one, or before it where the lines end with
 * a break and the last one has none, so that no other line of a file changes that has been there before. Undefined if
 * there are none.
 */
export function addMetadataLine(
  { source }: AdrDocument,
  { entries, form }: Metadata,
  line: string,
  isNew = false,
): Edit | undefined {
  const last = entries.at(-1);
  if (last === undefined) return undefined;
  const { text } = source;
  const { start, end } = last.value;
  const quote = form.isQuoted ? '> ' : '';
  const behind = text.slice(end, text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end));
  if (isNew || form.lineEnd === '' || behind.startsWith(form.lineEnd))
    return { start: end, end, text: `${form.lineEnd}\n${quote}${line}` };
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return { start: lineStart, end: lineStart, text: `${quote}${line}${form.lineEnd}\n` };
}
