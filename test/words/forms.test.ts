import { describe, expect, it } from 'vitest';
import { languages } from '../../src/words/languages.ts';
import {
  argumentFormSamples,
  deadlineFormSamples,
  objectionFormSamples,
  outcomeFormSamples,
  pressSamples,
  scoreFormSamples,
  settleFormSamples,
  wholeDecisionSamples,
  withdrawFormSamples,
} from './form-samples.ts';
import { writeWords } from './write-words.ts';

describe.each(Object.entries(languages))('the forms of an open decision, in %s', (code, language) => {
  it('are worded', async () => {
    const written = [
      writeWords(language.argumentForm, argumentFormSamples),
      writeWords(language.objectionForm, objectionFormSamples),
      writeWords(language.settleForm, settleFormSamples),
      writeWords(language.wholeDecision, wholeDecisionSamples),
      writeWords(language.deadlineForm, deadlineFormSamples),
      writeWords(language.press, pressSamples),
      writeWords(language.scoreForm, scoreFormSamples),
      writeWords(language.outcomeForm, outcomeFormSamples),
      writeWords(language.withdrawForm, withdrawFormSamples),
    ];
    await expect(written.join('\n')).toMatchFileSnapshot(`${code}/forms.golden.txt`);
  });
});
