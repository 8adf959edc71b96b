import { describe, expect, it } from 'vitest';
import { languages } from '../../src/words/languages.ts';
import type { RecallWords } from '../../src/words/recall-words.ts';
import { typed } from '../../src/words/typed.ts';
import { type Samples, writeWords } from './write-words.ts';

const when = typed('we outgrow *one* server');

const samples: Samples<RecallWords> = {
  tagsHint: [[[]], [['storage']], [['storage', 'kafka', 'search']]],
  doubted: [
    ['governs everything', '**'],
    ['governs nothing', 'src/old/**'],
  ],
  revisitSuggested: [[1], [12]],
  revisit: [
    ['2027-11-30', undefined],
    [undefined, when],
    ['2027-11-30', when],
  ],
};

describe.each(Object.values(languages))('tags, affected paths and when to look again, in $code', ({ code, recall }) => {
  it('are worded', async () => {
    await expect(writeWords(recall, samples)).toMatchFileSnapshot(`${code}/recall.golden.txt`);
  });
});
