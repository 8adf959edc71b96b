import { describe, expect, it } from 'vitest';
import { slackLimits } from '../../src/slack/text/blocks.ts';
import { languages } from '../../src/words/languages.ts';
import { cardSamples, peopleSamples, turnoutSamples } from './card-samples.ts';
import { outcomeSamples } from './outcome-samples.ts';
import { writeWords } from './write-words.ts';

describe.each(Object.entries(languages))('a card, in %s', (code, { people, card, turnout, outcomes }) => {
  it('is worded', async () => {
    const written = [
      writeWords(people, peopleSamples),
      writeWords(card, cardSamples),
      writeWords(turnout, turnoutSamples),
      writeWords(outcomes, outcomeSamples),
    ];
    await expect(written.join('\n')).toMatchFileSnapshot(`${code}/card.golden.txt`);
  });

  it('has buttons that are titles of forms as well', () => {
    for (const text of Object.values(card.buttons)) {
      expect(text.length, text).toBeLessThanOrEqual(slackLimits.viewTitle);
    }
  });
});
