import { type Amendment, amendAdr } from '@gavel/adr/amend/amend.ts';
import { offsetInFile } from '@gavel/adr/amend/edit.ts';
import { linkedFile } from '@gavel/adr/read/links/linked-file.ts';
import { meaningOfStatus } from '@gavel/adr/read/metadata/status.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCharacter } from '../any-character.ts';
import { dialectNames, readDialect } from '../dialects/read-dialect.ts';
import { monsters } from '../markdown/guard/monsters.ts';

const to = { number: 12, title: 'Use [big] cups', file: '0012-use-big-cups.md' };
const date = '2026-11-20';

/** The part of one text that differs from the other. The rest is the same, byte for byte. */
function difference(before: string, after: string): { taken: string; put: string } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end))
    end += 1;
  return { taken: before.slice(start, before.length - end), put: after.slice(start, after.length - end) };
}

/** The pieces that must stay: the whole file, or the text around the words for the status if they are to change. */
function aroundStatuses(file: string, amendment: Amendment): string[] {
  const isStatus = 'status' in amendment || amendment.link === 'superseded by';
  const { statuses } = readAdr(file);
  const ranges = statuses
    .filter(({ foundIn }) => isStatus && foundIn !== 'log')
    .toSorted((one, other) => one.start - other.start);
  const cuts = ranges.flatMap(({ start, end }) => [offsetInFile(file, start), offsetInFile(file, end)]);
  return [0, ...cuts, file.length].flatMap((from, index, all) =>
    index % 2 === 0 ? [file.slice(from, all[index + 1])] : [],
  );
}

/** Whether a text consists of these pieces with something added between two of them, or inside the only one. */
function isInsertedInto(text: string, pieces: readonly string[]): boolean {
  if (pieces.length === 1) return difference(pieces[0] ?? '', text).taken === '';
  let at = 0;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return text.startsWith(pieces[0] ?? '') && text.endsWith(pieces.at(-1) ?? '');
}

