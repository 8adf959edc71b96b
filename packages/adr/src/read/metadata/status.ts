import type { Status, StatusText } from '../../content/content.ts';
import { type AdrLanguage, adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { foldWord, wordTable } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';
import { remembering } from '../../text/remembering.ts';
import { statusBehind } from './status-behind.ts';

const statuses: readonly Status[] = [
  'draft',
  'proposed',
  'accepted',
  'rejected',
  'deprecated',
  'superseded',
  'withdrawn',
];
const statusByWord = wordTable((words) =>
  statuses.map((status) => [status, words.statuses[status].replaceAll('/', ' | ')] as const),
);

/** A pattern for all words for statuses, with and without their accents, the longest first. */
function anyWord(): string {
  const written = adrLanguages.flatMap((language) =>
    statuses.flatMap((status) => variantsOf(adrWords[language].statuses[status].replaceAll('/', ' | '))),
  );
  const words = [...written.map((word) => word.toLowerCase()), ...statusByWord.words];
  return `(?:(?:${oneOf(words.filter((word) => !isDense(word)))})(?!\\p{L})|${oneOf(words.filter(isDense))})`;
}

/** A sign as chats and forges write it: “:white_check_mark:”. */
const shortcode = ':[a-z0-9_+-]{2,30}:\\s?';
const opening = `(?:(?:${shortcode})?[^\\p{L}\\p{N}{<[|]{0,12})`;
const bracket = '(?<bracket>\\[[*_`]{0,2})?';
const partlyWords = adrLanguages.flatMap((language) => variantsOf(adrWords[language].partly));
/** What says that a status holds in part: “Partially superseded”, “部分替代”. */
const inPart = `(?:(?:${oneOf(partlyWords.filter((word) => !isDense(word)))})[ -]|${oneOf(partlyWords.filter(isDense))})`;
const restOfStatus = `${anyWord()}(?:\\*\\*|__|[*_\`])?)(?<remainder>[\\s\\S]*)$`;
const whole = new RegExp(`^(?<word>${opening}${bracket}${restOfStatus}`, 'iu');
const partly = new RegExp(`^(?<word>${opening}${bracket}${inPart}${restOfStatus}`, 'iu');
const startsInPart = new RegExp(`^${opening}${bracket}${inPart}`, 'iu');

/** A status at the beginning of a text. Two patterns, as one with both would take a tenth of a second to compile. */
function findStatus(text: string): RegExpExecArray | undefined {
  return whole.exec(text) ?? (startsInPart.test(text) ? partly.exec(text) : null) ?? undefined;
}

/** A sign that is all there is behind a word: “Accepted ✅”. */
export const isSign = /^ {0,2}\p{Extended_Pictographic}\ufe0f?$/u;

const endOfBracket = /^(?:[^[\]()\n]{1,200}(?=\]\())?\](?:\([^()\s]{0,500}\))?/;

const arrow = '(?:→|➔|➜|⇒|=>|-{1,2}>)';
/** Statuses that hold no more, in front of the present one: “~~Proposed~~ Accepted”, “Proposed → Accepted”. */
const formerly = new RegExp(
  `^(?:~~[^~\\n]{1,60}~~[\\s,;:/|]{0,3}(?:${arrow}\\s{0,3}|[-–—]\\s{1,3})?|[^\\n→➔➜⇒>|[\\]]{1,40}?\\s{0,3}${arrow}\\s{0,3}){1,8}`,
  'u',
);

/** Former statuses are struck out, or have an arrow behind them. */
const mayBeFormer = /[~→➔➜⇒>]/;

/** What a status says of former ones, in front of the present one. */
export function formerStatuses(written: string): string {
  if (!mayBeFormer.test(written)) return '';
  const former = formerly.exec(written)?.[0] ?? '';
  return findStatus(written.slice(former.length)) !== undefined ? former : '';
}

/** HTML around a status: “<span>Accepted</span>”. */
const tagsBefore = /^\s*(?:<[a-z][^<>\n]{0,200}>\s?){1,4}/i;
const codeBefore = new RegExp(`^[*_]*${shortcode}`, 'u');

/**
 * Splits a status into its word, perhaps in brackets or linked, and the rest. An unknown status counts as one word. Former
 * statuses in front of the present one belong to the word.
 */
export const readStatus = remembering((written): StatusText => {
  const tags = tagsBefore.exec(written)?.[0] ?? '';
  if (tags !== '' && findStatus(written.slice(tags.length)) !== undefined)
    return readStatus(written.slice(tags.length));
  const former = formerStatuses(written.trim());
  if (former === '') return readPresent(written);
  const { word, remainder } = readPresent(written.trim().slice(former.length));
  return { word: former + word, remainder };
});

