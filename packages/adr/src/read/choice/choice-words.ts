import { type AdrLanguage, adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { anyWord, isDense, oneOf } from '../../language/patterns.ts';
import { phrasePattern } from '../../language/phrase-pattern.ts';
import { mayHave } from '../../language/phrase-signs.ts';
import { adrWords } from '../../language/words.ts';
import { counterBefore, namedCounter, optionWords, severalCounters } from '../options/counter.ts';

// Patterns for how texts choose, reject and call options, in all languages.

const words = adrLanguages.flatMap((language) => variantsOf(adrWords[language].choosing));
/** That something is chosen. */
export const verbs = phrasePattern(words, new RegExp(anyWord(words), 'giu'));
const contrasts = adrLanguages.flatMap((language) => variantsOf(adrWords[language].contrasts));
/** “Instead of”, “over”, “not”: what follows is not chosen. */
export const contrast = phrasePattern(contrasts, new RegExp(anyWord(contrasts), 'giu'));
const behind = adrLanguages.flatMap((language) => variantsOf(adrWords[language].behindChoice));
/** What comes with the choice and is beside the point: “, with Redis for the cache”. */
export const aside = new RegExp(`, (?:${oneOf(behind.filter((word) => !isDense(word)))}) `, 'iu');
/** Options by their counters: “Option 2”, “3안”. */
export const counters = phrasePattern(optionWords, new RegExp(`(?<!\\p{L})${namedCounter}|${counterBefore}`, 'giu'));
/** Several options by their counters: “options 2 and 3”. */
export const counterLists = new RegExp(`(?<!\\p{L})${severalCounters}`, 'iu');
const rejections = adrLanguages.flatMap((language) => variantsOf(adrWords[language].rejecting));
/** That something is not chosen. */
export const rejection = phrasePattern(rejections, new RegExp(anyWord(rejections), 'giu'));
/** The number of the place that words for the last one name; the others count from the first one, as 0, to the fifth. */
export const lastPlace = 5;
/** How a text calls options by their place: “the first option”, “la última alternativa”. Both words are of one language. */
export const places = phrasePattern(optionWords, new RegExp(adrLanguages.flatMap(placesIn).join('|'), 'giu'));

function placesIn(language: AdrLanguage): string[] {
  const { ordinals, last, options } = adrWords[language];
  const [first = [], ...others] = variantsOf(ordinals)
    .slice(0, lastPlace)
    .map((word) => [word]);
  const [dense, spaced] = [variantsOf(options).filter(isDense), variantsOf(options).filter((word) => !isDense(word))];
  return [first, ...others, variantsOf(last)].flatMap((words, place) => {
    const [own, denseOwn] = [words.filter((word) => !isDense(word)), words.filter(isDense)];
    const noun = String.raw`\p{L}{0,4}(?:,? \p{L}{2,14}){0,2} (?:${oneOf(spaced)})(?!\p{L})`;
    return [
      ...(own.length > 0 && spaced.length > 0
        ? [String.raw`(?<![\p{L}\p{N}-])(?<place${place}>${oneOf(own)})${noun}`]
        : []),
      ...(denseOwn.length > 0 ? [`(?<place${place}>${oneOf(denseOwn)}) ?[个個]?(?:${oneOf(dense)})`] : []),
    ];
  });
}

/** Counters in brackets: “(2)”. */
export const bareCounters = /\((?<key>\d{1,2}|[A-Za-z])\)/g;
/** A counter that is all there is, or is followed by a mark: “B: Go”. */
export const onlyCounter = new RegExp(
  `^\\(?(?<key>[A-Z]\\d?|\\d{1,2}[a-z]?)\\)?(?=$|[ ]?[:.)：,—–]| [-(]| ?(?:${oneOf(words.filter(isDense))}))`,
  'u',
);

/** Short words, such as “as”, begin other things, too. */
const reasonsIn = (language: AdrLanguage) =>
  variantsOf(adrWords[language].because).filter((word) => isDense(word) || word.length > 2);
const mayReason = mayHave(adrLanguages.flatMap(reasonsIn));
const reasonsBy = new Map(
  adrLanguages.map((language) => {
    return [language, new RegExp(anyWord([...reasonsIn('en'), ...reasonsIn(language)]), 'iu')] as const;
  }),
);

/** A sentence without the clause that gives its reason, which may name options that were not chosen. */
export function withoutReason(sentence: string, language: AdrLanguage): string {
  if (!mayReason(sentence)) return sentence;
  const at = reasonsBy.get(language)?.exec(sentence)?.index ?? -1;
  if (at > shortestClause) return sentence.slice(0, at).replace(/(?<![\s,，、])[\s,，、]+$/u, '');
  const comma = at === 0 ? sentence.search(/[,，、]/) : -1;
  return comma === -1 ? sentence : sentence.slice(comma + 1).trim();
}

/** The shortest clause in front of a reason, in UTF-16 units. */
const shortestClause = 5;

const buts = new Map(
  adrLanguages.map((language) => {
    const own = variantsOf(adrWords[language].asides).slice(0, 1);
    return [language, new RegExp(anyWord([...variantsOf(adrWords.en.asides).slice(0, 1), ...own]), 'iu')] as const;
  }),
);

/** Whether a sentence takes back what it says, behind “but”. */
export function isHedged(sentence: string, language: AdrLanguage): boolean {
  return buts.get(language)?.test(sentence) === true;
}

/** How far in front of an option “not” is looked for if the verb follows the option, in UTF-16 units. */
const nearContrast = 40;

/** Whether “instead of”, “over” or “not” is in front of a place in a sentence, behind its verb. */
export function isContrasted(sentence: string, verb: number, at: number): boolean {
  return contrast.test(sentence.slice(at < verb ? Math.max(0, at - nearContrast) : verb, at));
}