/** The lines that `git diff` would show. */
function changedLines(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

const superseded: Readonly<Record<string, readonly string[]>> = {
  nygard: ['- Accepted', '+ Superseded by [ADR-0012](0012-use-big-cups.md)'],
  'adr-tools': ['- Accepted', '+ Superseded by [12. Use \\[big\\] cups](0012-use-big-cups.md)'],
  'madr-2': [
    '- * Status: superseded by [ADR-0012](0012-move-reports.md)',
    '+ * Status: superseded by [ADR-0012](0012-move-reports.md), [ADR-0012](0012-use-big-cups.md)',
  ],
  'madr-3': ['- status: rejected', '+ status: superseded by [ADR-0012](0012-use-big-cups.md)'],
  'madr-4': ['- status: "accepted"', '+ status: "superseded by [ADR-0012](0012-use-big-cups.md)"'],
  log4brains: ['- - Status: draft', '+ - Status: superseded by [ADR-0012](0012-use-big-cups.md)'],
  verdicts: ['- **Status**: Accepted  ', '+ **Status**: Superseded by [ADR-012](0012-use-big-cups.md)  '],
  'rules-and-marks': [
    '- **Status:** Accepted',
    '- **Status:** Accepted and live since July',
    '+ **Status:** Superseded by [ADR 012](0012-use-big-cups.md)',
    '+ **Status:** Superseded by [ADR 012](0012-use-big-cups.md) and live since July',
  ],
  edgex: ['+ - superseded by [ADR-0012](0012-use-big-cups.md) 2026-11-20'],
  table: [
    '- | Accepted | 27.12.2024 | Ana, Bo |',
    '+ | Superseded by [ADR-012](0012-use-big-cups.md) | 27.12.2024 | Ana, Bo |',
  ],
};

describe('amendAdr', { timeout: 180_000 }, () => {
  it.each(Object.entries(superseded))(
    'marks an ADR as superseded in the dialect of %s, and changes no other line',
    (name, lines) => {
      const text = readDialect(name);
      expect(changedLines(text, amendAdr(text, { link: 'superseded by', to, date }))).toEqual(lines);
    },
  );

  it.each([
    ['adr-tools', 'amended by', '\n\nAmended by [12. Use \\[big\\] cups](0012-use-big-cups.md)'],
    ['adr-tools', 'supersedes', '\n\nSupersedes [12. Use \\[big\\] cups](0012-use-big-cups.md)'],
    ['madr-2', 'amended by', '\n* Amended by [ADR-0012](0012-use-big-cups.md)'],
    ['log4brains', 'supersedes', '\n- Supersedes [ADR-0012](0012-use-big-cups.md)'],
    ['madr-3', 'amends', '\n\nAmends [ADR-0012](0012-use-big-cups.md)'],
    ['madr-4', 'amended by', '\n\n## More Information\n\nAmended by [ADR-0012](0012-use-big-cups.md)'],
    ['verdicts', 'amended by', '\n- Amended by [ADR-012](0012-use-big-cups.md)'],
  ] as const)('adds a link in the dialect of %s: %s', (name, link, expected) => {
    const text = readDialect(name);
    const { taken, put } = difference(text, amendAdr(text, { link, to, date }));
    expect([taken, put.trim()]).toEqual(['', expected.trim()]);
  });

  // npryce/adr-tools uses the heading of an ADR as the link text.
  it.each([
    ['without consequences', '## Status\n\nAccepted\n\n## Context\n\nC\n\n## Decision\n\nD\n'],
    ['with options', '## Status\n\nAccepted\n\n## Context\n\nC\n\n## Considered Options\n\n* A\n\n## Decision\n\nD\n'],
    ['with a status alone', '## Status\n\nAccepted\n\n## Decision\n\nD\n'],
  ])('knows a file of adr-tools %s, and its spelling only where the house has it', (_, sections) => {
    const text = `# 9. Use cups\n\nDate: 2025-01-02\n\n${sections}`;
    const link = '[12. Use \\[big\\] cups](0012-use-big-cups.md)';
    const amend = (kind: 'superseded by' | 'supersedes', house?: HouseStyle) =>
      amendAdr(text, { link: kind, to, date }, house);
    expect(amend('superseded by')).toBe(text.replace('Accepted', `Superseded by ${link}`));
    expect(amend('supersedes')).toBe(text.replace('Accepted', `Accepted\n\nSupersedes ${link}`));
    const older = text.replace('Accepted', 'Superceded by [9. Use cups](0009-use-cups.md)');
    const house = learnStyle([
      { name: '0008-use-mugs.md', text: older },
      { name: '0009-use-cups.md', text },
    ]);
    expect(amend('superseded by', house)).toBe(text.replace('Accepted', `Superceded by ${link}`));
    expect(amend('supersedes', house)).toBe(text.replace('Accepted', `Accepted\n\nSupercedes ${link}`));
  });

  it('finds its own link again behind an emphasized status', () => {
    const text = '# T\n\n## Status\n\n> **Accepted**\n\n## Decision\n\nD\n';
    const amended = amendAdr(text, { link: 'superseded by', to, date });
    expect(readAdr(amended).links).toMatchObject([{ kind: 'superseded by', url: to.file }]);
  });

  it('numbers an ADR in link texts like the headings of the file', () => {
    const linkIn = (heading: string) =>
      /\[.*?\](?=\(0012)/.exec(
        amendAdr(`# ${heading}\n\n## Status\n\nAccepted\n`, { link: 'superseded by', to, date }),
      )?.[0];
    expect(['9. T', 'ADR-009: T', 'ADR 9 - T', '[009] T', '0009 T', 'T'].map(linkIn)).toEqual([
      '[12. Use \\[big\\] cups]',
      '[ADR-012]',
      '[ADR 0012]',
      '[ADR-012]',
      '[ADR-0012]',
      '[ADR-0012]',
    ]);
  });

  it('uses the file name as the link text in log4brains, which reads it from there', () => {
    const text = readDialect('log4brains');
    const dated = { number: undefined, title: 'Use big cups', file: '20261120-use-big-cups.md' };
    const link = '[20261120-use-big-cups](20261120-use-big-cups.md)';
    expect(changedLines(text, amendAdr(text, { link: 'superseded by', to: dated, date }))).toEqual([
      '- - Status: draft',
      `+ - Status: superseded by ${link}`,
    ]);
    const unlinked = text.slice(0, text.indexOf('\n## Links'));
    expect(amendAdr(unlinked, { link: 'supersedes', to: dated, date })).toBe(
      `${unlinked.trimEnd()}\n\n## Links\n\n- Supersedes ${link}\n`,
    );
  });

  it('keeps titles out of YAML, where they could have another meaning', () => {
    const text = '---\nstatus: accepted\n---\n\n# 9. T\n\n## Context\n\nC\n';
    const others = [
      { ...to, title: 'Cups: big # ones' },
      { number: undefined, title: 'Cups: big # ones', file: '20261120-cups.md' },
    ];
    expect(others.map((other) => amendAdr(text, { link: 'superseded by', to: other, date }))).toEqual([
      text.replace('accepted', 'superseded by [ADR-0012](0012-use-big-cups.md)'),
      text.replace('accepted', 'superseded by [20261120-cups](20261120-cups.md)'),
    ]);
  });

  it('writes “deprecated” in the case that the file uses', () => {
    const text = readDialect('rules-and-marks').replace('Accepted', 'ACCEPTED');
    expect(changedLines(text, amendAdr(text, { status: 'deprecated', date }))).toContain('+ **Status:** DEPRECATED');
  });

  it.each(Object.entries(monsters))('changes only the status above %s', (_, [monster]) => {
    const text = `# T\n\n* Status: accepted\n\n${monster.replace('# T\n\n', '')}`;
    const amended = amendAdr(text, { link: 'superseded by', to, date });
    const link = '[ADR-0012](0012-use-big-cups.md)';
    expect(amended === text.replace('accepted', `superseded by ${link}`)).toBe(true);
  });

  it('allows for several byte order marks, as in concatenated files', () => {
    const text = '\ufeff\ufeff# T\r\n\r\nStatus: accepted\r\n';
    expect(amendAdr(text, { status: 'deprecated', date })).toBe(text.replace('accepted', 'deprecated'));
  });

  it('changes only the words on a line with several entries, in a heading and in a badge', () => {
    const rest = '\n\n## Context\n\nC\n';
    const amended = (head: string) => amendAdr(`# T\n\n${head}${rest}`, { status: 'deprecated', date });
    for (const head of ['**Status:** accepted | **Review:** 2025-06', '## Status: accepted']) {
      expect(amended(head)).toBe(`# T\n\n${head.replace('accepted', 'deprecated')}${rest}`);
    }
    const badge = '![Status](https://img.shields.io/badge/status-accepted-green)';
    expect(amended(badge)).toContain(badge.replace('accepted', 'deprecated'));
    const superseded = amendAdr(`# T\n\n${badge}${rest}`, { link: 'superseded by', to, date });
    expect(superseded).toContain(badge.replace('accepted', 'superseded'));
    expect(readAdr(superseded).links.filter(({ kind }) => kind === 'superseded by')).toHaveLength(1);
  });

  it('adds a status to a file that has none', () => {
    expect(amendAdr('# T\n\nWords.\n', { status: 'deprecated', date })).toBe('# T\n\nStatus: deprecated\n\nWords.\n');
    expect(amendAdr('---\ndate: 2024-01-02\n---\n# T\n', { status: 'deprecated', date })).toBe(
      '---\nstatus: deprecated\ndate: 2024-01-02\n---\n# T\n',
    );
    expect(amendAdr('# T\n\n- Date: 2024-01-02\n', { status: 'deprecated', date })).toBe(
      '# T\n\n- Status: deprecated\n- Date: 2024-01-02\n',
    );
  });

  it('adds a link where no comment or code block swallows it', () => {
    const text = '---\nstatus: accepted\n---\n# T\n\n## Context\n\n```\nno end\n';
    expect(amendAdr(text, { link: 'amends', to, date })).toContain('# T\n\nAmends [ADR-0012]');
  });

  const linkKinds = fc.constantFrom('superseded by', 'supersedes', 'amended by', 'amends');
  const amendments: fc.Arbitrary<Amendment> = fc.oneof(
    linkKinds.map((link) => ({ link, to, date }) as const),
    fc.constantFrom('deprecated', 'accepted', 'superseded').map((status) => ({ status, date }) as const),
  );
  const ends = ['', '\n', '\n\n', '  \n', '\t'] as const;

  it('changes only the intended range, whatever the bytes around it are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...dialectNames),
        amendments,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(...ends),
        fc.boolean(),
        (name, amendment, lineEnd, end, hasMark) => {
          // One box loses its tick and another gets one, which status-boxes.test.ts tries.
          const changesStatus = 'status' in amendment || amendment.link === 'superseded by';
          fc.pre(name !== 'check-boxes' || !changesStatus);
          const file = `${hasMark ? '\ufeff' : ''}${(readDialect(name).trimEnd() + end).replaceAll('\n', lineEnd)}`;
          const amended = amendAdr(file, amendment);
          expect(isInsertedInto(amended, aroundStatuses(file, amendment))).toBe(true);
          expect(amended.replaceAll('\r\n', '').includes('\r')).toBe(false);
          if (lineEnd === '\r\n') expect(amended.replaceAll('\r\n', '')).not.toContain('\n');
          expect(amended.startsWith('\ufeff')).toBe(hasMark);
          expect(/[\r\n]$/.test(amended)).toBe(/[\r\n]$/.test(file));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('reads the amended file as intended', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dialectNames), amendments, (name, amendment) => {
        const { statuses, links } = readAdr(amendAdr(readDialect(name), amendment));
        if ('link' in amendment) {
          expect(links).toContainEqual(expect.objectContaining({ kind: amendment.link, url: to.file }));
        }
        const expected =
          'status' in amendment ? amendment.status : amendment.link === 'superseded by' ? 'superseded' : undefined;
        if (expected !== undefined)
          expect(statuses.map(({ value }) => meaningOfStatus(value.word))).toEqual(statuses.map(() => expected));
      }),
      { numRuns: 100 },
    );
  });

  it('links to a file, whatever its name is', () => {
    const names = [
      'v1..v2.md',
      'c#-or-f#.md',
      'why?.md',
      '100%.md',
      'it’s (not) ours.md',
      "it's.md",
      'a:b.md',
      '..md',
      'ü *_[x].md',
    ];
    const name = fc.string({ unit: anyCharacter, minLength: 1, maxLength: 20 }).filter((text) => !text.includes('/'));
    const anyName = fc.oneof(fc.constantFrom(...names), name);
    fc.assert(
      fc.property(fc.constantFrom(...dialectNames), linkKinds, anyName, (dialect, link, file) => {
        const { links } = readAdr(amendAdr(readDialect(dialect), { link, to: { ...to, file }, date }));
        const found = links.filter(({ kind }) => kind === link).map(({ url }) => linkedFile(url));
        expect(found).toContain(file);
      }),
      { numRuns: 300 },
    );
  });

  it('accepts a link that is not a valid URL', () => {
    const text = '# 9. T\n\n## Status\n\nAccepted\n\nAmends [x](100%.md)\n';
    expect(amendAdr(text, { link: 'amends', to, date })).toContain(
      'Amends [12. Use \\[big\\] cups](0012-use-big-cups.md)',
    );
  });
});
