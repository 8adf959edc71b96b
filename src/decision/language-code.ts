/** The languages that Gavel speaks, by the codes that Slack's and browsers' locales begin with. */
export const languageCodes = ['en', 'de'] as const;

/** A language that Gavel speaks. */
export type LanguageCode = (typeof languageCodes)[number];

/** Whether Gavel speaks the language that this is the code of. */
export function isLanguageCode(value: unknown): value is LanguageCode {
  return languageCodes.some((code) => code === value);
}

/** The language of a locale such as “de-DE” or “de_AT”, if Gavel speaks it. */
export function languageOfLocale(locale: string | undefined): LanguageCode | undefined {
  const [code] = (locale ?? '').toLowerCase().split(/[-_]/);
  return isLanguageCode(code) ? code : undefined;
}
