import type { AdrLanguage } from '../language/adr-language.ts';
import type { AdrDocument } from '../read/document.ts';
import { guessCommonLanguage } from '../text/guess-language.ts';
import { commonValue } from './vote.ts';

/** The share of the headings that are known in a language which no text shows. */
const known = 0.4;

/**
 * The language of the headings; of the text, if none of them is a known one; else English. A few headings that a language
 * has in common with one that nobody knows here, such as Czech “Kontext”, say nothing.
 */
export function labelLanguageOf(documents: readonly AdrDocument[]): AdrLanguage {
  const guessed = guessCommonLanguage(documents.map(({ source }) => source.text));
  const headed = commonValue(documents, ({ source }) => source.language);
  if (headed === undefined || headed === 'en' || guessed === headed) return headed ?? guessed ?? 'en';
  const sections = documents
    .filter(({ source }) => source.language === headed)
    .flatMap((document) => document.sections);
  const isKnown = sections.filter(({ part }) => part !== undefined).length >= sections.length * known;
  return isKnown ? headed : (guessed ?? 'en');
}
