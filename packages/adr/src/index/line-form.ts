import { isDated } from '../name/adr-mark.ts';
import { baseName } from '../name/adr-path.ts';
import { urlOfFile } from '../read/links/linked-file.ts';
import { dateForms, readDate, writeDate } from '../read/metadata/date.ts';
import { folderIn, withoutExtension } from './find-listed.ts';
import type { IndexEntry } from './index-entry.ts';
import { type Destination, destinationOf, pathTo } from './line-addresses.ts';

/** A piece of a line: fixed text, a fact of its ADR in some form, or words of which nobody knows where they are from. */
export type Piece =
  | string
  | { readonly field: 'title' | 'words' }
  | { readonly field: 'status'; readonly case: 'lower' | 'capital' | 'upper' }
  | { readonly field: 'number'; readonly width: number }
  | { readonly field: 'date'; readonly form: string }
  | { readonly field: 'name'; readonly hasExtension: boolean }
  | {
      readonly field: 'url';
      readonly before: string;
      readonly to: Destination;
      readonly isRaw: boolean;
      /** In a link of a wiki, in which blanks are blanks. */
      readonly isName: boolean;
    };

/** How a line, or a cell of a table, says what it says. */
export type LineForm = readonly Piece[];

/** A line of an index, or a cell of it, and the ADR that it is about. */
export interface Sample {
  readonly text: string;
  readonly entry: IndexEntry;
}

/** The texts of some lines. */
export const textsOf = (samples: readonly Sample[]) => samples.map(({ text }) => text);

/**
 * Finds the facts of an ADR in a line about it. `hasOwnDate`: a date in the line is that of its ADR, even if it differs.
 */
export function formOf({ text, entry }: Sample, hasOwnDate = true): LineForm {
  const { title, number, status } = entry;
  const date = dayOf(entry);
  let pieces: readonly Piece[] = splitUrls(text, entry);
  const name = baseName(folderIn(entry));
  pieces = split(pieces, name, () => ({ field: 'name', hasExtension: true }));
  pieces = split(pieces, withoutExtension(name), () => ({ field: 'name', hasExtension: false }));
  for (const variant of variantsOf(title)) pieces = split(pieces, variant, () => ({ field: 'title' }));
  if (date !== undefined)
    for (const form of dateForms) pieces = split(pieces, writeDate(date, form), () => ({ field: 'date', form }));
  if (hasOwnDate) pieces = splitDates(pieces);
  if (status !== undefined) pieces = split(pieces, status, (found) => ({ field: 'status', case: caseOf(found) }), true);
  return number === undefined ? pieces : splitNumbers(pieces, number);
}

/** Writes the line of an ADR in a form. `words` takes the place of the words that belong to no fact. */
export function writeLine(form: LineForm, entry: IndexEntry, words: string): string {
  return form.map((piece) => (typeof piece === 'string' ? piece : writePiece(piece, entry, words))).join('');
}

