import type { AdrLanguage } from '@gavel/adr/language/adr-language.ts';

/** How PostgreSQL takes the words of a language to their stems; `simple` leaves them as they are. */
const configurations: Readonly<Record<AdrLanguage, string>> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  pt: 'portuguese',
  it: 'italian',
  nl: 'dutch',
  pl: 'simple',
  ru: 'russian',
  ja: 'simple',
  zh: 'simple',
  'zh-Hant': 'simple',
  ko: 'simple',
  nb: 'norwegian',
  da: 'danish',
  sv: 'swedish',
};

/** The text search configuration for a text in a language; where the language is unclear, that of English. */
export function configurationOf(language: AdrLanguage | undefined): string {
  return configurations[language ?? 'en'];
}
