import type { StatusText } from '../content/content.ts';
import { meaningOfStatus, readStatus } from '../read/metadata/status.ts';
import { boxesIn, meaningOfBox } from '../read/metadata/status-boxes.ts';
import type { StatusBoxesForm } from '../style/house-style.ts';

/**
 * Writes the boxes of a house with that of a status ticked. A status for which the house has no box gets one more.
 * `written` is the status with the house's word for it, and what the house has around it.
 */
export function writeBoxes({ text, ticked }: StatusBoxesForm, status: StatusText, written: string): string {
  const boxes = boxesIn(text);
  const meaning = meaningOfStatus(status.word);
  const saidOf = (written: string) => readStatus(written).word.toLowerCase();
  const box = boxes.find((one) =>
    meaning === undefined
      ? saidOf(text.slice(one.words.start, one.words.end)) === status.word.toLowerCase()
      : meaningOfBox(text, one) === meaning,
  );
  const { remainder } = readStatus(written);
  if (box !== undefined) {
    const own = text.slice(box.words.start, box.words.end);
    const said = remainder === '' ? own : readStatus(own).word + remainder;
    const before = text.slice(0, box.mark.start) + ticked + text.slice(box.mark.end, box.words.start);
    return before + said + text.slice(box.words.end);
  }
  const last = boxes.at(-1);
  const isCapital = last !== undefined && /^\p{Lu}/u.test(text.slice(last.words.start));
  const word = isCapital ? written.charAt(0).toUpperCase() + written.slice(1) : written;
  const added = `${gapBetween(text)}${ticked} ${word}`;
  const end = last?.words.end ?? text.length;
  return text.slice(0, end) + added + text.slice(end);
}

/** What is between the last two boxes of a text: the end of a line and the mark of a list, or a blank. */
export function gapBetween(text: string): string {
  const [before, last] = boxesIn(text).slice(-2);
  if (before !== undefined && last !== undefined) return text.slice(before.words.end, last.mark.start);
  const marker = before && text.slice(0, before.mark.start);
  return marker === undefined || marker === '' ? ' ' : `\n${marker}`;
}
