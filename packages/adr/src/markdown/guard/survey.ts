/** A stretch of a text, in UTF-16 units; `line` is that of its start, from 1. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** What a look at the lines of a text shows. */
export interface Survey {
  /** Where reading ends: at the end of the text, or at the start of a line. */
  readonly end: number;
  readonly endLine: number;
  /** The beginnings, up to the words, of lines that are nested too deeply. */
  readonly deep: readonly Stretch[];
}

/**
 * The most of each that is read of a text; of several, each takes its share. Alone, each costs the parser half a second
 * or less, and 100 MB: pieces take half a kB each, list items 16 kB; each line is looked at once for each level in which
 * it stands; quotations, underlined headings and lazy lines (CommonMark: paragraph continuation text without the marks
 * of its list or quotation) take time with the square of their number (measured: micromark 4, Node 24). A real ADR has a
 * hundredth of that.
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

/** Quotations and lists within each other. Nobody writes a hundred, and whoever walks deep trees runs out of stack. */
export const deepest = 100;

/** What is too much is read up to this share, so that it is not too much again when it is written anew. */
const shareRead = 0.8;

/** So much is read of a text of which not even the first line is short enough. */
const firstBit = 10_000;

/** The characters that the parser takes time for inside a paragraph. */
export const marks = /[*_~[\]!<&`]/g;

/** What cuts the words of a line into pieces, of which the parser makes an object each. */
export const cuts = /[\\@\t\0]| +/g;

/** What makes quotations, lists and footnotes, in the lead of a line. */
export const markers = /[>\-+*.)[]/g;

const leads = /^(?:[ \t]|>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^[\]\s]{1,99}\]:)*/;

interface Line {
  /** What stands before the words, and the words. */
  readonly lead: string;
  readonly words: string;
  /** As many as there can be of quotations and lists that it stands in, with its own. */
  readonly levels: number;
  readonly items: number;
  readonly quotes: number;
  readonly quotesBefore: number;
  /** Less indented than the list or quotation that it goes on with. */
  readonly isLazy: boolean;
}

/** How much of each a line has. */
const measures: readonly (readonly [Measure, (line: Line) => number])[] = [
  ['characters', ({ lead, words }) => lead.length + words.length],
  ['pieces', ({ words }) => countIn(words, cuts)],
  // Writing a text anew may add a blank line for each other one; they cost little.
  ['lines', ({ lead, words }) => (words === '' && lead.trim() === '' ? 1 / 8 : 1)],
  ['marks', ({ words }) => countIn(words, marks)],
  ['bars', ({ words }) => countIn(words, /\|/g)],
  ['levels', ({ levels }) => Math.min(levels, deepest)],
  ['items', ({ items }) => items],
  ['quotations', ({ quotes, quotesBefore }) => Math.max(0, quotes - quotesBefore)],
  ['lazyLines', ({ isLazy }) => (isLazy ? 1 : 0)],
  ['underlines', ({ lead, words }) => (/^(?:=+|-+)[ \t]*$/.test(words) || /-[ \t]*$/.test(lead) ? 1 : 0)],
];

/** Looks through the lines of a text, in time that grows with its length alone. */
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
    // It is taken for plain text, in which nothing is a quotation or a list.
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

/** How often a pattern, a global one, is found. */
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

/** A list needs two columns inside another one, of which its marker takes one. */
function levelsIn(lead: string, own: number): number {
  const columns = countIn(lead, / /g) + 4 * countIn(lead, /\t/g);
  return own + Math.max(0, columns - own) / 2;
}

/** Up to a whole character. */
function lengthOfFirstBit(text: string): number {
  return /[\ud800-\udbff]$/.test(text.slice(0, firstBit)) ? firstBit - 1 : firstBit;
}