/** What divides statuses of which one is chosen. */
const dividers = /\s{0,9}[|/,·•]\s{0,9}/;
const inBold = /^(?:\*\*|__)(?<word>[^*_]{1,60})(?:\*\*|__)$/;

/** The longest list of statuses of which one is chosen, in UTF-16 units. */
const longestChoice = 200;

/** The only status in bold among others, as in “Proposed | **Accepted** | Deprecated”. */
function chosenAmong(written: string): string | undefined {
  if (written.length > longestChoice || !dividers.test(written)) return undefined;
  const all = written.trim().split(dividers);
  const bold = all.flatMap((one) => inBold.exec(one)?.groups?.word ?? []);
  const [chosen] = bold;
  const areStatuses = all.every((one) => statusByWord.find(foldWord(one.replaceAll(/[*_~]/g, ''))) !== undefined);
  return all.length > 1 && bold.length === 1 && areStatuses ? chosen : undefined;
}

function readPresent(written: string): StatusText {
  if (chosenAmong(written) !== undefined) return { word: written.trim(), remainder: '' };
  const groups = findStatus(written.trim())?.groups;
  const { word, bracket: open, remainder } = groups ?? {};
  if (word === undefined || remainder === undefined) return readOwn(written.trim());
  if (isSign.test(remainder)) return { word: word + remainder, remainder: '' };
  if (open === undefined) return endInBold(word, remainder);
  const end = endOfBracket.exec(remainder)?.[0];
  return end === undefined
    ? { word: written.trim(), remainder: '' }
    : { word: word + end, remainder: remainder.slice(end.length) };
}

/** Bold that began in front of the status, and ends behind it, is none of its word. */
function endInBold(word: string, remainder: string): StatusText {
  const marks = /^[^*]{1,60}?(?<marks>\.?\*\*)$/.exec(word)?.groups?.marks ?? '';
  return { word: word.slice(0, word.length - marks.length), remainder: marks + remainder };
}

