import { describe, expect, it } from 'vitest';
import { languages } from '../../src/words/languages.ts';
import {
  bondSamples,
  draftFormSamples,
  editFormSamples,
  optionFormSamples,
  proposeFormSamples,
  sectionFormSamples,
  shortcutSamples,
} from './propose-samples.ts';
import { writeWords } from './write-words.ts';

describe.each(Object.entries(languages))('the forms of a proposal, in %s', (code, language) => {
  it('are worded', async () => {
    const { proposeForm, sectionForm, draftForm, editForm, optionForm, bonds, shortcut } = language;
    const written = [
      writeWords(proposeForm, proposeFormSamples),
      writeWords(sectionForm, sectionFormSamples),
      writeWords(draftForm, draftFormSamples),
      writeWords(editForm, editFormSamples),
      writeWords(optionForm, optionFormSamples),
      writeWords(bonds, bondSamples),
      writeWords(shortcut, shortcutSamples),
    ];
    await expect(written.join('\n')).toMatchFileSnapshot(`${code}/propose.golden.txt`);
  });
});
