import { commonest } from '../style/vote.ts';
import { formOf, type LineForm, type Piece, type Sample } from './line-form.ts';

/** A word that at least this share of the lines have belongs to their form. */
const mostOfThem = 0.8;

/** A form that fewer of the lines share than this is the form of none. */
const leastShare = 0.3;

/**
 * The form that most lines have; of equally common ones, that of the latest. Where they agree only in part, the rest
 * counts as words. Undefined if they have nothing in common.
 */
export function commonForm(samples: readonly Sample[]): LineForm | undefined {
  const numbered = numberedAlike(samples);
  const forms = areOfAdrs(numbered) ? numbered : withoutNumbers(samples);
  if (forms.length === 0) return undefined;
  const shared = forms.length === 1 ? undefined : mostCommon(forms);
  const apart = forms.map((form) => wordsApart(form, forms));
  // A line that says nothing but the facts shows the form of all.
  const isPlain = (form: LineForm) => !form.some(isWords) && form.some((piece) => has(piece, 'title'));
  return shared ?? mostCommon(apart) ?? apart.findLast(isPlain);
}

/**
 * The forms of some lines, whose numbers have as many digits as those that are filled up with zeros, so “9” and “10” have
 * the same form. Where few lines have the number of their ADR, those that do are about something else.
 */
function numberedAlike(samples: readonly Sample[]): LineForm[] {
  const forms = samples.map((sample) => formOf(sample));
  const numbers = forms.map((form) => form.filter(isNumber));
  if (numbers.filter(({ length }) => length > 0).length < forms.length * mostOfThem) return withoutNumbers(samples);
  const widthOf = (place: number) => {
    const isFilled = (width: number | undefined, line: number) =>
      width !== undefined && width > String(samples[line]?.entry.number ?? '').length;
    return numbers.map((pieces) => pieces[place]?.width).findLast(isFilled) ?? 1;
  };
  return forms.map((form, line) =>
    form.map((piece) => (isNumber(piece) ? { ...piece, width: widthOf(numbers[line]?.indexOf(piece) ?? 0) } : piece)),
  );
}

const withoutNumbers = (samples: readonly Sample[]) =>
  samples.map(({ text, entry }) => formOf({ text, entry: { ...entry, number: undefined } }));

/** Whether the numbers in lines that tell no other fact are in the same place of each. Else they are there by chance. */
function areOfAdrs(forms: readonly LineForm[]): boolean {
  const isTold = forms.some((form) => form.some((piece) => typeof piece !== 'string' && piece.field !== 'number'));
  if (isTold || !forms.some((form) => form.some(isNumber))) return true;
  const shapes = forms.map((form) => JSON.stringify(form));
  return shapes.filter((shape) => shape === commonest(shapes)).length >= forms.length * mostOfThem;
}

const isNumber = (piece: Piece) => typeof piece !== 'string' && piece.field === 'number';

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
    return forms.length === 1 ? isMark(word) : (counts.get(word) ?? 0) >= forms.length * mostOfThem;
  };
  return withoutLoneClosing(
    joinWords(form.flatMap((piece): Piece[] => (typeof piece === 'string' ? textApart(piece, isCommon) : [piece]))),
  );
}

/** Words with only blanks between them are a phrase: if one of them is that of a single line, so are the others. */
function textApart(text: string, isCommon: (word: string) => boolean): Piece[] {
  // Words are at odd places, and what is between them at even ones.
  const parts = text.split(/([\p{L}\p{N}]+)/u);
  const own = new Set<number>();
  let phrase: number[] = [];
  for (let at = 1; at < parts.length; at += 2) {
    if (phrase.length > 0 && /[^ \t]/.test(parts[at - 1] ?? '')) phrase = [];
    phrase.push(at);
    const isOwn = !isCommon(parts[at] ?? '') || phrase.some((place) => own.has(place));
    if (isOwn) for (const place of phrase) own.add(place);
    // Those before it are done.
    if (isOwn) phrase = [at];
  }
  return parts.flatMap((part, at): Piece[] => {
    const isWords = own.has(at) && !(isMark(part) && isCommon(part));
    return part === '' ? [] : [isWords ? { field: 'words' } : part];
  });
}

const isMark = (word: string) => /^adr$/i.test(word);

/** A form without the parenthesis that closes one in the words before it. */
function withoutLoneClosing(form: LineForm): LineForm {
  let open = 0;
  return form.flatMap((piece, index): readonly Piece[] => {
    if (typeof piece !== 'string') return [piece];
    const isLone = open === 0 && /^[)）]/.test(piece) && isWords(form[index - 1]);
    const kept = isLone ? piece.slice(1) : piece;
    open += (kept.match(/[(（]/g)?.length ?? 0) - (kept.match(/[)）]/g)?.length ?? 0);
    return kept === '' ? [] : [kept];
  });
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
