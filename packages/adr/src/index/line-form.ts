import { isDated } from '../name/adr-mark.ts';
import { baseName } from '../name/adr-path.ts';
import { urlOfFile } from '../read/links/linked-file.ts';
import { dateForms, readDate, writeDate } from '../read/metadata/date.ts';
import type { IndexEntry } from './index-entry.ts';
import { type Destination, destinationOf } from './line-addresses.ts';
import { folderIn } from './read-index.ts';

/** A piece of a line: fixed text, a fact of its ADR in some form, or words of which nobody knows where they are from. */
export type Piece =
  | string
  | { readonly field: 'title' | 'words' }
  | { readonly field: 'status'; readonly case: 'as it is' | 'capital' | 'upper' }
  | { readonly field: 'number'; readonly width: number }
  | { readonly field: 'date'; readonly form: string }
  | { readonly field: 'name'; readonly hasExtension: boolean }
  | {
      readonly field: 'url';
      readonly before: string;
      readonly to: Destination;
      readonly isRaw: boolean;
    };

/** How a line, or a cell of a table, says what it says. */
export type LineForm = readonly Piece[];

/** A line of an index, or a cell of it, and the ADR that it is about. */
export interface Sample {
  readonly text: string;
  readonly entry: IndexEntry;
}

/** Finds the facts of an ADR in a line about it. */
export function formOf({ text, entry }: Sample): LineForm {
  const { title, number, status } = entry;
  const date = dayOf(entry);
  let pieces: readonly Piece[] = splitUrls(text, entry);
  const name = baseName(folderIn(entry));
  pieces = split(pieces, name, () => ({ field: 'name', hasExtension: true }));
  pieces = split(pieces, withoutExtension(name), () => ({ field: 'name', hasExtension: false }));
  for (const variant of variantsOf(title)) pieces = split(pieces, variant, () => ({ field: 'title' }));
  if (date !== undefined)
    for (const form of dateForms) pieces = split(pieces, writeDate(date, form), () => ({ field: 'date', form }));
  pieces = splitDates(pieces);
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
      const path = piece.to === 'file' ? entry.file : folderIn(entry) + (piece.to === 'folder/' ? '/' : '');
      return piece.before + (piece.isRaw && !/[\s()<>%?#]/.test(path) ? path : urlOfFile(path));
    }
  }
}

/** The case in which an index has a status, whatever case the ADR has it in. */
function caseOf(word: string): 'as it is' | 'capital' | 'upper' {
  if (!/\p{Lu}/u.test(word)) return 'as it is';
  return /\p{Ll}/u.test(word) ? 'capital' : 'upper';
}

/** Writes a status in a case. */
function inCase(word: string, form: ReturnType<typeof caseOf>): string {
  if (form === 'upper') return word.toUpperCase();
  return form === 'capital' ? word.replace(/\p{L}/u, (first) => first.toUpperCase()) : word;
}

const withoutExtension = (name: string) => name.replace(/\.(?:md|markdown)$/i, '');

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
  const folder = folderIn(entry);
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(/\]\(<?(?<url>[^)\s>]{1,1000})/g)) {
    const { url = '' } = match.groups ?? {};
    const to = destinationOf(url, entry);
    if (to === undefined) continue;
    const path = to === 'file' ? entry.file : to === 'folder' ? folder : `${folder}/`;
    const isRaw = url.endsWith(path);
    const written = isRaw ? path : urlOfFile(path);
    if (!url.endsWith(written)) continue;
    const start = match.index + match[0].length - url.length;
    const before = url.slice(0, url.length - written.length);
    pieces.push(text.slice(end, start), { field: 'url', before, to, isRaw });
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

/** An index that has another date than its ADR has a date all the same. */
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

/** A word that at least this share of the lines have belongs to their form. */
const mostOfThem = 0.8;

/** A form that fewer of the lines share than this is the form of none. */
const leastShare = 0.3;

/**
 * The form that most lines have; of equally common ones, that of the latest. Where they agree only in part, the rest
 * counts as words. Undefined if they have nothing in common.
 */
export function commonForm(samples: readonly Sample[]): LineForm | undefined {
  const forms = samples.map((sample) => joinNumbers(formOf(sample)));
  if (forms.length === 0) return undefined;
  const shared = forms.length === 1 ? undefined : mostCommon(forms);
  const apart = forms.map((form) => wordsApart(form, forms));
  // A line that says nothing but the facts shows the form of all.
  const isPlain = (form: LineForm) => !form.some(isWords) && form.some((piece) => has(piece, 'title'));
  return shared ?? mostCommon(apart) ?? apart.findLast(isPlain);
}

/** Numbers are written with as many digits as the widest has, so “9” and “10” have the same form. */
function joinNumbers(form: LineForm): LineForm {
  return form.map((piece) =>
    typeof piece !== 'string' && piece.field === 'number' && piece.width < 3 ? { field: 'number', width: 1 } : piece,
  );
}

function mostCommon(forms: readonly LineForm[]): LineForm | undefined {
  const counts = new Map<string, { form: LineForm; count: number }>();
  for (const form of forms) {
    const key = JSON.stringify(form);
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.delete(key);
    counts.set(key, { form, count });
  }
  const best = [...counts.values()].reduce((one, other) => (other.count >= one.count ? other : one));
  const least = forms.length === 1 ? 1 : Math.max(2, forms.length * leastShare);
  return best.count >= least ? best.form : undefined;
}

/** Puts `words` in place of what only few lines say. In a single line, these are all words but “ADR”. */
function wordsApart(form: LineForm, forms: readonly LineForm[]): LineForm {
  const counts = new Map<string, number>();
  for (const one of forms)
    for (const word of new Set(one.flatMap(wordsIn))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const isCommon = (word: string) => {
    return forms.length === 1 ? /^adr$/i.test(word) : (counts.get(word) ?? 0) >= forms.length * mostOfThem;
  };
  const apart = form.flatMap((piece): Piece[] =>
    typeof piece !== 'string'
      ? [piece]
      : piece.split(/([\p{L}\p{N}]+)/u).flatMap((part, index): Piece[] => {
          if (part === '') return [];
          return index % 2 === 0 || isCommon(part) ? [part] : [{ field: 'words' }];
        }),
  );
  return joinWords(apart);
}

const wordsIn = (piece: Piece) => (typeof piece === 'string' ? (piece.match(/[\p{L}\p{N}]+/gu) ?? []) : []);

const has = (piece: Piece | undefined, field: 'title' | 'words') => typeof piece === 'object' && piece.field === field;
const isWords = (piece: Piece | undefined) => has(piece, 'words');

/** Words, and what is between them, are one piece. So is fixed text. */
function joinWords(pieces: readonly Piece[]): LineForm {
  const joined: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const last = joined.at(-1);
    if (isWords(piece) && isWords(last)) continue;
    if (typeof piece === 'string' && isWords(last) && isBetweenWords(pieces, index)) continue;
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

/** Whether there are more words behind some text, and no mark that sets parts of a line apart. */
function isBetweenWords(pieces: readonly Piece[], index: number): boolean {
  for (const piece of pieces.slice(index)) {
    if (isWords(piece)) return true;
    if (typeof piece !== 'string' || /[[\]|]/.test(piece)) return false;
  }
  return false;
}
