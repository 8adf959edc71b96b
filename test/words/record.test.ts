import { expect, it } from 'vitest';
import { recordLanguages } from '../../src/words/record-languages.ts';
import { outcomeSamples } from './outcome-samples.ts';
import { recordSamples } from './record-samples.ts';
import { writeWords } from './write-words.ts';

it.each(Object.entries(recordLanguages))('ADRs and their commits are worded in %s', async (code, { record }) => {
  const { punctuation: _, ...words } = record;
  await expect(writeWords(words, recordSamples)).toMatchFileSnapshot(`${code}/record.golden.txt`);
});

it.each(Object.entries(recordLanguages))(
  'who decided, and against what, is worded in %s',
  async (code, { outcomes }) => {
    const { decided } = outcomes;
    const words = writeWords({ decided }, { decided: outcomeSamples.decided });
    await expect(words).toMatchFileSnapshot(`${code}/decided.golden.txt`);
  },
);
