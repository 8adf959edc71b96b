import type { RootContent } from 'mdast';
import type { AdrDocument } from '../read/document.ts';
import { placeOf } from '../read/source/source.ts';

/** Where the line of the title ends; 0 without a title. */
export function endOfTitle({ outline, source }: AdrDocument): number {
  const end = outline.title === undefined ? 0 : placeOf(outline.title).end;
  const lineEnd = source.text.indexOf('\n', end);
  return lineEnd === -1 ? source.text.length : lineEnd;
}

/** The bullet of a list with the blanks behind it. */
export function markerOf({ source }: AdrDocument, list: RootContent): string {
  return /^(?:[-*+]|\d+[.)])[ \t]+/.exec(source.text.slice(placeOf(list).start))?.[0] ?? '* ';
}
