/** The languages whose words Gavel reads and writes in ADRs, by their codes. `zh` is in simplified characters. */
export const adrLanguages = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'pl',
  'ru',
  'ja',
  'zh',
  'zh-Hant',
  'ko',
  'nb',
  'da',
  'sv',
] as const;

/** A language of ADRs. */
export type AdrLanguage = (typeof adrLanguages)[number];

/** Whether something is the code of a language of ADRs. */
export function isAdrLanguage(value: unknown): value is AdrLanguage {
  return adrLanguages.some((language) => language === value);
}