const ownInBold = /^(?<word>\*\*[^*\n]{1,40}\*\*|__[^_\n]{1,40}__)(?<remainder>\s{0,3}[—–(,;.-][\s\S]*)$/;
const ownAndMore =
  /^(?<word>\p{L}[\p{L}-]{1,20}(?: [\p{L}-]{1,20}){0,2})(?<remainder>(?:\s{1,3}[—–(]|[;:,]\s|\.\s|\n)[\s\S]*)$/u;

/** A status of a house's own: all of the text, or only its first words if something is said behind them. */
function readOwn(written: string): StatusText {
  const clause = firstClause.exec(written)?.[0] ?? '';
  if (clause !== '' && isBehind(clause)) return { word: clause, remainder: written.slice(clause.length) };
  const { word = written, remainder = '' } = (ownInBold.exec(written) ?? ownAndMore.exec(written))?.groups ?? {};
  return { word, remainder };
}

/** A clause that more follows: “P2 已接受；修订 ADR-0007”. */
const firstClause = /^[^，,；;。（(\n]{3,40}(?=[，,；;。（(\n])/;

/** The word for a status without a sign in front of it such as “:white_check_mark:”. */
export function withoutShortcode(word: string): string {
  return word.replace(codeBefore, '');
}

/** The word for a status without the link that it is in. */
export function unlinked(word: string): string {
  return word.replace(/\[([^[\]]*)\]\([^()\s]*\)/, '$1');
}

/** What a status means, ignoring case, accents, emphasis and emoji; undefined for an unknown one. */
export const meaningOfStatus = remembering(
  (word): Status | undefined =>
    meaningOfWords(word) ?? statusBehind(word, (one) => statusByWord.find(fold(one)), meaningOfFirst),
);

/** Whether a known status is behind something that is none: “P2 accepted”. */
export function isBehind(word: string): boolean {
  return meaningOfWords(word) === undefined && meaningOfStatus(word) !== undefined;
}

function meaningOfWords(word: string): Status | undefined {
  const chosen = chosenAmong(word);
  if (chosen !== undefined) return statusByWord.find(foldWord(chosen));
  const said = unlinked(word);
  // “[Superseded by ADR-12](0012-x.md)”
  const first = said === word ? undefined : findStatus(said)?.groups?.word;
  const found = statusByWord.find(fold(word)) ?? (first === undefined ? undefined : statusByWord.find(fold(first)));
  return (
    found ?? statusByWord.find(fold(word).replace(partBefore, '')) ?? meaningOfLast(said) ?? meaningOfSentence(said)
  );
}

function meaningOfFirst(text: string): Status | undefined {
  const word = findStatus(text)?.groups?.word;
  return word === undefined ? undefined : statusByWord.find(fold(word));
}

/** A short phrase that ends with the word for a status, and what may follow it: “Decision proposed; see below”. */
const phrase = /^[^\p{L}]{0,4}(?<words>\p{L}[\p{L}'’-]*(?: [\p{L}'’-]+){1,2})(?=$|\s*[;,.:(–—])/u;

function meaningOfLast(said: string): Status | undefined {
  const words = phrase.exec(said)?.groups?.words ?? '';
  const [first = '', ...others] = words.split(' ');
  const isOther = others.length === 0 || nouns.find(foldWord(first)) === undefined;
  return isOther ? undefined : statusByWord.find(foldWord(others.at(-1) ?? ''));
}

const partBefore = new RegExp(`^${inPart}`, 'iu');

/** How many words a sentence about the ADR has up to its status, and the letters of those between. */
const longestSentence = { words: 8, letters: 5 };

/** What such a sentence begins with; “A decision may be proposed” is about none. */
const selves = new Set([
  'the',
  ...adrLanguages.flatMap((language) => variantsOf(adrWords[language].self).map((word) => foldWord(word))),
]);

/** A sentence about the ADR itself: “This decision has been accepted.” */
function meaningOfSentence(said: string): Status | undefined {
  const words = said.split(' ', longestSentence.words).map((word) => foldWord(word.replaceAll(/[^\p{L}]/gu, '')));
  const subject = words.findIndex((word) => nouns.find(word) !== undefined);
  const isOwn = subject === 0 || (subject === 1 && selves.has(words[0] ?? ''));
  if (!isOwn) return undefined;
  const behind = words.slice(subject + 1);
  const at = behind.findIndex((word) => word.length > longestSentence.letters);
  return at < 1 ? undefined : statusByWord.find(behind[at] ?? '');
}

const carriedOut = wordTable((words) => [[true, words.carriedOut.replaceAll('/', ' | ')] as const]);

/** Whether a word for “accepted” says that the decision was carried out. */
export function isCarriedOut(word: string): boolean {
  return carriedOut.find(fold(word)) === true;
}

const usualWords = new Set(
  adrLanguages.flatMap((language) =>
    statuses.flatMap((status) =>
      variantsOf(adrWords[language].statuses[status]).slice(0, 1).flatMap(splitForms).map(fold),
    ),
  ),
);

/** Whether a word is the usual one for a status in some language. “Under review” says the same as one, and more. */
export function isUsualStatus(word: string): boolean {
  return usualWords.has(fold(withoutShortcode(unlinked(word))));
}

/** The words in front of a status that say whose it is: “Decision proposed”, “ADR accepted”. */
const nouns = wordTable(({ headings, labels }) => [
  [true, headings.outcome] as const,
  [true, labels.status] as const,
  [true, 'ADR | RFC'] as const,
]);

/** The language of a word for a status: the given one, if the word is one of its words or of no language. */
export function statusLanguage(word: string, language: AdrLanguage): AdrLanguage {
  const languages = statusByWord.languagesOf(fold(word));
  return languages.includes(language) ? language : (languages[0] ?? language);
}

/**
 * The words for all statuses in a language. They have the form of a word that is already in use, such as its gender; if
 * that is a word of another language, they are in that one.
 */
export function statusWords(language: AdrLanguage, inUse?: string): Readonly<Record<Status, string>> {
  const shown = fold(inUse ?? '');
  const spoken = statusLanguage(shown, language);
  const forms = statuses.flatMap((status) => variantsOf(adrWords[spoken].statuses[status]).map(splitForms));
  const index = Math.max(0, ...forms.map((all) => all.findIndex((form) => foldWord(form) === shown)));
  const wordFor = (status: Status) => {
    const [usual = []] = variantsOf(adrWords[spoken].statuses[status]).map(splitForms);
    return usual[index] ?? usual[0] ?? status;
  };
  return {
    draft: wordFor('draft'),
    proposed: wordFor('proposed'),
    accepted: wordFor('accepted'),
    rejected: wordFor('rejected'),
    deprecated: wordFor('deprecated'),
    superseded: wordFor('superseded'),
    withdrawn: wordFor('withdrawn'),
  };
}

function splitForms(word: string): string[] {
  return word.split('/');
}

function fold(word: string): string {
  return foldWord(
    unlinked(word.slice(formerStatuses(word).length))
      .replace(codeBefore, '')
      .replaceAll(/^[^\p{L}]+|(?<![^\p{L}])[^\p{L}]+$/gu, ''),
  );
}
