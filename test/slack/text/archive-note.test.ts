import { expect, it } from 'vitest';
import { wordFreshness } from '../../../src/slack/text/archive-note.ts';
import { en } from '../../../src/words/en/en.ts';

it('says why a list may not be as it is in git, and what to do', () => {
  expect(wordFreshness(en, { kind: 'fresh' })).toBeUndefined();
  expect(wordFreshness(en, { kind: 'away', trouble: { code: 'told before', text: 'No <repository> here.' } })).toBe(
    '⚠ This is as I last saw the repository. No <repository> here.',
  );
  expect(wordFreshness(en, { kind: 'being read' })).toMatchObject({
    text: expect.stringContaining('`/adr import` shows how far it is.'),
  });
  expect(wordFreshness(en, { kind: 'stopped' })).toMatchObject({
    text: expect.stringContaining('`/adr import` goes on with it.'),
  });
});
