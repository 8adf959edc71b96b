import { expect, it } from 'vitest';
import { slackLimits } from '../../src/slack/text/blocks.ts';
import { languages } from '../../src/words/languages.ts';
import { recordLanguages } from '../../src/words/record-languages.ts';
import { reviewSamples, reviewTextSamples } from './review-samples.ts';
import { writeWords } from './write-words.ts';

it.each(Object.entries(recordLanguages))('reviews are worded in %s', async (code, { reviewText }) => {
  await expect(writeWords(reviewText, reviewTextSamples)).toMatchFileSnapshot(`${code}/review-text.golden.txt`);
});

it.each(Object.entries(languages))('what is said about reviews is worded in %s', async (code, { reviews }) => {
  await expect(writeWords(reviews, reviewSamples)).toMatchFileSnapshot(`${code}/reviews.golden.txt`);
});

it.each(Object.entries(languages))('buttons and titles about reviews fit in %s', (_, { reviews }) => {
  expect(reviews.changes.length).toBeLessThanOrEqual(slackLimits.viewTitle);
  for (const text of [...Object.values(reviews.closed), reviews.showChanges])
    expect(text.length).toBeLessThanOrEqual(75);
});
