import { adrFileName, nextNumber, numberIn } from '@gavel/adr/name/file-name.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCharacter } from '../any-character.ts';

describe('adrFileName', () => {
  it.each([
    [7, 'Choose the Backend Language', '0007-choose-the-backend-language.md'],
    [12345, 'PostgreSQL & FastAPI', '12345-postgresql-and-fastapi.md'],
    [1, 'Größe: naïve – déjà vu?', '0001-groesse-naive-deja-vu.md'],
    [1, 'Привет', '0001-privet.md'],
    [1, '../../etc/passwd\u0000', '0001-etc-passwd.md'],
    [1, 'con\n# two lines', '0001-con-two-lines.md'],
    [1, '🦄 ♥ 🎉', '0001-decision.md'],
    [1, '---', '0001-decision.md'],
    [1, '', '0001-decision.md'],
    [1, 'x'.repeat(100), `0001-${'x'.repeat(80)}.md`],
    [1, 'word '.repeat(30), `0001-${'word-'.repeat(15)}word.md`],
  ])('names %i %j', (number, title, name) => {
    expect(adrFileName(number, title)).toBe(name);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses the number %d', (number) => {
    expect(() => adrFileName(number, 'x')).toThrow(/whole numbers from 1/);
  });

  it('writes a plain file name with the number, whatever the title is', { timeout: 180_000 }, () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.string({ unit: anyCharacter, maxLength: 200 }),
        (number, title) => {
          const name = adrFileName(number, title);
          expect(name).toMatch(/^\d{4,5}-[a-z0-9]+(-[a-z0-9]+)*\.md$/);
          expect(name.length).toBeLessThanOrEqual(5 + 1 + 80 + 3);
          expect(numberIn(name)).toBe(number);
        },
      ),
    );
  });
});

describe('numberIn', () => {
  it.each([
    ['0007-x.md', 7],
    ['docs/decisions/0007-x.md', 7],
    ['ADR-007-x.md', 7],
    ['ADR 007.markdown', 7],
    ['adr_7.md', 7],
    ['7-x.MD', 7],
    ['0014-10-retries.md', 14],
    ['0000-template.md', 0],
    ['20261120-x.md', undefined],
    ['2026-11-20-x.md', undefined],
    ['2026-11-20.md', undefined],
    ['2026_11_20_x.md', undefined],
    ['2026_11_x.md', 2026],
    ['2026_11_20_034_x.md', 34],
    ['2026-11-20_034-x.md', 34],
    ['20261120-ADR-034-x.md', 34],
    ['2026-11-20-34-reasons.md', undefined],
    ['0007Use-tea.md', 7],
    ['0007UseTea.md', 7],
    ['007决定.md', 7],
    ['DR007  Use tea.md', 7],
    ['RFC0007.md', 7],
    ['dr007 use tea.md', undefined],
    ['DR-12-use-tea.md', 12],
    ['decision-12.md', 12],
    ['decision-2026-goals.md', undefined],
    ['adr-2026-11-20-use-tea.md', undefined],
    ['rfc2119-words.md', undefined],
    ['TLS13.md', undefined],
    ['012b-x.md', undefined],
    ['10Reasons.md', undefined],
    ['3d-models.md', undefined],
    ['adr-template.md', undefined],
    ['README.md', undefined],
    ['0007-x.txt', undefined],
    ['0007-x.md.bak', undefined],
    ['0007/notes.md', undefined],
  ])('reads %s as %s', (name, number) => {
    expect(numberIn(name)).toBe(number);
  });
});

describe('nextNumber', () => {
  it('is one more than the highest number in file names and among taken numbers', () => {
    expect(nextNumber([], [])).toBe(1);
    expect(nextNumber(['0000-template.md', 'README.md', '20261120-x.md'], [])).toBe(1);
    expect(nextNumber(['0002-b.md', 'ADR-009-c.md', '0001-a.md', '2026-11-20-x.md'], [3])).toBe(10);
    expect(nextNumber(['0002-b.md'], [3, 12])).toBe(13);
  });
});
