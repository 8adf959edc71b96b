import { expect, it } from 'vitest';
import { helpText } from '../../src/slack/help-text.ts';

it('says what Gavel is and what /adr knows', async () => {
  await expect(`${helpText()}\n`).toMatchFileSnapshot('help.golden.txt');
});
