import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { describe, expect, it } from 'vitest';

/** What a text says of other ADRs: by their files, or by their numbers. */
function stated(text: string): string[] {
  const { links, named } = readAdrEntry(text, '0009-cups.md');
  return [...links.map(({ kind, file }) => `${kind} ${file}`), ...named.map(({ kind, number }) => `${kind} ${number}`)];
}

const inStatus = (status: string) => stated(`# 9. Cups\n\n## Status\n\n${status}\n\n## Context\n\nWords.\n`);

describe('ADRs that are named by their numbers', () => {
  it.each([
    ['behind a plural', 'Superseded by ADRs 0012, 0013, and 0014.', [12, 13, 14]],
    ['behind a plural, without zeros', 'Superseded by ADRs 12, 13 and 14.', [12, 13, 14]],
    ['behind a plural in German', 'Ersetzt durch ADRs 12 und 13', [12, 13]],
    ['with a slash', 'Superseded by ADR-0012/0013', [12, 13]],
    ['behind a noun', 'Superseded by decisions 0012 and 0013', [12, 13]],
    [
      'with remarks',
      'Partially superseded by ADR-0012 (the red, and (mostly) blue cups), ADR-0013 (mugs), and ADR-0014',
      [12, 13, 14],
    ],
    ['by a path in code', 'Superseded by `docs/adr/0012-use-plates.md`', [12]],
    ['by a path', 'Superseded by docs/adr/adr-0012-use-plates.md and ADR-13', [12, 13]],
    [
      'by a path behind a remark',
      '- Superseded by (in part): `docs/adr/0012-use-plates.md` decision 2 and `x.ts`',
      [12],
    ],
  ] as const)('are read %s', (_, status, numbers) => {
    expect(inStatus(status)).toEqual(numbers.map((number) => `superseded by ${number}`));
  });

  it.each([
    ['another ADR at the beginning of an item', '- ADR-0003 — superseded by ADR-0012'],
    ['another ADR at the beginning of an item, with links', '- [A](0003-a.md): superseded by [B](0012-b.md)'],
    ['something in code', 'We write `superseded by ADR-0012` into the old one.'],
    ['rows of other ADRs', '| ADR | Superseded by |\n|---|---|\n| ADR-0003 | ADR-0012 |\n| ADR-0004 | ADR-0013 |'],
  ])('are not read in what is said of %s', (_, status) => {
    expect(inStatus(`Accepted\n\n${status}`)).toEqual([]);
  });

  it.each([
    ['`superseded by ADR-0012`', ['superseded by 12']],
    ['Status: `superseded by ADR-0012`', ['superseded by 12']],
    ['- ADR-0009: superseded by ADR-0012', ['superseded by 12']],
  ])('are read in %s', (status, expected) => {
    expect(inStatus(status)).toEqual(expected);
  });

  it.each([
    ['- Supersedes: the color rules of ADR-0003', ['supersedes 3']],
    ['Superseded by（部分）：决策 2 已由 `docs/adr/0012-a.md` 决策 b 修订', ['superseded by 12']],
    ['**Supersedes:** nothing, but see ADR-0003', []],
    ['**Supersedes:** None (extends ADR-0003)', ['amends 3']],
    ['- Superseded by: ADR-0012, which builds on ADR-0003', ['superseded by 12']],
  ])('are read behind a label: %s', (status, expected) => {
    expect(inStatus(status)).toEqual(expected);
  });

  it('are read in brackets in the title', () => {
    expect(stated('# 9. Plates (supersedes ADR-0003)\n\nStatus: Accepted\n\n## Context\n\nC\n')).toEqual([
      'supersedes 3',
    ]);
    expect(stated('# 9. Plates, not superseding ADR-0003\n\nStatus: Accepted\n\n## Context\n\nC\n')).toEqual([]);
  });

  it('are in place of a superseded one if only they are named in its status', () => {
    expect(inStatus('superseded - The idea still holds, but in [ADR 12] we changed the color.')).toEqual([
      'superseded by 12',
    ]);
    expect(inStatus('superseded - see ADR 12 and ADR 13 for what changed.')).toEqual([]);
  });

  it('are not those of another link behind the words', () => {
    expect(
      inStatus(
        'Superseded by [B](0012-b.md) — the mugs broke, and we drink from bowls now ([C](0011-c.md)): they last.',
      ),
    ).toEqual(['superseded by 0012-b.md']);
  });

  it('are read in a list of relations in the front matter', () => {
    const relations =
      'relations:\n  - type: amended-by\n    target: ADR-0012\n    scope: "in v2"\n  - id: 3\n    type: supersedes\n';
    expect(stated(`---\nstatus: accepted\n${relations}---\n# Cups\n\n## Context\n\nWords.\n`)).toEqual([
      'amended by 12',
      'supersedes 3',
    ]);
    expect(stated('---\nlinks:\n  - supersedes: ADR-0003\n---\n# Cups\n\n## Context\n\nWords.\n')).toEqual([
      'supersedes 3',
    ]);
  });
});
