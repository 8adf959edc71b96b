import { describe, expect, it } from 'vitest';
import { languageCodes } from '../../src/decision/language-code.ts';
import { de } from '../../src/words/de/de.ts';
import { en } from '../../src/words/en/en.ts';
import type { Language } from '../../src/words/language.ts';
import { languages } from '../../src/words/languages.ts';

/** Groups that German still says in English. Whoever translates one takes it away here. */
const untranslated = new Set<keyof Language>([
  'verdicts',
  'rules',
  'refusals',
  'aroundOpenProposal',
  'ruleDoubts',
  'ruleDoubtAdvice',
  'draftRemarks',
  'wordReasons',
  'failures',
  'troubles',
  'publicationRemarks',
  'usages',
]);

describe('the languages that Gavel speaks', () => {
  it('stand in the table under their own codes', () => {
    expect(languageCodes.map((code) => languages[code].code)).toEqual([...languageCodes]);
  });

  it('say in German all but what is not translated yet', () => {
    const groups = Object.keys(en) as (keyof Language)[];
    expect(groups.filter((group) => de[group] === en[group])).toEqual(
      groups.filter((group) => untranslated.has(group)),
    );
  });
});
