import { describe, expect, it } from 'vitest';
import { slackLimits } from '../../src/slack/text/blocks.ts';
import { languages } from '../../src/words/languages.ts';
import { formSamples, ownRuleFormSamples, ruleHelpSamples, settingsFormSamples } from './settings-samples.ts';
import { writeWords } from './write-words.ts';

describe.each(Object.entries(languages))('the settings of a channel, in %s', (code, language) => {
  it('are worded', async () => {
    const { forms, settingsForm, ownRuleForm, ruleHelp } = language;
    const written = [
      writeWords(forms, formSamples),
      writeWords(settingsForm, settingsFormSamples),
      writeWords(ownRuleForm, ownRuleFormSamples),
      writeWords(ruleHelp, ruleHelpSamples),
    ];
    await expect(written.join('\n')).toMatchFileSnapshot(`${code}/settings.golden.txt`);
  });

  it('have choices that Slack shows in full', () => {
    const { settingsForm, ownRuleForm } = language;
    const { methods, abstentions, objections, earlyEnds, endings, votesAfterLeaving, tally } = ownRuleForm;
    const choices = [methods, abstentions, objections, earlyEnds, endings, votesAfterLeaving, tally];
    const texts = choices.flatMap((words) => Object.values(words));
    for (const text of [settingsForm.inherited, ...texts]) {
      expect(text.length, text).toBeLessThanOrEqual(slackLimits.optionText);
    }
  });
});
