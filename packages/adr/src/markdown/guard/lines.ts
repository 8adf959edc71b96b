import { countIn, type TextRange } from './text-range.ts';

/**
 * How deeply quotations and lists may nest. Nobody writes a hundred levels, and walking deeper trees overflows the
 * stack.
 */
export const deepest = 100;

/** The characters that begin quotations, lists, and footnotes at the start of a line. */
export const markers = /[>\-+*.)[]/g;

const leads = /^(?:[ \t]|>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^[\]\s]{1,99}\]:)*/;

/** A line of Markdown, with what the parser has to open and close for it. */
export interface Line extends TextRange {
  /** The markers and blanks at the start of the line. */
  readonly lead: string;
  /** The rest of the line. */
  readonly words: string;
  /** The most quotations and lists that may contain this line, its own included. */
  readonly levels: number;
  /** It is nested too deeply. The guard has it read as plain text, which has no quotations or lists. */
  readonly isDeep: boolean;
  readonly items: number;
  readonly quotes: number;
  /** Quotations that the line before does not have. */
  readonly newQuotes: number;
  /** The column at which the words of the surrounding list or quotation begin. */
  readonly column: number;
  /** It continues a list or quotation with less indentation. */
  readonly isLazy: boolean;
  readonly isBlank: boolean;
  readonly followsBlankLine: boolean;
}

type Before = Pick<Line, 'quotes' | 'column' | 'isBlank'>;

/** The lines of a text one after the other, in linear time. At most `longest` characters of each are looked at. */
export function* readLines(text: string, longest: number): Generator<Line> {
  let before: Before = { quotes: 0, column: 0, isBlank: false };
  for (const range of rangesOfLines(text)) {
    const line = readLine(text.slice(range.start, Math.min(range.end, range.start + longest)), range, before);
    yield line;
    before = line;
  }
}

function readLine(written: string, range: TextRange, before: Before): Line {
  const lead = leads.exec(written)?.[0] ?? '';
  const words = written.slice(lead.length);
  const own = countIn(lead, markers);
  const levels = levelsIn(lead, own);
  const isDeep = own > 0 && levels > deepest;
  const quotes = isDeep ? 0 : countIn(lead, />/g);
  const items = isDeep ? 0 : own - quotes;
  const isLazy = lead.length < before.column && items === 0;
  return {
    ...range,
    lead,
    words,
    levels,
    isDeep,
    items,
    quotes,
    newQuotes: Math.max(0, quotes - before.quotes),
    column: words === '' && items === 0 ? 0 : items + quotes > 0 && !isLazy ? lead.length : before.column,
    isLazy,
    isBlank: /^[ \t]*$/.test(written),
    followsBlankLine: before.isBlank,
  };
}

/** A nested list needs at least two columns, and its marker takes one of them. */
function levelsIn(lead: string, own: number): number {
  const columns = countIn(lead, / /g) + 4 * countIn(lead, /\t/g);
  return own + Math.max(0, columns - own) / 2;
}

function* rangesOfLines(text: string): Generator<TextRange> {
  const lineEnd = /\r\n?|\n/g;
  let start = 0;
  for (let line = 1; ; line += 1) {
    const found = lineEnd.exec(text);
    yield { start, end: found?.index ?? text.length, line };
    if (found === null) return;
    start = lineEnd.lastIndex;
  }
}
