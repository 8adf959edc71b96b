import { expect, it } from 'vitest';
import { languages } from '../../src/words/languages.ts';
import { digestSamples, importSamples } from './digest-samples.ts';
import { writeWords } from './write-words.ts';

it.each(Object.entries(languages))('digests and imports are worded in %s', async (code, { digest, imports }) => {
  const written = [writeWords(digest, digestSamples), writeWords(imports, importSamples)];
  await expect(written.join('\n')).toMatchFileSnapshot(`${code}/digest.golden.txt`);
});
