import type { StatusText } from '../content/content.ts';
import type { AdrLanguage } from '../language/adr-language.ts';
import type { AdrDocument } from '../read/document.ts';
import { isInPart } from '../read/links/phrases.ts';
import {
  formerStatuses,
  isBehind,
  isCarriedOut,
  meaningOfStatus,
  statusWords,
  unlinked,
  withoutShortcode,
} from '../read/metadata/status.ts';
import type { HouseStyle } from './house-style.ts';
import { withoutDate } from './status-form.ts';
import { commonValue, shareOf } from './vote.ts';

/** The share of the files from which on the house has its own word for a status as the usual one is spelled. */
const usual = 0.15;

/**
 * The words for statuses: as files show them, and all others in the language, in the case
 * and between the marks that most of those have.
 * A house that has both “Approved” and “Implemented” approves its ADRs first.
 */
export function statusWordsOf(documents: readonly AdrDocument[], language: AdrLanguage): HouseStyle['statusWords'] {
  return statusWordsIn(
    documents.flatMap(({ statuses: [first] }) => first?.value ?? []),
    language,
  );
}

/**
 * The words for statuses, as some statuses in the order of time show them. Where these only say that a decision was carried
 * out, it is accepted with the word that the whole house has.
 */
export function statusWordsIn(
  statuses: readonly StatusText[],
  language: AdrLanguage,
  house?: HouseStyle['statusWords'],
): HouseStyle['statusWords'] {
  const shown = statuses.flatMap((status) => {
    const word = withoutDate(status.word.slice(formerStatuses(status.word).length));
    // What holds in part is another statement than what holds.
    return isInPart(word) || isBehind(word) ? [] : [{ word, meaning: meaningOfStatus(word) }];
  });
  const known = shown.filter(({ meaning }) => meaning !== undefined);
  const formed = known.length > 0 ? known : shown;
  const form = commonValue(formed, ({ word }) => formOf(word));
  const isFormCertain = formed.filter(({ word }) => JSON.stringify(formOf(word)) === JSON.stringify(form)).length > 1;
  const plainWords = statusWords(
    language,
    commonValue(known, ({ word }) => word),
  );
  const words = Object.fromEntries(
    Object.entries(plainWords).map(([status, plain]) => [
      status,
      seenWord(
        shown.filter(({ meaning }) => meaning === status),
        status === 'accepted' ? ({ word }) => !isCarriedOut(word) : isSpelled(plain),
        // Nobody has carried out yet what was just decided.
        status === 'accepted' ? 0 : usual,
        isFormCertain ? form : undefined,
      ) ?? write(plain, form),
    ]),
  );
  const general = house?.accepted;
  const isTooMuch = isCarriedOut(words.accepted ?? '') && general !== undefined && !isCarriedOut(general);
  return isTooMuch ? { ...words, accepted: write(bare(general), form) } : words;
}

/**
 * The words of a house whose ADRs only say that theirs was carried out, with the word for “accepted” that its template
 * offers: nobody has carried out yet what was just decided.
 */
export function withOfferedWord(
  words: HouseStyle['statusWords'],
  template: Pick<AdrDocument, 'statuses'> | undefined,
): HouseStyle['statusWords'] {
  const { accepted = '' } = words;
  if (!isCarriedOut(bare(accepted))) return words;
  const offered = template?.statuses.flatMap(({ value: { word, remainder } }) =>
    (word + remainder).split(/[^\p{L}\p{M} -]+/u).map((one) => one.trim()),
  );
  const general = offered?.find((word) => meaningOfStatus(word) === 'accepted' && !isCarriedOut(word));
  return general === undefined ? words : { ...words, accepted: write(general.toLowerCase(), formOf(accepted)) };
}

/**
 * The most common word; of those that are first in line, if the house has them often enough. One that a single ADR has
 * is in the form that most words have: it may be a slip.
 */
function seenWord(
  shown: readonly Shown[],
  isFirst: (shown: Shown) => boolean,
  fromShare: number,
  form: WordForm | undefined,
): string | undefined {
  const among = shown.some(isFirst) && shareOf(shown, isFirst) >= fromShare ? shown.filter(isFirst) : shown;
  const spelling = commonValue(among, ({ word }) => spelled(word));
  const alike = among.filter(({ word }) => spelled(word) === spelling);
  const word = commonValue(alike, ({ word }) => (unlinked(word) === word ? word : undefined));
  const [linked] = alike;
  if (word === undefined) return linked && write(bare(unlinked(linked.word)), formOf(linked.word));
  const isSlip = alike.length === 1 && hasOtherForm(word, form);
  return isSlip ? write(bare(word), form) : word;
}

const spelled = (word: string) => bare(unlinked(word)).toLowerCase();

/** Whether a word that could have the form that most have is in another one. Signs are part of a word. */
function hasOtherForm(word: string, form: WordForm | undefined): boolean {
  return form !== undefined && word === write(bare(word), formOf(word)) && word !== write(bare(word), form);
}

function isSpelled(plain: string): (shown: Shown) => boolean {
  return ({ word }) => bare(word).toLowerCase() === plain.toLowerCase();
}

interface Shown {
  readonly word: string;
}

/** The case of a word, and the marks around it: emphasis, or brackets as in `[accepted]`. */
interface WordForm {
  readonly letters: 'lower' | 'capital' | 'upper';
  readonly open: string;
  readonly close: string;
}

const opening = /^[*_`[]+/;
const closing = /(?<![*_`\]])[*_`\]]+$/;

function bare(word: string): string {
  return withoutShortcode(word).replaceAll(/^[^\p{L}]+|(?<![^\p{L}])[^\p{L}]+$/gu, '');
}

function formOf(written: string): WordForm {
  const word = unlinked(written);
  const open = opening.exec(word)?.[0] ?? '';
  const close = closing.exec(word)?.[0] ?? '';
  const letters = bare(word);
  const isUpper = letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  const isCapital = /^\p{Lu}/u.test(letters);
  return { letters: isUpper ? 'upper' : isCapital ? 'capital' : 'lower', open, close };
}

function write(word: string, form: WordForm | undefined): string {
  const { letters = 'lower', open = '', close = '' } = form ?? {};
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  return open + { lower: word, capital, upper: word.toUpperCase() }[letters] + close;
}
