import { paragraphsOf } from '../markdown/paragraph-lines.ts';
import type { AdrDocument } from '../read/document.ts';
import { columnsOf, hasWideCharacters } from '../text/columns.ts';
import { endsSentence } from '../text/sentence.ts';
import type { Wrapping } from './house-style.ts';
import { blocksOfMetadata } from './metadata-blocks.ts';
import { commonValue } from './vote.ts';

/** From so many columns on, a paragraph would be broken in a house that breaks lines. */
const long = 130;

/** A line that is broken sooner, in columns, may have been meant to end there. */
const shortest = 40;

/** The widths to which editors and formatters are set, the usual ones first. */
const usualWidths = [80, 100, 120, 72, 79, 78, 90, 88, 110, 99, 119, 118, 70, 76, 75, 74, 60];

/** Nobody breaks lines because they get wider than this, in columns. */
const widestLine = 150;

/** The share of the lines that must be as full as they can be for a width to be the one of a formatter. */
const exact = 0.75;

/** How many of the latest files tell the width of lines that were broken by hand. */
const latest = 5;

/** The fewest broken lines of a file that tell a width. */
const fewest = 5;

/** A line of a paragraph, and the word with which the next one begins. */
interface BrokenLine {
  readonly line: string;
  readonly next: string;
}

/** The lines of a file that were broken, and how it breaks them; undefined for a file that is too short to show it. */
interface FileLines {
  readonly broken: readonly BrokenLine[];
  readonly mode: Wrapping['mode'] | undefined;
}

/** How most of the files with long paragraphs break these into lines. */
export function wrappingOf(documents: readonly AdrDocument[]): Wrapping | undefined {
  const files = documents.map(linesIn);
  const mode = commonValue(files, (file) => file.mode);
  if (mode !== 'width') return mode && { mode };
  const lines = files.filter((file) => file.mode === mode).map(({ broken }) => broken);
  const countsWide = countsWideIn(lines.flat());
  const formatted = lines.flatMap((broken) => exactWidth(broken, countsWide) ?? []);
  const isFormatted = formatted.length * 3 >= lines.length;
  const usual = isFormatted ? commonValue(formatted, (one) => one) : undefined;
  // A formatter has the same width in all files.
  const width = formatted.filter((one) => one === usual).length * 2 >= formatted.length ? usual : undefined;
  // By hand, nobody fills lines exactly: the latest files show how wide they are now.
  const widest = lines.slice(-latest).map((broken) => mostColumns(broken, countsWide));
  return { mode, width: width ?? median(widest), countsWide };
}

function linesIn(document: AdrDocument): FileLines {
  const { source } = document;
  const entries = new Set(blocksOfMetadata(document));
  const tree = { type: 'root' as const, children: source.nodes.filter((node) => !entries.has(node)) };
  const paragraphs = paragraphsOf(source.text, tree).map(({ pieces, indent }) => {
    const lines: string[] = [];
    for (const { text, after } of pieces) {
      if (after === 'blank') lines[lines.length - 1] += ` ${text}`;
      else lines.push((lines.length === 0 || after === 'soft break' ? indent : '') + text);
    }
    return { lines, isHard: pieces.some(({ after }) => after === 'hard break') };
  });
  const plain = paragraphs.filter(({ isHard }) => !isHard).map(({ lines }) => lines);
  const isLong = (lines: readonly string[]) => columnsOf(lines.join(' '), true) > long;
  const isBroken = (lines: readonly string[]) => lines.slice(0, -1).some((line) => columnsOf(line, true) >= shortest);
  const shown = plain.filter((lines) => isLong(lines) || isBroken(lines));
  if (shown.length === 0) return { broken: [], mode: undefined };
  const wrapped = shown.filter(isBroken);
  const broken = wrapped.flatMap((lines) =>
    lines
      .slice(0, -1)
      .map((line, index) => ({ line, next: /^\s*(?<word>\S*)/.exec(lines[index + 1] ?? '')?.groups?.word ?? '' })),
  );
  const atSentences = broken.filter(({ line, next }) => endsSentence(line, next));
  const isBySentence = atSentences.length > broken.length * 0.5;
  // What fits into the widest line, or is a single sentence in a house that breaks lines between them, need not be broken.
  const widest = Math.max(0, ...broken.map(({ line }) => columnsOf(line, true)));
  const fits = (text: string) => columnsOf(text, true) <= widest || (isBySentence && isOneSentence(text));
  const whole = shown.filter((lines) => !isBroken(lines) && !fits(lines.join(' ')));
  if (wrapped.length < whole.length || wrapped.length === 0) return { broken: [], mode: 'none' };
  if (isBySentence) return { broken, mode: 'sentences' };
  // Lines as long as these were broken because of what is in them.
  return mostColumns(broken, true) > widestLine ? { broken: [], mode: 'none' } : { broken, mode: 'width' };
}

function isOneSentence(text: string): boolean {
  return [...text.matchAll(/[.!?…。！？]\S{0,3}\s+(?=\S)/gu)].every(
    ({ 0: { length }, index }) => !endsSentence(text.slice(0, index + length).trimEnd(), text.slice(index + length)),
  );
}

/** Where lines end at the same column whatever is in them, wide characters count twice. */
function countsWideIn(lines: readonly BrokenLine[]): boolean {
  if (!lines.some(({ line }) => hasWideCharacters(line))) return false;
  return bestWidth(lines, true).share > bestWidth(lines, false).share;
}

/** The width of a formatter: nearly all lines are as full as they can be. */
function exactWidth(lines: readonly BrokenLine[], countsWide: boolean): number | undefined {
  const { width, share } = bestWidth(lines, countsWide);
  return lines.length >= fewest && share >= exact ? width : undefined;
}

function bestWidth(lines: readonly BrokenLine[], countsWide: boolean): { width: number; share: number } {
  const spans = lines.map(({ line, next }) => {
    const from = columnsOf(line, countsWide);
    return { from, to: from + columnsOf(next, countsWide) };
  });
  const shareAt = (width: number) => spans.filter(({ from, to }) => from <= width && width <= to).length / spans.length;
  const widths = [...usualWidths, ...new Set(spans.map(({ from }) => from))];
  const width = widths.reduce((one, other) => (shareAt(other) > shareAt(one) ? other : one));
  return { width, share: shareAt(width) };
}

/** The width of people who break lines by hand: nearly all lines of a file are shorter. */
function mostColumns(lines: readonly BrokenLine[], countsWide: boolean): number {
  const columns = lines.map(({ line }) => columnsOf(line, countsWide)).toSorted((one, other) => one - other);
  return columns[Math.floor(columns.length * 0.95)] ?? 80;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 80;
}
