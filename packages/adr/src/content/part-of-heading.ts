import { type AdrLanguage, adrLanguages } from '../language/adr-language.ts';
import { variantsOf } from '../language/adr-words.ts';
import { isDense, oneOf } from '../language/patterns.ts';
import { foldWord, languagesOfMost, type WordTable, wordTable } from '../language/word-table.ts';
import { adrWords } from '../language/words.ts';
import { remembering } from '../text/remembering.ts';
import { type AdrPart, consequenceParts, partsInOrder } from './part.ts';
import { isOneUnchosen, joints, withoutReasons, wordsIn } from './unchosen-heading.ts';

const partByHeading = wordTable<AdrPart>(
  ({ headings, labels, options, chosenLeads }) => [
    ...partsInOrder.map((part) => [part, headings[part]] as const),
    ['outcome', chosenLeads],
    ['people', labels.deciders],
    ['options', denseHeadings(headings.options, options)],
  ],
  foldHeading,
);
const lateOutcomes = wordTable(({ lateOutcomes: own }) => [[true, own] as const], foldHeading);

/**
 * Headings for options in a script without blanks, made of what is in front of a word for them in one heading, and of
 * any other such word: “考虑过的” and “备选”.
 */
function denseHeadings(headings: string, words: string): string {
  const nouns = variantsOf(words)
    .filter(isDense)
    .flatMap((word) => (/\p{Script=Hangul}$/u.test(word) ? [word, `${word}들`] : [word]));
  const leads = variantsOf(headings).flatMap((heading) => {
    const noun = nouns.find((word) => heading.endsWith(word) && heading !== word);
    return noun === undefined ? [] : [heading.slice(0, -noun.length)];
  });
  return [...new Set(leads)].flatMap((lead) => nouns.map((noun) => lead + noun)).join(' | ');
}

/** Whether a heading has the decision in a file that calls none of its sections one. */
export function isLateOutcome(text: string, language?: AdrLanguage): boolean {
  return lateOutcomes.find(foldHeading(text), language) === true;
}
const nestedPartByHeading = wordTable(
  ({ headings, shortHeadings }) =>
    consequenceParts.flatMap((part) => [[part, shortHeadings[part]] as const, [part, headings[part]] as const]),
  foldHeading,
);

/** The parts that may be sections of their own inside another part. Anywhere else, they belong to its text. */
const inside: Readonly<Partial<Record<AdrPart, readonly AdrPart[]>>> = {
  context: ['drivers', 'options', 'option-details'],
  outcome: [
    'rationale',
    'consequences',
    'good-consequences',
    'bad-consequences',
    'neutral-consequences',
    'mitigations',
    'confirmation',
    'options',
    'option-details',
  ],
  rationale: ['options', 'option-details', 'consequences'],
  consequences: ['good-consequences', 'bad-consequences', 'neutral-consequences', 'mitigations', 'confirmation'],
  'more-information': ['options', 'option-details'],
};

/** Normalizes a heading for lookup in the tables above. */
export function foldHeading(text: string): string {
  return foldWord(text)
    .replace(
      /^(?:\d+(?:\.\d+)*(?:[.)]?\s+|[.)]?[、．]\s*)|[一二三四五六七八九十]{1,3}、|\p{L}(?:\d+(?:\.\d+)*)?(?:[.)]|\s[—–])\s+|[^\p{L}\p{N}]+)+/u,
      '',
    )
    .replace(/(?<![^\p{L}\p{N})])[^\p{L}\p{N})]+$/u, '');
}

/**
 * The part that a heading names. `within` is the part of the surrounding section, if there is one; `language` is that of
 * the headings around it, for words that mean something else in another language.
 */
export function partOfHeading(
  text: string,
  within: AdrPart | 'own section' | undefined,
  language?: AdrLanguage,
): AdrPart | undefined {
  const anywhere = partsAnywhere.get(language)?.(text);
  if (within === undefined) return anywhere;
  if (within === 'own section') return anywhere === 'options' || anywhere === 'option-details' ? anywhere : undefined;
  const isNested = within === 'consequences' || within === 'outcome';
  const part = (isNested ? nestedPart(foldHeading(text), language) : undefined) ?? anywhere;
  return part !== undefined && inside[within]?.includes(part) ? part : undefined;
}

