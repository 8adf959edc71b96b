import { validateMessage } from '@gavel/local-slack/block-kit/validate.ts';
import { expect, it } from 'vitest';
import { answer } from '../../../src/slack/app/answer.ts';
import { rulesText } from '../../../src/slack/settings/rules-text.ts';
import { readBlocks } from '../readable.ts';

it('explains every rule, in a message that Slack takes', async () => {
  expect(validateMessage(answer(rulesText()))).toEqual([]);
  await expect(readBlocks(answer(rulesText()).blocks)).toMatchFileSnapshot('rules.golden.txt');
});
