import { foldHeading } from '../../content/part-of-heading.ts';
import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { foldWord } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';
import { wordsOf } from './same-option.ts';

const headings = adrLanguages.flatMap((language) => variantsOf(adrWords[language].headings.options)).map(foldHeading);
const names = adrLanguages.flatMap((language) => variantsOf(adrWords[language].options)).map(foldWord);

/** The words of headings such as “Considered Options”, which a sentence may have in any order. */
const phrases = headings.map((heading) => ({ heading, words: wordsOf(heading) }));
const spaced = Map.groupBy(
  phrases.filter(({ heading, words }) => words.size > 1 && !isDense(heading)),
  ({ words }) => words.values().next().value,
);
const dense = phrases.filter(({ heading }) => isDense(heading) && heading.replaceAll(' ', '').length > 3);
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

/** Whether a text has a word for options. */
export function hasOptionWord(text: string): boolean {
  const folded = foldWord(text);
  return [...wordsOf(folded)].some((word) => single.has(word)) || singleDense.some((word) => folded.includes(word));
}

/** Whether a sentence that ends with a colon says that options follow. */
export function announcesByWords(sentence: string): boolean {
  const folded = foldHeading(sentence);
  const words = wordsOf(folded);
  const known = [...words].flatMap((word) => spaced.get(word) ?? []);
  if (known.some((phrase) => [...phrase.words].every((word) => words.has(word)))) return true;
  if (dense.some(({ heading }) => folded.includes(heading))) return true;
  // “There are two alternatives:”
  return [...words].slice(-2).some((word) => clear.has(word));
}
