import { expect, it } from 'vitest';
import { languageCodes } from '../../src/decision/language-code.ts';
import { languages } from '../../src/words/languages.ts';

it('has each language that Gavel speaks in the table under its own code', () => {
  expect(languageCodes.map((code) => languages[code].code)).toEqual([...languageCodes]);
});
