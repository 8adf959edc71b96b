import { foldHeading } from '../../content/part-of-heading.ts';
import { type AdrLanguage, adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { foldWord } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';
import { wordsOf } from './same-option.ts';

/** How many letters of stems are looked up, and how many may follow a stem. */
const stemKey = 4;
const longestEnding = 4;

const headings = adrLanguages.flatMap((language) => variantsOf(adrWords[language].headings.options)).map(foldHeading);
const names = adrLanguages.flatMap((language) => variantsOf(adrWords[language].options)).map(foldWord);

/** The words of headings such as “Considered Options”, which a sentence may have in any order. */
const phrases = headings.map((heading) => ({ heading, words: wordsOf(heading) }));
const spaced = Map.groupBy(
  phrases.filter(({ heading, words }) => words.size > 1 && !isDense(heading)),
  ({ words }) => words.values().next().value,
);
const dense = phrases.filter(({ heading }) => isDense(heading) && heading.replaceAll(' ', '').length > 3);
/** A plan of any kind, which may have steps below it. */
const plan = '方案';
const shortDense = headings.filter((word) => isDense(word) && word.length > 1 && word.length <= 3 && word !== plan);
/** How many characters may be behind a short word at the end of a sentence: “候補は以下の通り：”. */
const farthest = 8;
const endsWithin = (sentence: string, word: string) =>
  sentence.lastIndexOf(word) >= Math.max(0, sentence.length - word.length - farthest);
const single = new Set([...headings, ...names].filter((word) => !word.includes(' ') && !isDense(word)));
const singleDense = [...headings, ...names].filter((word) => isDense(word) && word.length > 1);

/** Words for options that nothing but options of a decision is called, such as “alternatives”. */
const stems = adrLanguages.flatMap((language) => variantsOf(adrWords[language].unchosen)).map(foldWord);
const clear = new Set([...single].filter((word) => stems.some((stem) => stem.length > 4 && word.includes(stem))));

const unchosen = new RegExp(oneOf(stems), 'iu');

/** Whether a heading says that it is about options that were not chosen. */
export function namesUnchosen(heading: string): boolean {
  return unchosen.test(foldWord(heading));
}

const rejecting = adrLanguages.flatMap((language) => variantsOf(adrWords[language].rejecting)).map(foldWord);
const rejected = new RegExp(
  oneOf([...rejecting, ...stems.filter((stem) => rejecting.some((word) => word.includes(stem)))]),
  'iu',
);

/** Whether a heading says that it is about options that were rejected, and not only about alternatives. */
export function namesRejected(heading: string): boolean {
  return rejected.test(foldWord(heading));
}

/** Whether a text has a word for options. */
export function hasOptionWord(text: string): boolean {
  const folded = foldWord(text);
  return [...wordsOf(folded)].some((word) => single.has(word)) || singleDense.some((word) => folded.includes(word));
}

/** Whether a text has a word for options and one of what people do with them, as in “We evaluated three approaches”. */
export function weighsOptions(text: string): boolean {
  const folded = foldWord(text);
  const words = [...wordsOf(folded)];
  const isNamed =
    words.some((word) => isOptionNoun(word) || choices.has(word)) || singleDense.some((word) => folded.includes(word));
  return isNamed && weighs(text);
}

/** Whether a text says that people looked at something: “We considered the following tools”. */
export function weighs(text: string): boolean {
  const folded = foldWord(text);
  return [...wordsOf(folded)].some((word) => weighing.has(word)) || weighingDense.some((word) => folded.includes(word));
}

const weighingWords = adrLanguages.flatMap((language) => variantsOf(adrWords[language].weighing)).map(foldWord);
const weighing = new Set(weighingWords.filter((word) => !isDense(word)));
const weighingDense = weighingWords.filter(isDense);

/** Whether a text has a word for several options, and one for those who write it: “the options we have”. */
export function namesOurOptions(text: string): boolean {
  const words = [...wordsOf(foldWord(text))];
  return words.some(isOptionNoun) && words.some((word) => ours.has(word));
}

/** Whether a sentence has a word for several options, or says that people looked at something. */
export function namesOptions(sentence: string): boolean {
  const folded = foldWord(sentence);
  const words = [...wordsOf(folded)];
  return words.some(isOptionNoun) || singleDense.some((word) => folded.includes(word)) || wasWeighed(sentence);
}

/** “We”, “wir”, “nous”, which begin what people say they considered. */
const ours = new Set(
  adrLanguages.flatMap((language) =>
    variantsOf(adrWords[language].weighed).flatMap((phrase) => {
      const [first = '', ...others] = foldWord(phrase).split(' ');
      return others.length > 0 && adrWords[language].telling.split(' | ').map(foldWord).includes(first) ? [first] : [];
    }),
  ),
);

/** The words for what people did with options that headings for them have, too: “considered”, “evaluated”. */
const inHeadings = new Set(phrases.flatMap(({ words }) => [...words]).filter((word) => weighing.has(word)));

/** Whether a text says in such a word that people looked at something. */
export function wasWeighed(text: string): boolean {
  return [...wordsOf(foldWord(text))].some((word) => inHeadings.has(word));
}

/** The beginnings of words for options, which other endings may follow, as in “approaches”, “вариантов”. */
const nounStems = Map.groupBy(
  names.filter((name) => name.length > 4 && !isDense(name)).map((name) => (name.length > 6 ? name.slice(0, -1) : name)),
  (stem) => stem.slice(0, stemKey),
);

const singular = new Set(names);
const choices = new Set(
  adrLanguages.flatMap((language) => variantsOf(adrWords[language].choices)).map((word) => `${foldWord(word)}s`),
);

/** Whether a word is one for several options: in most languages, one for a single option with another ending. */
function isOptionNoun(word: string): boolean {
  if (singular.has(word)) return false;
  const stems = nounStems.get(word.slice(0, stemKey)) ?? [];
  return single.has(word) || stems.some((stem) => word.startsWith(stem) && word.length <= stem.length + longestEnding);
}

/** Whether a heading begins with a word for several options: “Options for storing sessions”. */
export function announcesByName(heading: string): boolean {
  const [first = '', ...others] = foldWord(heading).split(' ');
  return others.length > 1 && single.has(first) && isOptionNoun(first);
}

/**
 * The most words of a sentence about options, of one above a list that is known to have some, and how many of its first and
 * its last ones are what it is about.
 */
const reach = { words: 10, ofKnown: 18, first: 4, last: 3 };

/**
 * Whether a sentence that ends with a colon is about several options: it says little else, or how many they are, as in
 * “Options for the rack:”, “Three approaches are possible:”. It may say more above a list that is known to have some.
 */
export function isAboutOptions(sentence: string, areKnown = false): boolean {
  const words = [...foldWord(sentence).matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word);
  const isShort = words.length <= reach.first && words.slice(0, 2).some((word) => usual.has(word));
  if (isShort || words.length > (areKnown ? reach.ofKnown : reach.words)) return isShort;
  const at = words.findIndex((word) => isOptionNoun(word) || choices.has(word));
  const isLong = words.length > reach.words;
  if (at === -1 || (at >= reach.first && (isLong || at < words.length - reach.last))) return false;
  return words.slice(Math.max(0, at - 2), at + 2).some((word) => weighing.has(word));
}

/** What headings for options consist of: “options”, “alternatives”. */
const usual = new Set(
  headings.filter((word) => word.length > 4 && !word.includes(' ') && !isDense(word) && !names.includes(word)),
);

/** Whether a sentence that ends with a colon says that options follow. */
export function announcesByWords(sentence: string): boolean {
  const folded = foldHeading(sentence);
  const words = wordsOf(folded);
  const known = [...words].flatMap((word) => spaced.get(word) ?? []);
  if (known.some((phrase) => [...phrase.words].every((word) => words.has(word)))) return true;
  if (dense.some(({ heading }) => folded.includes(heading))) return true;
  if (shortDense.some((word) => endsWithin(folded, word))) return true;
  // “There are two alternatives:”
  return [...words].slice(-2).some((word) => clear.has(word));
}

const tellingWords = new Map(
  adrLanguages.map((language) => [language, new Set(variantsOf(adrWords[language].telling).map(foldWord))]),
);

/** Whether a sentence tells something instead of naming an option; in languages without blanks, any may. */
export function tells(sentence: string, language: AdrLanguage): boolean {
  const telling = tellingWords.get(language) ?? new Set();
  return telling.size === 0 || [...wordsOf(foldWord(sentence))].some((word) => telling.has(word));
}

const questionWords = adrLanguages.flatMap((language) => variantsOf(adrWords[language].questions)).map(foldWord);
const question = new RegExp(
  `^(?:(?:${oneOf(questionWords.filter((word) => !isDense(word)))})(?!\\p{L})|${oneOf(questionWords.filter(isDense))})|[?？]$`,
  'u',
);

/** Whether a heading asks for an answer. */
export function asks(heading: string): boolean {
  return question.test(foldWord(heading));
}
