import type { AdrDocument } from '../read/document.ts';
import { readStatus } from '../read/metadata/status.ts';
import { boxesIn, boxMarks, meaningOfBox, type StatusBox, tickedBox } from '../read/metadata/status-boxes.ts';
import { gapBetween } from '../write/status-boxes.ts';
import type { Edit } from './edit.ts';
import { behindWord, type NewStatus } from './new-status.ts';

/** Boxes for statuses, and the edits that tick another one of them. */
interface ChangedBoxes {
  readonly place: AdrDocument['statusBoxes'][number];
  readonly edits: readonly Edit[];
}

/** Ticks a new status wherever a file has boxes for them. Boxes that say it already are left out. */
export function editsOfBoxes({ statusBoxes, source }: AdrDocument, changed: NewStatus): ChangedBoxes[] {
  return statusBoxes.flatMap((place): ChangedBoxes[] => {
    const written = source.text.slice(place.start, place.end);
    const boxes = boxesIn(written);
    const present = tickedBox(boxes);
    if (present !== undefined && meaningOfBox(written, present) === changed.status) return [];
    const edits = tick(written, boxes, changed);
    return [{ place, edits: edits.map((edit) => shifted(edit, place.start)) }];
  });
}

const insertAt = (offset: number, text: string): Edit => ({ start: offset, end: offset, text });
const shifted = ({ start, end, text }: Edit, by: number): Edit => ({ start: start + by, end: end + by, text });

function tick(written: string, boxes: readonly StatusBox[], changed: NewStatus): Edit[] {
  const ticks = boxes.filter(({ isTicked }) => isTicked);
  const next = boxes.find((box) => meaningOfBox(written, box) === changed.status);
  const { open, ticked } = boxMarks(written, boxes);
  const at = next === undefined ? boxes.length : boxes.indexOf(next);
  // Who ticks each step keeps those before the new one.
  const past = ticks.length === 1 ? ticks : ticks.filter((box) => boxes.indexOf(box) > at);
  const unticked = past.map(({ mark }) => ({ ...mark, text: open }));
  const end = boxes.at(-1)?.words.end ?? written.length;
  if (next === undefined) return [...unticked, insertAt(end, `${gapBetween(written)}${ticked} ${changed.written}`)];
  return [...unticked, { ...next.mark, text: ticked }, ...saidBehind(written, next, changed)];
}

/** What a box waits for: “Superseded by ADR-NNNN”, “by …”, “by [ADR](link)”. */
const gap = /^[^\d(\n]{0,60}(?:\[[^\]\d]{0,40}\](?:\([^()\s]{0,100}\))?|ADR[-_ ]?[#NXY_?]{1,5}|_{2,40}|…|\.{3})?$/u;

/** What is said of the new status behind its word; it takes the place of what waits for it. */
function saidBehind(written: string, { words }: StatusBox, changed: NewStatus): Edit[] {
  const behind = behindWord(changed);
  if (behind === '') return [];
  const { word, remainder } = readStatus(written.slice(words.start, words.end));
  const end = words.start + word.length;
  if (remainder !== '' && behind.startsWith(remainder)) return [insertAt(words.end, behind.slice(remainder.length))];
  return [gap.test(remainder) ? { start: end, end: words.end, text: behind } : insertAt(end, behind)];
}
