import { expect, it } from 'vitest';
import { wordGaps } from '../../../src/slack/text/archive-note.ts';
import { en } from '../../../src/words/en/en.ts';

const away = { kind: 'away', trouble: { code: 'told before', text: 'No <repository> here.' } } as const;

it('says why a list may differ from git, and what to do', () => {
  expect(wordGaps(en, [])).toEqual([]);
  expect(wordGaps(en, [away])).toEqual(['⚠ This is as I last saw the repository. No <repository> here.']);
  expect(wordGaps(en, [{ kind: 'being read' }, { kind: 'stopped', repository: 'platform' }])).toMatchObject([
    { text: expect.stringContaining('`/adr import` shows the progress.') },
    { text: expect.stringContaining('`/adr import platform` goes on with it.') },
  ]);
});

it('names every repository, of many some by their names alone', () => {
  const names = Array.from({ length: 12 }, (_, index) => `team-${index}`);
  const notes = wordGaps(
    en,
    names.map((repository) => ({ ...away, repository })),
  );
  expect(notes).toHaveLength(4);
  for (const name of names.slice(3)) expect(notes.at(-1)).toContain(`“${name}”`);
});
