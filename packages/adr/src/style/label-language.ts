import type { AdrLanguage } from '../language/adr-language.ts';
import type { AdrDocument } from '../read/document.ts';
import { guessCommonLanguage } from '../text/guess-language.ts';
import { commonValue } from './vote.ts';

/** The language of the headings; of the text, if none of them is a known one; else English. */
export function labelLanguageOf(documents: readonly AdrDocument[]): AdrLanguage {
  return (
    commonValue(documents, ({ source }) => source.language) ??
    guessCommonLanguage(documents.map(({ source }) => source.text)) ??
    'en'
  );
}
