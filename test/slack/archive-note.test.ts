import { expect, it } from 'vitest';
import { wordFreshness } from '../../src/slack/archive-note.ts';

it('says why a list may not be as it is in git, and what to do', () => {
  expect(wordFreshness({ kind: 'fresh' })).toBeUndefined();
  expect(wordFreshness({ kind: 'away', reason: 'No <repository> here.' })).toBe(
    ':warning: This is as I last saw the repository. No &lt;repository&gt; here.',
  );
  expect(wordFreshness({ kind: 'being read' })).toContain('`/adr import` shows how far it is.');
  expect(wordFreshness({ kind: 'stopped' })).toContain('`/adr import` goes on with it.');
});
