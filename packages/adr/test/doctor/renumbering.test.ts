import { examineArchive } from '@gavel/adr/doctor/archive.ts';
import { wordRenumbering } from '@gavel/adr/doctor/words.ts';
import { describe, expect, it } from 'vitest';

function renumber(files: Readonly<Record<string, string>>) {
  const all = Object.entries(files).map(([name, text]) => ({ name, text }));
  return examineArchive(all, () => false).renumberings;
}

describe('where two files have one number', () => {
  it('the earlier keeps it, the later gets the next one, and all links to it are named', () => {
    const renumberings = renumber({
      '0007-a.md': '---\ndate: 2026-03-02\n---\n# 7. A\n',
      '0007-b.md': '---\ndate: 2026-01-01\n---\n# 7. B\n',
      '0011-c.md': '# C\n\nSee [A](0007-a.md)\nand [B](./0007-b.md).\n\n[a]: 0007-a.md#context\n',
      'README.md': '# Decisions\n\n* [7](0007-a.md)\n',
    });
    expect(renumberings).toEqual([
      {
        file: '0007-a.md',
        number: 12,
        oldNumber: 7,
        newFile: '0012-a.md',
        isInHeading: true,
        links: [
          { file: '0011-c.md', line: 3 },
          { file: '0011-c.md', line: 6 },
          { file: 'README.md', line: 3 },
        ],
      },
    ]);
    expect(renumberings.map(wordRenumbering)).toEqual([
      '0007-a.md → number 12: 0012-a.md. With it the number in its heading and the links in 0011-c.md line 3, 0011-c.md line 6, and README.md line 3 would change.',
    ]);
  });

  it('of three, two get numbers of their own, by name where there are no dates', () => {
    const found = renumber({ 'ADR-002-c.md': '# C\n', 'ADR-002-a.md': '# A\n', 'ADR-002-b.md': '# B\n' });
    expect(found.map(({ newFile }) => newFile)).toEqual(['ADR-003-b.md', 'ADR-004-c.md']);
    expect(found.map(wordRenumbering)[0]).toBe('ADR-002-b.md → number 3: ADR-003-b.md. No link leads to it.');
  });

  it('a dated one is older than one without a date', () => {
    const found = renumber({ '0001-a.md': '# A\n', '0001-b.md': '# B\n\nDate: 2020-01-01\n' });
    expect(found.map(({ file }) => file)).toEqual(['0001-a.md']);
  });

  it('folders count for themselves, and dates are no numbers', () => {
    expect(
      renumber({
        'web/0001-a.md': '# A\n',
        'core/0001-b.md': '# B\n',
        '20260101-c.md': '# C\n',
        '20260101-d.md': '# D\n',
      }),
    ).toEqual([]);
  });
});
