import type { RootContent, Table, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';
import { placeOf, type Source } from '../source/source.ts';
import { placeOfDate, readDate } from './date.ts';
import type { MetadataEntry } from './entry/entry.ts';
import { fieldOf } from './metadata-field.ts';
import { meaningOfStatus, readStatus } from './status.ts';

/** A line of a history: its day, and the status that it reached that day, if it says one. */
interface Step {
  readonly date: string;
  readonly status: Place | undefined;
  readonly dated: Place;
  /** Whether the line begins with its day, and the status is behind it. */
  readonly isDayFirst: boolean;
}

interface Place {
  readonly value: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** How much of a line is looked at, in UTF-16 units, and how many lines. */
const reach = 120;
const mostLines = 100;

const mark = /^[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?[*_[(]{0,3}/;
const between = /^[\s*_\])([:：,;.|·–—-]+/u;

const joints = new RegExp(
  ` ?[,&+/] ?| (?:${oneOf(adrLanguages.flatMap((language) => variantsOf(adrWords[language].and)).filter((word) => !isDense(word)))}) `,
  'gu',
);

/**
 * The present status and its date from a history with a line for each day on which it changed: “2026-03-01:
 * proposed” above “2026-03-04: accepted”. None if a block is no such history: a list, or the lines of a paragraph.
 */
export function entriesOfHistory(source: Source, nodes: readonly RootContent[]): MetadataEntry[] {
  const [node] = nodes;
  if (node?.type === 'table') return entriesOfTable(source, node);
  if (node === undefined || (node.type !== 'list' && node.type !== 'paragraph')) return [];
  const { steps, lines } = stepsIn(source, node);
  if (lines > 1) return presentOf(steps, node.type === 'list' ? node.children.length : lines);
  return lines === 1 ? entriesOfParagraphs(source, nodes) : [];
}

/** The present status and its date in a table with a row for each day on which it changed. */
function entriesOfTable(source: Source, { children: [head, ...rows] }: Table): MetadataEntry[] {
  const fields = head?.children.map((cell) => fieldOf(textOf(cell), source.language)) ?? [];
  const [statusAt, dateAt] = [fields.indexOf('status'), fields.indexOf('date')];
  if (statusAt === -1 || dateAt === -1 || rows.length < 2 || rows.length > mostLines) return [];
  const steps = rows.flatMap((row): Step[] => {
    const [status, dated] = [cellAt(source, row, statusAt), cellAt(source, row, dateAt)];
    if (status === undefined || dated === undefined) return [];
    const date = readDate(dated.value, source.language)?.date;
    const isKnown = meaningOfStatus(readStatus(status.value).word) !== undefined;
    return date === undefined || !isKnown ? [] : [{ date, status, dated, isDayFirst: true }];
  });
  return presentOf(steps, rows.length);
}

function cellAt({ text }: Source, { children }: TableRow, at: number): Place | undefined {
  const cell = children[at];
  const [first, last] = [cell?.children[0], cell?.children.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { start, line } = placeOf(first);
  const { end } = placeOf(last);
  return { value: text.slice(start, end), line, start, end };
}

/** The lines of a block that are about days, and how many lines it has; none if there are too many. */
function stepsIn(source: Source, node: RootContent): { readonly steps: readonly Step[]; readonly lines: number } {
  const { start, end, line } = placeOf(node);
  const lines = source.text.slice(start, end).split('\n');
  if (lines.length > mostLines) return { steps: [], lines: 0 };
  let from = start;
  const steps = lines.flatMap((text, index) => {
    const step = stepIn(source, text.slice(0, reach), { line: line + index, start: from });
    from += text.length + 1;
    return step ?? [];
  });
  return { steps, lines: lines.length };
}

/** A history with a paragraph for each day, perhaps below one that says which statuses there are. */
function entriesOfParagraphs(source: Source, nodes: readonly RootContent[]): MetadataEntry[] {
  const other = nodes.findIndex(({ type }) => type !== 'paragraph');
  const lines = nodes.slice(0, other === -1 ? mostLines : other).map((node) => stepsIn(source, node));
  const first = lines.findIndex(({ steps }) => steps.length > 0);
  const [start, end] = nodes[0] === undefined ? [0, 0] : [placeOf(nodes[0]).start, placeOf(nodes[0]).end];
  const isHint = first === 1 && meaningOfStatus(readStatus(source.text.slice(start, end)).word) === undefined;
  if (first !== 0 && !isHint) return [];
  const steps = lines.slice(first).flatMap((line) => line.steps.filter(({ isDayFirst }) => isDayFirst));
  return presentOf(steps, lines.length - first, isHint ? 1 : 2);
}

/** What a history of a number of lines says at last; nothing if not all of them have a day. */
function presentOf(steps: readonly Step[], lines: number, fewest = 2): MetadataEntry[] {
  const reached = steps.filter((step) => step.status !== undefined);
  const present = reached.toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0)).at(-1);
  if (steps.length < fewest || steps.length < lines || present?.status === undefined) return [];
  const found = { foundIn: 'log' } as const;
  return [
    { field: 'status', key: 'status', value: { ...found, ...present.status }, names: undefined },
    { field: 'date', key: 'date', value: { ...found, ...present.dated }, names: undefined },
  ];
}

function stepIn({ language }: Source, text: string, at: { line: number; start: number }): Step | undefined {
  const lead = mark.exec(text)?.[0].length ?? 0;
  const written = text.slice(lead);
  const place = placeOfDate(written, language);
  const date = place && readDate(written, language)?.date;
  if (place === undefined || date === undefined) return undefined;
  const isBehind = /\p{L}/u.test(written.slice(0, place.start));
  const skipped = isBehind ? 0 : place.end + (between.exec(written.slice(place.end))?.[0].length ?? 0);
  const words = isBehind ? written.slice(0, place.start) : written.slice(skipped);
  // “Drafted & accepted”
  const joint = [...words.matchAll(joints)].findLast(({ 0: found, index }) => {
    return meaningOfStatus(readStatus(words.slice(index + found.length)).word) !== undefined;
  });
  const behind = joint === undefined ? 0 : joint.index + joint[0].length;
  const { word } = readStatus(words.slice(behind));
  const isKnown = meaningOfStatus(word) !== undefined && words.startsWith(word, behind);
  const start = at.start + lead;
  const from = start + skipped + behind;
  const status = { value: word, line: at.line, start: from, end: from + word.length };
  return {
    date,
    isDayFirst: isKnown && !isBehind,
    status: isKnown ? status : undefined,
    dated: {
      value: written.slice(place.start, place.end),
      line: at.line,
      start: start + place.start,
      end: start + place.end,
    },
  };
}
