import { expect, it } from 'vitest';
import { type GovernedBy, writeGoverned } from '../../src/record/governed-text.ts';
import { recordLanguages } from '../../src/words/record-languages.ts';

const adr: GovernedBy = {
  number: 7,
  title: 'Use PostgreSQL @here',
  outcome: 'PostgreSQL, closes #1',
  deciders: ['Anna', 'Ben'],
  date: '2026-03-02',
  url: 'https://example.com/0007.md',
  fileName: '0007-use-postgresql.md',
  supersededBy: undefined,
  patterns: ['src/store/**'],
  paths: ['src/store/a.ts', 'src/store/`b`.ts', 'src/store/c.ts', 'src/store/d.ts'],
  pathCount: 12,
};
const bare = { ...adr, number: undefined, outcome: undefined, deciders: [], date: undefined, url: undefined };
const supersededBy = { number: 9, title: 'Use SQLite', url: undefined };

it.each(Object.values(recordLanguages))('what a review is told in $code', async ({ code, governed }) => {
  const text = [
    writeGoverned(
      [adr, { ...bare, supersededBy }, { ...bare, supersededBy: { ...supersededBy, title: '' } }],
      governed,
      {
        firstFiles: 3_000,
        isEnforced: true,
      },
    ),
    governed.ungoverned,
    governed.governed(1),
    governed.governed(3),
    governed.heading,
    governed.intro,
    governed.more(3),
  ].join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot(`../words/${code}/governed.golden.txt`);
});
