import { expect, it } from 'vitest';
import { languages } from '../../src/words/languages.ts';
import { recordSamples } from './record-samples.ts';
import { writeWords } from './write-words.ts';

it.each(Object.entries(languages))('ADRs and their commits are worded in %s', async (code, { record }) => {
  await expect(writeWords(record, recordSamples)).toMatchFileSnapshot(`${code}/record.golden.txt`);
});
