import { examineArchive } from '@gavel/adr/doctor/archive.ts';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../in-english.ts';

function examine(files: Readonly<Record<string, string>>) {
  return examineArchive(
    Object.entries(files).map(([name, text]) => ({ name, text })),
    () => false,
  );
}

const saidOf = (files: Readonly<Record<string, string>>) =>
  inEnglish(examine(files).findings.map(({ warning }) => warning));

describe('examineArchive', () => {
  it('finds nothing wrong with ADRs that name each other by number', () => {
    const files = {
      '0001-a.md': '---\nstatus: superseded\nsuperseded_by: [ADR-0002]\n---\n\n# A\n',
      '0002-b.md': '---\nstatus: accepted\nsupersedes: [ADR-0001]\n---\n\n# B\n',
    };
    expect(saidOf(files)).toEqual([]);
  });

  it.each([
    ['gaps', { '0001-a.md': '# A\n', '0004-b.md': '# B\n' }, 'Between 1 and 4, the numbers 2 to 3 are missing.'],
    ['a broken link', { '0001-a.md': '# A\n\n[gone](0009-gone.md)\n' }, 'The link to 0009-gone.md leads nowhere.'],
    [
      'a superseded ADR without a link',
      { '0001-a.md': '# A\n\nStatus: superseded\n' },
      'It is superseded, but nothing says by what.',
    ],
    [
      'a link one way',
      { '0001-a.md': '# A\n\nStatus: superseded by [B](0002-b.md)\n', '0002-b.md': '# B\n' },
      '0001-a.md says “superseded by 0002-b.md”, but 0002-b.md doesn’t say “supersedes 0001-a.md”.',
    ],
    [
      'a number one way',
      { '0001-a.md': '# A\n\nStatus: superseded by ADR-0002\n', '0002-b.md': '# B\n' },
      '0001-a.md says “superseded by 0002-b.md”, but 0002-b.md doesn’t say “supersedes 0001-a.md”.',
    ],
    [
      'a circle',
      {
        '0001-a.md': '# A\n\nStatus: superseded by [B](0002-b.md)\n',
        '0002-b.md': '# B\n\nStatus: superseded by [A](0001-a.md)\n',
      },
      'These supersede each other in a circle: 0001-a.md → 0002-b.md → 0001-a.md.',
    ],
  ])('finds %s', (_, files, message) => {
    expect(saidOf(files)).toContainEqual(expect.stringContaining(message));
  });

  it('has nothing to say of links both ways', () => {
    const files = {
      '0001-a.md': '# A\n\nStatus: superseded by [B](0002-b.md)\n',
      '0002-b.md': '# B\n\nStatus: accepted\n\nSupersedes [A](0001-a.md)\n',
    };
    expect(saidOf(files)).toEqual([]);
  });

  it('knows files by what the caller says is there', () => {
    const files = [{ name: 'adr/0001-a.md', text: '# A\n\nStatus: draft\n\n[b](../code/b.ts) [c](c%20d.png)\n' }];
    const asked: string[] = [];
    const { findings } = examineArchive(files, (path) => asked.push(path) > 0);
    expect([findings, asked]).toEqual([[], ['code/b.ts', 'adr/c d.png']]);
  });

  it('proposes a number for the later of two files', () => {
    const { findings } = examine({ '0001-a.md': '# A\n', '0001-b.md': '# B\n', '0007-c.md': '# C\n' });
    expect(findings.filter(({ warning }) => warning.isError)).toEqual([
      {
        file: '0001-b.md',
        warning: {
          code: 'duplicate number',
          number: 1,
          files: ['0001-a.md', '0001-b.md'],
          count: 2,
          newNumber: 8,
          newFile: '0008-b.md',
          line: 1,
          isError: true,
        },
      },
    ]);
  });
});
