import type { RootContent } from 'mdast';
import { splitLabel } from '../points/label.ts';
import { placeOf, type Source } from '../source/source.ts';
import { fieldOf } from './metadata-field.ts';
import { meaningOfStatus, readStatus } from './status.ts';

/** A line of a block, and where it is in the text. */
interface FencedLine {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** The longest block that may be metadata, in UTF-16 units. */
const longest = 2_000;

/** A key that is no label in a text. */
const key = /^[\w.-]{1,40}:(?: |$)/;

/** The side of a box that is drawn around a line, and a line that draws nothing but the box. */
const side = /^[║│┃][ \t]{0,20}/;
const drawn = /^[\u2500-\u257f \t]+$/;

/** The line that opens a block of code or a comment, and may name what is in it. */
const opening = /^(?:`{3,}|~{3,}|<!--)/;

/** A fenced block of code, or a comment, that is the metadata of an ADR. */
export interface FencedMetadata {
  /** The line that opens it, such as "```yaml" or "<!-- adr". */
  readonly fence: string;
  readonly lines: readonly FencedLine[];
}

/** The line that ends what a line opens. */
export function closingOf(fence: string): string {
  const [mark = ''] = opening.exec(fence) ?? [];
  return mark === '<!--' ? '-->' : mark;
}

/**
 * Reads a fenced block of code, or a comment of several lines, as metadata: each of its lines has a label, and at least
 * two are known, one of them with a known status; undefined if it is anything else.
 */
export function fencedMetadata({ text, language }: Source, node: RootContent): FencedMetadata | undefined {
  if ((node.type !== 'code' && node.type !== 'html') || node.value.length > longest) return undefined;
  const { start, end, line } = placeOf(node);
  const [fence = '', ...inner] = text.slice(start, end).split('\n');
  if (!opening.test(fence) || inner.pop()?.startsWith(closingOf(fence).slice(0, 3)) !== true) return undefined;
  let at = start + fence.length + 1;
  const lines = inner.map((written, index) => {
    const place = { start: at, end: at + written.trimEnd().length, line: line + index + 1 };
    at += written.length + 1;
    return place;
  });
  const filled = lines.flatMap((place) => withoutBox(text, place) ?? []);
  const labels = filled.map((place) => splitLabel(text.slice(place.start, place.end)));
  const fields = labels.flatMap((label) => (label && fieldOf(label.word, language)) ?? []);
  const areEntries = filled.every((place, index) => labels[index] ?? key.test(text.slice(place.start, place.end)));
  const isStatus = labels.some(
    (label) =>
      label !== undefined &&
      fieldOf(label.word, language) === 'status' &&
      meaningOfStatus(readStatus(label.rest).word) !== undefined,
  );
  return isStatus && fields.length > 1 && areEntries ? { fence, lines: filled } : undefined;
}

/** A line without the box that is drawn around it; undefined if nothing is left, or only the title of the box. */
function withoutBox(text: string, { start, end, line }: FencedLine): FencedLine | undefined {
  const written = text.slice(start, end);
  const [before] = side.exec(written) ?? [];
  if (before === undefined) return written === '' || drawn.test(written) ? undefined : { start, end, line };
  const inner = written
    .slice(before.length)
    .replace(/[║│┃]$/, '')
    .trimEnd();
  return splitLabel(inner) === undefined
    ? undefined
    : { start: start + before.length, end: start + before.length + inner.length, line };
}
