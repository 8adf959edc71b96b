import type { AdrLanguage } from '@gavel/adr/language/adr-language.ts';
import type { GovernedWords } from '../words/governed-words.ts';
import { recordLanguages } from '../words/record-languages.ts';

/** What is said outside Slack about decisions, in the language of an archive. */
export function governedWords(language: AdrLanguage): GovernedWords {
  return recordLanguages[language].governed;
}
