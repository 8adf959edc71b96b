/** An item of a list as it is typed. */
export interface TypedItem {
  readonly indent: number;
  readonly isOrdered: boolean;
  readonly number: number;
  readonly words: string;
}

/** Reads a line as an item, if it is one. */
export function readItem(line: string | undefined): TypedItem | undefined {
  const { mark, words } = /^\s*(?<mark>[-*•◦▪]|\d{1,9}[.)])\s+(?<words>\S.*)$/.exec(line ?? '')?.groups ?? {};
  if (line === undefined || mark === undefined || words === undefined) return undefined;
  const isOrdered = /^\d/.test(mark);
  return { indent: indentOf(line), isOrdered, number: isOrdered ? Number.parseInt(mark, 10) : 1, words };
}

/** How far a line is indented; a tab counts as four blanks. */
export function indentOf(line: string): number {
  return (/^\s*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;
}

/** A line of text as it must be typed: with a backslash, if it would begin a list, a quotation or code. */
export function escapeLine(line: string): string {
  return isSpecial(line) ? `\\${line}` : line;
}

/** Undoes `escapeLine`. */
export function unescapeLine(line: string): string {
  return line.startsWith('\\') && isSpecial(line.slice(1)) ? line.slice(1) : line;
}

/** Words of a text that has only one line, where nothing begins but `unescapeLine` still takes a backslash. */
export function escapeOnlyLine(line: string): string {
  return unescapeLine(line) === line ? line : `\\${line}`;
}

/** Behind any backslashes, because one that is meant as such gets another. */
function isSpecial(line: string): boolean {
  const words = line.replace(/^\\+/, '');
  return readItem(words) !== undefined || /^\s*(?:>(?!\s*\d)|`{3})/.test(words);
}
