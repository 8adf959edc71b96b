import { expect, it } from 'vitest';
import { languages } from '../../src/words/languages.ts';
import { reviewTextSamples } from './review-samples.ts';
import { writeWords } from './write-words.ts';

it.each(Object.entries(languages))('reviews are worded in %s', async (code, { reviewText }) => {
  await expect(writeWords(reviewText, reviewTextSamples)).toMatchFileSnapshot(`${code}/review-text.golden.txt`);
});
