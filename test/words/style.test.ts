import { describe, expect, it } from 'vitest';
import { slackLimits } from '../../src/slack/text/blocks.ts';
import { languages } from '../../src/words/languages.ts';
import { styleSamples } from './style-samples.ts';
import { writeWords } from './write-words.ts';

describe.each(Object.values(languages))('how ADRs are written, in $code', ({ code, style }) => {
  it('is worded', async () => {
    await expect(writeWords(style, styleSamples)).toMatchFileSnapshot(`${code}/style.golden.txt`);
  });

  it('has a title that Slack shows in full', () => {
    expect(style.title.length).toBeLessThanOrEqual(slackLimits.viewTitle);
  });
});
