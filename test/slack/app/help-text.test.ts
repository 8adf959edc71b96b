import { expect, it } from 'vitest';
import { helpText } from '../../../src/slack/app/help-text.ts';
import { en } from '../../../src/words/en/en.ts';
import { readWords } from '../readable.ts';

it('says what Gavel is and what /adr knows', async () => {
  await expect(`${readWords(helpText(en, false))}\n`).toMatchFileSnapshot('help.golden.txt');
});
