import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { anyWord, isDense, oneOf } from '../../language/patterns.ts';
import { foldWord } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';
import { remembering } from '../../text/remembering.ts';
import { fieldOf } from '../metadata/metadata-field.ts';
import { meaningOfStatus } from '../metadata/status.ts';
import type { StatedLink } from '../warning.ts';

/** The words around the links of a kind. */
export interface Phrases {
  readonly kind: StatedLink;
  /** Words somewhere before the link, in the same clause, if nothing has to follow it. */
  readonly before: RegExp;
  /** Words before the link, perhaps none, and others after it, without the blanks between. */
  readonly around: readonly { readonly before: string; readonly after: string }[];
}

const phrasesOf = (kind: StatedLink) =>
  adrLanguages
    .flatMap((language) => variantsOf(adrWords[language].links[kind]))
    .map((phrase) => {
      const [before = '', after = ''] = phrase.split('…').map((words) => foldWord(words));
      return { before, after };
    });
/** Whether a word without its accents means something else in English: “complète”, “précise”. */
export function isEnglish(folded: string): boolean {
  return folded === 'complete' || folded === 'precise';
}

const before = (kind: StatedLink) => {
  const words = phrasesOf(kind).flatMap((phrase) =>
    phrase.after === '' && !isEnglish(phrase.before) ? [phrase.before] : [],
  );
  return anyWord(words);
};
const around = (kind: StatedLink) => phrasesOf(kind).filter(({ after }) => after !== '');

/** The first kind whose words are found counts: “superseded by” has the words of “supersedes” in some languages. */
export const phrases: readonly Phrases[] = [
  { kind: 'superseded by', before: new RegExp(before('superseded by'), 'u'), around: around('superseded by') },
  { kind: 'supersedes', before: new RegExp(before('supersedes'), 'u'), around: around('supersedes') },
  { kind: 'amended by', before: new RegExp(before('amended by'), 'u'), around: around('amended by') },
  { kind: 'amends', before: new RegExp(before('amends'), 'u'), around: around('amends') },
];

/** Whether the label of an entry says how its ADR relates to another, as “Superseded by” does. */
export function isLinkLabel(label: string): boolean {
  const folded = foldWord(label.replaceAll(/[-_]/g, ' '));
  return phrases.some((phrase) => phrase.before.test(folded));
}

/**
 * What a text means that has nothing but the words for a kind, such as a heading or a key: “Superseded by”. Of the words
 * for amendments, only the usual one: below “Updates”, there may be anything.
 */
const kindByWords = kindsBy((kind, all) => (kind === 'amends' || kind === 'amended by' ? all.slice(0, 1) : all));
/** The same of all words. */
const kindByAnyWords = kindsBy((_, all) => all);

function kindsBy(
  select: (kind: StatedLink, all: readonly string[]) => readonly string[],
): ReadonlyMap<string, StatedLink> {
  return new Map(
    phrases.toReversed().flatMap(({ kind }) =>
      adrLanguages.flatMap((language) =>
        select(kind, variantsOf(adrWords[language].links[kind]))
          .filter((phrase) => phrase.endsWith('…'))
          .map((phrase) => [bare(foldWord(phrase.slice(0, -1))), kind] as const),
      ),
    ),
  );
}

/** What a heading, a label or a key says of the ADRs under or behind it, if it has nothing but words for that. */
export const kindOfLabel = remembering((label): StatedLink | 'relates' | undefined => {
  const words = bare(foldLine(label.replaceAll(/(?<=\p{Ll})(?=\p{Lu})|-/gu, ' ')));
  return kindByWords.get(words) ?? kindOfBoth(words) ?? (relations.has(words) ? 'relates' : undefined);
});

/** What the label of an entry says of the ADRs behind it, with any words for that. */
export function kindOfEntry(label: string): StatedLink | 'relates' | undefined {
  return kindOfLabel(label) ?? kindByAnyWords.get(bare(foldLine(label)));
}

/** What a label says that says two things, the first of the kinds of which counts: “Amends and supersedes in part”. */
function kindOfBoth(words: string): StatedLink | undefined {
  const parts = words.split(anyAnd).map(bare);
  const kinds = parts.map((part) => kindByAnyWords.get(part));
  const stated = kinds.filter((kind) => kind !== undefined);
  // “Builds on / refines”
  const isRelated = parts.every((part, index) => kinds[index] !== undefined || relations.has(part));
  if (parts.length === 2 && stated.length === 1 && isRelated) return stated[0];
  const [one, other] = kinds;
  const areAlike = one === 'superseded by' || one === 'amended by' ? isBackward : isForward;
  if (kinds.length !== 2 || one === undefined || other === undefined || !areAlike(other)) return undefined;
  return phrases.find(({ kind }) => kind === one || kind === other)?.kind;
}

const isBackward = (kind: StatedLink) => kind === 'superseded by' || kind === 'amended by';
const isForward = (kind: StatedLink) => !isBackward(kind);
const anyAnd = new RegExp(
  ` ?/ ?| (?:${oneOf(adrLanguages.flatMap((language) => variantsOf(adrWords[language].and)).filter((word) => !isDense(word)))}) `,
  'u',
);