/** The part that a heading names, by the language of the headings around it. */
const partsAnywhere = new Map(
  [undefined, ...adrLanguages].map((language) => [
    language,
    remembering((text) => findPart(partByHeading, foldHeading(text), language)),
  ]),
);

function nestedPart(name: string, language: AdrLanguage | undefined): AdrPart | undefined {
  return (
    findPart(nestedPartByHeading, name, language) ?? findPart(nestedPartByHeading, withoutAccepted(name), language)
  );
}

/**
 * The language that most of these headings are in; undefined if none of them is a known one. Norwegian and Danish have many
 * headings in common: where several languages fit alike, and English is none of them, the text decides.
 */
export function languageOfHeadings(
  headings: readonly string[],
  guessFromText: () => AdrLanguage | undefined,
): AdrLanguage | undefined {
  const [first, ...others] = languagesOfMost(headings.map(languagesOfHeading));
  if (first === 'en' || others.length === 0) return first;
  const guess = guessFromText();
  return others.find((language) => language === guess) ?? first;
}

const languagesOfHeading = remembering((heading) => {
  const name = foldHeading(heading);
  const languages = partByHeading.languagesOf(name);
  return languages.length > 0 ? languages : nestedPartByHeading.languagesOf(name);
});

/** Whether a heading names a kind of consequences without the word for them, such as “Positive”. */
export function isShortHeading(text: string): boolean {
  const name = foldHeading(text);
  return nestedPartByHeading.find(name) !== undefined && partByHeading.find(name) === undefined;
}

/** Finds the part of a heading, or of one that says it twice: “背景 (Context)”, “Negative / Trade-offs”. */
function findPart(table: WordTable<AdrPart>, name: string, language: AdrLanguage | undefined): AdrPart | undefined {
  const part = table.find(name, language) ?? table.find(name.replace(article, ''), language);
  if (part !== undefined) return part;
  if (table === partByHeading && fates.has(name)) return 'options';
  const { first, mark, second } = saidTwice.exec(name)?.groups ?? {};
  if (first === undefined || second === undefined) {
    return table === partByHeading ? partByWords(name) : sharedPart(table, name, language);
  }
  const [one, other] = [foldHeading(first), foldHeading(second)];
  const languages = table.languagesOf(one);
  // “Alternatives (rejected, see #12)”
  const isRemark = name.endsWith(')') && nestedPartByHeading.find(other) === undefined;
  if (isRemark && partByHeading.find(other) === undefined) return table.find(one, language);
  const isSame = table.languagesOf(other).some((each) => languages.includes(each));
  if (languages.length === 0 || (isSame && mark !== '/')) return undefined;
  const named = table.find(one, language);
  return named === table.find(other) ? named : undefined;
}

const joined = new RegExp(`^(?<first>[^()/|]{1,40}?) (?:${oneOf(joints)}|&|\\+) (?<second>[^()/|]{1,40})$`, 'u');

/** The part of two headings for the same that are in one: “Negative and risks”. */
function sharedPart(table: WordTable<AdrPart>, name: string, language: AdrLanguage | undefined): AdrPart | undefined {
  const { first, second } = joined.exec(name)?.groups ?? {};
  if (first === undefined || second === undefined) return undefined;
  const [one, other] = [table.find(first, language), table.find(second, language)];
  return one === other ? one : undefined;
}

/** “Rejected”, “verworfen”: a heading that is nothing else is one for options. */
const fates = new Set(
  adrLanguages
    .flatMap((language) => variantsOf(adrWords[language].rejecting).map(foldHeading))
    .filter((word) => /^\p{L}{6,}$/u.test(word) && !isDense(word)),
);

/** The beginnings of “accepted” in any form, folded. */
const accepted = adrLanguages.flatMap((language) =>
  variantsOf(adrWords[language].statuses.accepted)
    .slice(0, 1)
    .map((word) => foldWord(word.split('/')[0] ?? '').slice(0, -1))
    .filter((stem) => stem.length > 4 && !isDense(stem)),
);

/** “Accepted trade-offs” without the word for accepted. */
function withoutAccepted(name: string): string {
  const words = name.split(' ');
  return words.filter((word) => !accepted.some((stem) => word.startsWith(stem))).join(' ');
}

/** What may begin “The Context” or “Das Problem”, folded. */
const article = /^(?:the|our|der|die|das|el|la|los|las|le|les|il|lo|gli|os|as|de|het) /;

