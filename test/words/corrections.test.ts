import { describe, expect, it } from 'vitest';
import { slackLimits } from '../../src/slack/text/blocks.ts';
import { languages } from '../../src/words/languages.ts';
import { correctionSamples } from './correction-samples.ts';
import { writeWords } from './write-words.ts';

describe.each(Object.entries(languages))('corrections and withdrawals, in %s', (code, { corrections }) => {
  it('are worded', async () => {
    await expect(writeWords(corrections, correctionSamples)).toMatchFileSnapshot(`${code}/corrections.golden.txt`);
  });

  it('have titles and questions that fit in Slack', () => {
    const { title, formTitles, confirm, withdraw } = corrections;
    for (const each of [title, ...Object.values(formTitles)]) {
      expect(each.length).toBeLessThanOrEqual(slackLimits.viewTitle);
    }
    // Slack: confirmation dialog object.
    expect(confirm.title.length).toBeLessThanOrEqual(100);
    for (const text of [confirm.reason, confirm.option, confirm.openOption]) {
      expect(text.length).toBeLessThanOrEqual(300);
    }
    for (const text of [confirm.keep, withdraw]) expect(text.length).toBeLessThanOrEqual(30);
  });
});