function writePiece(piece: Exclude<Piece, string>, entry: IndexEntry, words: string): string {
  switch (piece.field) {
    case 'title':
      return entry.title;
    case 'status':
      return inCase(entry.status ?? '', piece.case);
    case 'words':
      return words;
    case 'number':
      return entry.number === undefined ? '' : String(entry.number).padStart(piece.width, '0');
    case 'date': {
      const day = dayOf(entry);
      return day === undefined ? '' : writeDate(day, piece.form);
    }
    case 'name': {
      const name = baseName(folderIn(entry));
      return piece.hasExtension ? name : withoutExtension(name);
    }
    case 'url': {
      const path = pathTo(piece.to, entry);
      const isAsItIs = piece.isName || (piece.isRaw && !/[\s()<>%?#]/.test(path));
      return piece.before + (isAsItIs ? path : urlOfFile(path));
    }
  }
}

/** The case in which an index has a status, whatever case the ADR has it in. */
function caseOf(word: string): 'lower' | 'capital' | 'upper' {
  if (!/\p{Lu}/u.test(word)) return 'lower';
  return /\p{Ll}/u.test(word) ? 'capital' : 'upper';
}

/** Writes a status in a case. */
function inCase(word: string, form: ReturnType<typeof caseOf>): string {
  if (form !== 'capital') return form === 'upper' ? word.toUpperCase() : word.toLowerCase();
  return word.replace(/\p{L}/u, (first) => first.toUpperCase());
}

/** The date of an ADR: the one in its name, in houses that begin names with dates, or else its own. */
function dayOf(entry: IndexEntry): string | undefined {
  const name = baseName(folderIn(entry));
  return (isDated(name) ? readDate(name.slice(0, 10).replaceAll('_', '-'))?.date : undefined) ?? entry.date;
}

/** How a title may stand in an index: as Markdown, or with as few escapes and marks as people use. */
function variantsOf(title: string): string[] {
  const plain = title.replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '');
  const bare = plain.replaceAll(/[`*]/g, '');
  return [...new Set([title, plain, bare].map((variant) => variant.trim()))].filter((variant) => variant.length > 1);
}

function splitUrls(text: string, entry: IndexEntry): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const addresses = /(?:\]\(<?|(?<code>`))(?<link>[^)\s>`]{1,1000})|\[\[(?<wiki>[^\][|#\\\n]{1,300})/g;
  for (const match of text.matchAll(addresses)) {
    const { link, wiki, code } = match.groups ?? {};
    const url = link ?? wiki ?? '';
    const to = destinationOf(url, entry, code !== undefined);
    if (to === undefined) continue;
    const path = pathTo(to, entry);
    // What is in code is no address in which letters have to be written otherwise.
    const isName = wiki !== undefined;
    const isRaw = code !== undefined || isName || url.endsWith(path);
    const written = isRaw ? path : urlOfFile(path);
    if (!url.endsWith(written)) continue;
    const start = match.index + match[0].length - url.length;
    const before = url.slice(0, url.length - written.length);
    pieces.push(text.slice(end, start), { field: 'url', before, to, isRaw, isName });
    end = start + url.length;
  }
  return [...pieces, text.slice(end)].filter((piece) => piece !== '');
}

/** Puts a piece in place of a text, whatever its case, wherever it stands as whole words. */
function split(pieces: readonly Piece[], text: string, make: (found: string) => Piece, onlyOnce = false): Piece[] {
  const wanted = text.toLowerCase();
  let isDone = false;
  return pieces.flatMap((piece): Piece[] => {
    if (typeof piece !== 'string' || wanted === '') return [piece];
    const folded = piece.toLowerCase();
    // Only in a few letters of some languages does the length change; positions would be wrong then.
    if (folded.length !== piece.length) return [piece];
    const found: Piece[] = [];
    let end = 0;
    for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
      if (isDone || !isWhole(piece, at, at + wanted.length) || at < end) continue;
      const stop = at + wanted.length;
      found.push(piece.slice(end, at), make(piece.slice(at, stop)));
      end = stop;
      isDone = onlyOnce;
    }
    return [...found, piece.slice(end)].filter((one) => one !== '');
  });
}

const letter = /[\p{L}\p{N}]/u;

function isWhole(text: string, start: number, end: number): boolean {
  const isInside = (one: string, other: string) =>
    letter.test(one) && letter.test(other) && isSpaced(one) && isSpaced(other);
  return !isInside(text.charAt(start - 1), text.charAt(start)) && !isInside(text.charAt(end - 1), text.charAt(end));
}

/** Whether words of this script are set apart by blanks. */
const isSpaced = (character: string) => !/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u.test(character);

/** Takes any date for that of the ADR. */
function splitDates(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece): readonly Piece[] => {
    const found = typeof piece === 'string' ? readDate(piece) : undefined;
    if (found === undefined) return [piece];
    return split([piece], writeDate(found.date, found.form), () => ({ field: 'date', form: found.form }));
  });
}

function splitNumbers(pieces: readonly Piece[], number: number): Piece[] {
  return pieces.flatMap((piece): Piece[] => {
    if (typeof piece !== 'string') return [piece];
    const found: Piece[] = [];
    let end = 0;
    for (const match of piece.matchAll(/(?<![\d.])\d{1,9}(?![\d]|\.\d)/g)) {
      if (Number(match[0]) !== number) continue;
      found.push(piece.slice(end, match.index), { field: 'number', width: match[0].length });
      end = match.index + match[0].length;
    }
    return [...found, piece.slice(end)].filter((one) => one !== '');
  });
}
