import { validateMessage } from '@gavel/local-slack/block-kit/validate.ts';
import { expect, it } from 'vitest';
import { answer } from '../../../src/slack/app/answer.ts';
import { rulesText } from '../../../src/slack/settings/rules-text.ts';
import { en } from '../../../src/words/en/en.ts';
import { readBlocks } from '../readable.ts';

it('explains every rule, in a message that Slack takes', async () => {
  expect(validateMessage(answer(rulesText(en)))).toEqual([]);
  await expect(readBlocks(answer(rulesText(en)).blocks)).toMatchFileSnapshot('rules.golden.txt');
});
