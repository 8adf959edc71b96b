/** A range of a text, in UTF-16 units. `line` is the line on which it starts, counted from 1. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** What scanning the lines of a text found. */
export interface Survey {
  /** Where reading ends: at the end of the text, or at the start of a line. */
  readonly end: number;
  readonly endLine: number;
  /** The markers at the start of lines that are nested too deeply. */
  readonly deep: readonly Stretch[];
}

/**
 * How much of each kind is read from one text. The kinds share one budget: half of one and half of another is the most.
 * Each limit alone costs the parser up to half a second and 100 MB: a piece takes half a kB, a list item 16 kB. The parser
 * visits a line once per level of nesting, and its time grows with the square of the number of quotations, underlined
 * headings, and lazy lines (CommonMark: paragraph continuation text). Measured with micromark 4 on Node 24. A real ADR has
 * a hundredth of that.
 */
export const mostRead = {
  characters: 500_000,
  pieces: 200_000,
  lines: 8_000,
  marks: 50_000,
  bars: 20_000,
  levels: 50_000,
  items: 5_000,
  quotations: 2_000,
  underlines: 2_000,
  lazyLines: 1_000,
} as const;

type Measure = keyof typeof mostRead;

/**
 * How deeply quotations and lists may nest. Nobody writes a hundred levels, and walking deeper trees overflows the
 * stack.
 */
export const deepest = 100;

/** A text over the limit is read up to this share of it, so that it stays under the limit when written again. */
const shareRead = 0.8;

/** How many characters are read when even the first line is too long. */
const firstBit = 10_000;

/** The characters on which the parser spends time inside a paragraph. */
export const marks = /[*_~[\]!<&`]/g;

/** Where the parser splits a line into pieces. It makes an object for each. */
export const cuts = /[\\@\t\0]| +/g;

/** The characters that begin quotations, lists, and footnotes at the start of a line. */
export const markers = /[>\-+*.)[]/g;

const leads = /^(?:[ \t]|>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^[\]\s]{1,99}\]:)*/;

interface Line {
  /** The markers and blanks at the start of the line, and the rest. */
  readonly lead: string;
  readonly words: string;
  /** The most quotations and lists that may contain this line, its own included. */
  readonly levels: number;
  readonly items: number;
  readonly quotes: number;
  readonly quotesBefore: number;
  /** It continues a list or quotation with less indentation. */
  readonly isLazy: boolean;
}

/** How much of each kind a line has. */
const measures: readonly (readonly [Measure, (line: Line) => number])[] = [
  ['characters', ({ lead, words }) => lead.length + words.length],
  ['pieces', ({ words }) => countIn(words, cuts)],
  // Writing the text again may add blank lines, which cost little.
  ['lines', ({ lead, words }) => (words === '' && lead.trim() === '' ? 1 / 8 : 1)],
  ['marks', ({ words }) => countIn(words, marks)],
  ['bars', ({ words }) => countIn(words, /\|/g)],
  ['levels', ({ levels }) => Math.min(levels, deepest)],
  ['items', ({ items }) => items],
  ['quotations', ({ quotes, quotesBefore }) => Math.max(0, quotes - quotesBefore)],
  ['lazyLines', ({ isLazy }) => (isLazy ? 1 : 0)],
  ['underlines', ({ lead, words }) => (/^(?:=+|-+)[ \t]*$/.test(words) || /-[ \t]*$/.test(lead) ? 1 : 0)],
];

/** Scans the lines of a text, in linear time. */
export function surveyOf(text: string): Survey {
  const deep: Stretch[] = [];
  let share = 0;
  let quotesBefore = 0;
  let wasBlank = false;
  let column = 0;
  let afterLine: Stretch | undefined;
  let afterBlank: Stretch | undefined;
  for (const line of linesOf(text)) {
    if (line.start > 0 && share <= shareRead) {
      afterLine = line;
      if (wasBlank) afterBlank = line;
    }
    const whole = text.slice(line.start, Math.min(line.end, line.start + mostRead.characters));
    const lead = leads.exec(whole)?.[0] ?? '';
    const words = whole.slice(lead.length);
    // A line nested too deeply is read as plain text, which has no quotations or lists.
    const own = countIn(lead, markers);
    const levels = levelsIn(lead, own);
    const isDeep = own > 0 && levels > deepest;
    const quotes = isDeep ? 0 : countIn(lead, />/g);
    const items = isDeep ? 0 : own - quotes;
    const isLazy = lead.length < column && items === 0;
    const seen = { lead, words, levels, items, quotes, quotesBefore, isLazy };
    for (const [measure, amountIn] of measures) share += amountIn(seen) / mostRead[measure];
    if (share > 1) {
      const cut = afterBlank ?? afterLine;
      if (cut === undefined) return { ...surveyOf(text.slice(0, lengthOfFirstBit(text))), endLine: 1 };
      return { end: cut.start, endLine: cut.line, deep: deep.filter(({ start }) => start < cut.start) };
    }
    if (isDeep) deep.push({ ...line, end: line.start + lead.length });
    quotesBefore = quotes;
    if (words === '' && items === 0) column = 0;
    else if (items + quotes > 0 && !isLazy) column = lead.length;
    wasBlank = /^[ \t]*$/.test(whole);
  }
  return { end: text.length, endLine: 1, deep };
}

/** How many times a global pattern matches. */
export function countIn(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function* linesOf(text: string): Generator<Stretch> {
  const lineEnd = /\r\n?|\n/g;
  let start = 0;
  for (let line = 1; ; line += 1) {
    const found = lineEnd.exec(text);
    yield { start, end: found?.index ?? text.length, line };
    if (found === null) return;
    start = lineEnd.lastIndex;
  }
}

/** A nested list needs at least two columns, and its marker takes one of them. */
function levelsIn(lead: string, own: number): number {
  const columns = countIn(lead, / /g) + 4 * countIn(lead, /\t/g);
  return own + Math.max(0, columns - own) / 2;
}

/** The length of the first part, without splitting a surrogate pair. */
function lengthOfFirstBit(text: string): number {
  return /[\ud800-\udbff]$/.test(text.slice(0, firstBit)) ? firstBit - 1 : firstBit;
}
