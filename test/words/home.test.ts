import { describe, expect, it } from 'vitest';
import type { HomeWords } from '../../src/words/home-words.ts';
import { languages } from '../../src/words/languages.ts';
import { link } from '../../src/words/say.ts';
import { type Samples, writeWords } from './write-words.ts';

const at = new Date('2026-11-20T17:00:00Z');
const decision = link('https://example.slack.com/1', 'Which queue?');

const samples: Samples<HomeWords> = {
  leftAt: [[at]],
  more: [[460], [1_200]],
  moreOpen: [[3]],
  vote: [
    [{ decision, channel: '#architecture', closesAt: at, progress: '2 of 5 voted' }],
    [{ decision, channel: '', closesAt: at, progress: '' }],
  ],
  decision: [
    [{ decision, channel: '#architecture', status: 'accepted', chosen: 'NATS', at }],
    [{ decision, channel: '', status: 'rejected', chosen: '', at: undefined }],
  ],
  noRepository: [[['#design']], [['#design', '#security']]],
};

describe.each(Object.values(languages))('Home, in $code', ({ code, home }) => {
  it('is worded', async () => {
    await expect(writeWords(home, samples)).toMatchFileSnapshot(`${code}/home.golden.txt`);
  });
});
