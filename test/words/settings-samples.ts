import type { FormWords } from '../../src/words/form-words.ts';
import type { OwnRuleFormWords, RuleHelpWords, SettingsFormWords } from '../../src/words/settings-words.ts';
import { closesAt } from '../decision/sample.ts';
import type { Samples } from './write-words.ts';

export const formSamples: Samples<FormWords> = {
  page: [
    [1, 3],
    [2, undefined],
    [1_000, 1_200],
  ],
  more: [[1], [12]],
};

export const settingsFormSamples: Samples<SettingsFormWords> = {
  scope: [['backend']],
  changedBy: [['Ana', closesAt]],
  inheritedLanguage: [['English']],
  timeZoneHint: [[undefined], ['Europe/Berlin']],
};

export const ownRuleFormSamples: Samples<OwnRuleFormWords> = { soFar: [['The option with the most votes wins.']] };

export const ruleHelpSamples: Samples<RuleHelpWords> = {};
