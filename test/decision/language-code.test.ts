import { expect, it } from 'vitest';
import { isLanguageCode, languageOfLocale } from '../../src/decision/language-code.ts';

it('finds the language of a locale that Gavel speaks', () => {
  expect(['de-DE', 'de_AT', 'de', 'en-GB', 'DE-de', 'fr-FR', 'den-CA', '', undefined].map(languageOfLocale)).toEqual([
    ...['de', 'de', 'de', 'en', 'de'],
    ...[undefined, undefined, undefined, undefined],
  ]);
});

it('recognizes codes, and nothing else', () => {
  expect(['en', 'de', 'DE', 'german', '', undefined, 3].map(isLanguageCode)).toEqual([
    ...[true, true],
    ...[false, false, false, false, false],
  ]);
});