const saidTwice = /^(?<first>[^()/|]{1,60})(?<mark>[(/|])(?<second>[^()/|]{1,60})\)?$/u;

/** The words of which headings for options are made, in one language. */
interface HeadingWords {
  /** “options”, “alternatives” */
  readonly nouns: ReadonlySet<string>;
  /** “considered”, “rejected”; and words that hold a heading together. */
  readonly qualifiers: ReadonlySet<string>;
  /** “pros”, “comparison” */
  readonly details: ReadonlySet<string>;
}

const headingWords = adrLanguages.map((language): HeadingWords => {
  const { headings, chosen, commonWords, options: names, weighing } = adrWords[language];
  const options = variantsOf(headings.options).map(foldHeading);
  const singular = new Set(variantsOf(names).map(foldWord));
  const stems = [...singular].filter((name) => name.length > 4).map((name) => name.slice(0, -1));
  const isPlural = (word: string) =>
    !singular.has(word) && stems.some((stem) => word.startsWith(stem) && word.length < stem.length + 4);
  const nouns = new Set([
    ...options.filter((heading) => /^\p{L}{4,}$/u.test(heading) && !singular.has(heading)),
    ...wordsIn(options).filter(isPlural),
  ]);
  const picked = new Set(wordsIn(variantsOf(chosen).map(foldWord)));
  const qualifiers = wordsIn([...options, ...variantsOf(weighing).map(foldWord)]).filter(
    (word) => !nouns.has(word) && !picked.has(word),
  );
  const common = wordsIn([foldWord(commonWords)]);
  const details = wordsIn(variantsOf(headings['option-details']).map(foldHeading));
  const isOther = (word: string) => nouns.has(word) || qualifiers.includes(word) || common.includes(word);
  return {
    nouns,
    qualifiers: new Set(qualifiers),
    details: new Set(details.filter((word) => word.length > 2 && !isOther(word))),
  };
});

const languagesByNoun = Map.groupBy(
  headingWords.flatMap((words) => [...words.nouns].map((noun) => ({ noun, words }))),
  ({ noun }) => noun,
);

/** The longest heading whose words are looked at, in UTF-16 units. */
const longestHeading = 80;

/** What begins “for deploying” at the end of a heading. */
const purpose = / (?:for|fur|pour|para|per|voor|dla|для) /;

/**
 * The part of a heading that consists of the words of known ones: “Other alternatives we considered”, “Pros and cons of
 * the alternatives”.
 */
function partByWords(name: string): AdrPart | undefined {
  if (name.length > longestHeading) return undefined;
  const all = wordsIn([name]);
  const weighed = withoutReasons(name);
  if (isOneUnchosen(all) || (weighed !== undefined && partByHeading.find(weighed) === 'options')) return 'options';
  const languages = new Set(all.flatMap((word) => languagesByNoun.get(word)?.map(({ words }) => words) ?? []));
  if (languages.size === 0) return undefined;
  const before = wordsIn(name.split(purpose).slice(0, 1));
  const named = before.length > 1 ? before : all;
  for (const { nouns, qualifiers, details } of languages) {
    const isKnown = (word: string) => nouns.has(word) || qualifiers.has(word) || isMisspelled(word, qualifiers);
    if (named.length > 1 && named.some((word) => nouns.has(word)) && named.every(isKnown)) return 'options';
    const detailed = new Set(named.filter((word) => details.has(word)));
    const isOfDetails = (word: string) => isKnown(word) || details.has(word) || word.length < 4;
    const isDetailed = detailed.size > 1 || (detailed.size === 1 && named.every(isOfDetails));
    if (isDetailed && named.some((word) => nouns.has(word))) return 'option-details';
  }
  return undefined;
}

/** The shortest word whose misspelling is recognized, in UTF-16 units. */
const shortestMisspelled = 7;

/** Whether a word is a longer one of others without one of its letters, or with one too many: “considerd”. */
function isMisspelled(word: string, others: ReadonlySet<string>): boolean {
  if (word.length < shortestMisspelled) return false;
  return [...others].some((other) =>
    other.length > word.length ? isShorter(word, other) : other.length > shortestMisspelled && isShorter(other, word),
  );
}

/** Whether a word is another without one of its letters. */
function isShorter(word: string, other: string): boolean {
  if (other.length !== word.length + 1) return false;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at += 1;
  return word.slice(at) === other.slice(at + 1);
}
