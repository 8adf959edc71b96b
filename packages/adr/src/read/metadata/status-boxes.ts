import type { StatusBoxesForm } from '../../style/house-style.ts';
import type { Source } from '../source/source.ts';
import { meaningOfStatus, readStatus } from './status.ts';

/** A place in a text. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A box beside a status, as in “[x] Accepted”. */
export interface StatusBox {
  readonly isTicked: boolean;
  readonly mark: Range;
  /** The status with what is said of it. */
  readonly words: Range;
}

const marks = /(?<=^|[\s|>])(?:\\?\[[ xX✓✔]\\?\]|\([ xX]\)|[☐☑☒✅⬜🔲]\ufe0f?)(?=[ \t])/gmu;
const openMark = /^(?:\\?\[ \\?\]|\( \)|[☐⬜🔲]\ufe0f?)$/u;

/** What may be in front of the first box: the mark of a list. */
const lead = /^[\s>]*(?:[-*+]\s{1,4})?$/;
const endOfWords = /\n|\||<br/;
const signsBehind = /(?<![\s,;/·•])[\s,;/·•]+$/u;

/** Longer texts have no boxes that are looked for, in UTF-16 units. */
const longest = 2000;

/** The boxes for statuses that a text consists of, in a list, in lines or in one line; none if it is anything else. */
export function boxesIn(text: string): readonly StatusBox[] {
  const found = text.length > longest ? [] : [...text.matchAll(marks)];
  const [first] = found;
  if (first === undefined || !lead.test(text.slice(0, first.index))) return [];
  const boxes = found.map(({ 0: mark, index }, at): StatusBox => {
    const behind = text.slice(index + mark.length, found[at + 1]?.index);
    const blanks = /^[ \t]*/.exec(behind)?.[0].length ?? 0;
    const [line = ''] = behind.slice(blanks).split(endOfWords, 1);
    const start = index + mark.length + blanks;
    const end = start + line.replace(signsBehind, '').length;
    return { isTicked: !openMark.test(mark), mark: { start: index, end: index + mark.length }, words: { start, end } };
  });
  // Alone, a sign in front of a status is none of several boxes: “✅ Accepted”.
  const areBoxes = first[0].includes('[') || boxes.some(({ isTicked }) => !isTicked);
  const known = boxes.filter((box) => meaningOfBox(text, box) !== undefined);
  return areBoxes && known.length > 0 && known.length * 2 >= boxes.length ? boxes : [];
}

/** What the status beside a box means. */
export function meaningOfBox(text: string, { words }: StatusBox): ReturnType<typeof meaningOfStatus> {
  return meaningOfStatus(readStatus(text.slice(words.start, words.end)).word);
}

/** The box that says the status: the last one that is ticked, where each step has been. */
export function tickedBox(boxes: readonly StatusBox[]): StatusBox | undefined {
  return boxes.findLast(({ isTicked }) => isTicked);
}

/** Boxes for statuses in a file: where they are, the place of the ticked status, and how they are written. */
export interface FoundBoxes {
  readonly place: Range;
  readonly ticked: Range & { readonly value: string; readonly line: number };
  readonly form: StatusBoxesForm;
}

/** The boxes that a place of a file consists of; undefined if it is anything else. */
export function findBoxes({ text }: Source, { start, end, line }: Range & { readonly line: number }) {
  const written = text.slice(start, end);
  const boxes = boxesIn(written);
  if (boxes.length === 0) return undefined;
  const ticked = tickedBox(boxes)?.words ?? { start: 0, end: 0 };
  const column = start - text.lastIndexOf('\n', start - 1) - 1;
  const found: FoundBoxes = {
    place: { start, end },
    ticked: {
      value: written.slice(ticked.start, ticked.end),
      start: start + ticked.start,
      end: start + ticked.end,
      line: line + (written.slice(0, ticked.start).match(/\n/g)?.length ?? 0),
    },
    form: formOf(written, boxes, column),
  };
  return found;
}

/** The form of boxes: none is ticked, and nothing is said of a single ADR. */
function formOf(written: string, boxes: readonly StatusBox[], column: number): StatusBoxesForm {
  const { open, ticked } = boxMarks(written, boxes);
  const pieces = boxes.map(({ mark, words, isTicked }, index) => {
    const before = written.slice(boxes[index - 1]?.words.end ?? 0, mark.start);
    const said = written.slice(words.start, words.end);
    const { word, remainder } = readStatus(said);
    const isOwn = isTicked && /[\d[]/.test(remainder);
    return before + open + written.slice(mark.end, words.start) + (isOwn ? word : said);
  });
  const text = pieces.join('') + written.slice(boxes.at(-1)?.words.end);
  return {
    text: text
      .split('\n')
      .map((line, index) => (index === 0 ? line : line.slice(Math.min(column, line.search(/\S|$/)))))
      .join('\n'),
    ticked,
  };
}

/** How a text writes an open and a ticked box. */
export function boxMarks(
  text: string,
  boxes: readonly StatusBox[],
): { readonly open: string; readonly ticked: string } {
  const markOf = (isTicked: boolean) => {
    const box = boxes.find((one) => one.isTicked === isTicked);
    return box && text.slice(box.mark.start, box.mark.end);
  };
  const open = markOf(false) ?? openFor(markOf(true) ?? '');
  return { open, ticked: markOf(true) ?? tickedFor(open) };
}

const openFor = (ticked: string) => (/[[(]/.test(ticked) ? ticked.replace(/[^\\[\]()]/u, ' ') : '☐');
const tickedFor = (open: string) => (/[[(]/.test(open) ? open.replace(' ', 'x') : open === '☐' ? '☑' : '✅');

/** Whether what follows a text on its line belongs to a box that is not ticked. */
export function isInOpenBox(before: string): boolean {
  const mark = [...`${before} `.matchAll(marks)].at(-1)?.[0];
  return mark !== undefined && openMark.test(mark);
}
