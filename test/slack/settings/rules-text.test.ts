import { validateMessage } from '@gavel/local-slack/block-kit/validate.ts';
import { describe, expect, it } from 'vitest';
import { helpAnswer } from '../../../src/slack/app/help.ts';
import { rulesText } from '../../../src/slack/settings/rules-text.ts';
import { fitsParagraph } from '../../../src/slack/text/words.ts';
import { en } from '../../../src/words/en/en.ts';
import { languages } from '../../../src/words/languages.ts';
import { readBlocks } from '../readable.ts';

describe('what /adr help rules answers', () => {
  it.each(Object.entries(languages))('is a message that Slack accepts, and complete, in %s', (_, language) => {
    expect(validateMessage(helpAnswer(language, 'rules', false))).toEqual([]);
    expect(rulesText(language).map(fitsParagraph)).not.toContain(false);
  });

  it('explains every rule', async () => {
    await expect(readBlocks(helpAnswer(en, 'rules', false).blocks)).toMatchFileSnapshot('rules.golden.txt');
  });
});
