import { expect, it } from 'vitest';
import { rulesText } from '../../src/slack/rules-text.ts';

it('explains every rule, in a message that Slack takes', async () => {
  expect(rulesText().length).toBeLessThanOrEqual(4_000);
  await expect(`${rulesText()}\n`).toMatchFileSnapshot('rules.golden.txt');
});