const relations = new Set(
  adrLanguages.flatMap((language) => {
    const { relates, headings } = adrWords[language];
    return [relates, headings.related, headings.references].flatMap(variantsOf).map((words) => bare(foldWord(words)));
  }),
);

const allPhrases = phrases.flatMap(({ kind }) => phrasesOf(kind));

/** The first words of all phrases that stand before a link, and of what stands after one. */
const firstWords = {
  before: firstWordsOf(allPhrases.flatMap((phrase) => (phrase.after === '' ? [phrase.before] : []))),
  after: firstWordsOf(allPhrases.map((phrase) => phrase.after)),
};

function firstWordsOf(all: readonly string[]): ReadonlySet<string> {
  return new Set(all.flatMap((phrase) => /\p{L}+/u.exec(phrase)?.[0] ?? []));
}

/** The kind that the words before a link in its clause state, with those after it. Both are folded. */
export function kindOfClause(clause: string, after: string): StatedLink | undefined {
  const [wordsBefore, wordsAfter] = [wordsIn(clause), wordsIn(after)];
  const mayBeStated =
    wordsBefore.values().some((word) => firstWords.before.has(word)) ||
    wordsAfter.values().some((word) => firstWords.after.has(word)) ||
    isDense(clause + after);
  if (!mayBeStated) return undefined;
  const isAround = (words: { readonly before: string; readonly after: string }) =>
    hasWord(clause, wordsBefore, words.before) &&
    (isDense(words.after) ? startsWith(after, words.after) : hasWord(after, wordsAfter, words.after));
  return phrases.find((all) => all.before.test(clause) || all.around.some(isAround))?.kind;
}

/** The kind whose words a folded line begins with, behind a label at most. */
export function statedFirst(line: string): StatedLink | undefined {
  return phrases.find(({ before: words }) => {
    const found = words.exec(line);
    return found !== null && isLabel(line.slice(0, found.index));
  })?.kind;
}

/** Whether words in front of a statement only say that a status, or what follows a status, comes now. */
export function isLabel(text: string): boolean {
  return isStatusLabel(text) || text.split(/[:：(（]/).every(isStatusLabel);
}

function isStatusLabel(text: string): boolean {
  const label = text.replaceAll(/[^\p{L}\p{N} ]/gu, '').trim();
  const last = label.slice(label.lastIndexOf(' ') + 1);
  return (
    label === '' ||
    fieldOf(label) === 'status' ||
    meaningOfStatus(label) !== undefined ||
    (meaningOfStatus(last) !== undefined && fieldOf(label.slice(0, -last.length)) === 'status')
  );
}

const selfWords = adrLanguages.flatMap((language) => variantsOf(adrWords[language].self).map(foldWord));
const selves = {
  spaced: new Set(selfWords.filter((word) => !isDense(word))),
  dense: selfWords.filter(isDense),
};
/** How many words, and letters in languages without blanks, a subject has with its auxiliary verbs: “this ADR has been”. */
const longestSelf = { words: 5, dense: 12 };

/** Whether folded words in front of a statement are this ADR itself: “this decision partly …”. */
function isSelf(text: string): boolean {
  const words = text.trim().split(/ +/);
  if (selves.spaced.has(words[0] ?? '')) return words.length <= longestSelf.words;
  return text.length <= longestSelf.dense && selves.dense.some((word) => text.startsWith(word));
}

/** What a folded sentence says of this ADR itself, which it begins with: “this decision is superseded by the model in:”. */
export function toldOfSelf(sentence: string): StatedLink | undefined {
  return phrases.find(({ before: words }) => {
    const found = words.exec(sentence);
    return found !== null && found.index > 0 && isSelf(sentence.slice(0, found.index));
  })?.kind;
}

/** Words without marks and punctuation at either end. */
export function bare(text: string): string {
  return text.replaceAll(/^[^\p{L}]+|(?<![^\p{L}])[^\p{L}]+$/gu, '');
}

/** A line as its words are looked up, without “in part”. */
export function foldLine(text: string): string {
  const folded = foldWord(text.replaceAll(/[*`]/g, '').replaceAll('_', ' '));
  return partly.test(folded) ? foldWord(folded.replaceAll(allPartly, '')) : folded;
}

/** Whether a text has words for “in part”. */
export function isInPart(text: string): boolean {
  return partly.test(foldWord(text));
}

const partlyWords = anyWord(adrLanguages.flatMap((language) => variantsOf(adrWords[language].partly).map(foldWord)));
const partly = new RegExp(partlyWords, 'u');
const allPartly = new RegExp(`(?:${partlyWords}) ?`, 'gu');

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.split(/[^\p{L}]+/u));
}

function hasWord(text: string, words: ReadonlySet<string>, word: string): boolean {
  if (word === '') return true;
  if (isDense(word)) return text.endsWith(word);
  return words.has(word) || text.includes(` ${word} `);
}

/** Whether a text after a link begins with a word, apart from blanks and brackets. */
function startsWith(text: string, word: string): boolean {
  return text.replace(/^[\s)(\]*]{1,4}/, '').startsWith(word);
}
