import { expect, it } from 'vitest';
import { wordFreshness } from '../../../src/slack/text/archive-note.ts';

it('says why a list may not be as it is in git, and what to do', () => {
  expect(wordFreshness({ kind: 'fresh' })).toBeUndefined();
  expect(wordFreshness({ kind: 'away', trouble: { code: 'told before', text: 'No <repository> here.' } })).toBe(
    '⚠ This is as I last saw the repository. No <repository> here.',
  );
  expect(wordFreshness({ kind: 'being read' })).toMatchObject({
    text: expect.stringContaining('`/adr import` shows how far it is.'),
  });
  expect(wordFreshness({ kind: 'stopped' })).toMatchObject({
    text: expect.stringContaining('`/adr import` goes on with it.'),
  });
});
