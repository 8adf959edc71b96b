import { contentOf } from '@gavel/adr/content/content-of.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { styleOf } from '@gavel/adr/style/style-of.ts';
import { writeAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { bakeAtNight, house, times } from './bakery.ts';

describe('a heading with the status in it', () => {
  const adrs = (status: string, date: string) =>
    times(
      4,
      (n) => `# Use ${n}\n\n## ${status}\n\n## ${date}-0${n}\n\n## Context\n\nC ${n}\n\n## Decision\n\nD ${n}\n`,
    );

  it.each([
    ['Status: Accepted', 'Date: 2026-05', '## Status: Accepted\n\n## Date: 2026-11-20\n\n## Context\n'],
    ['Estado: Aceptado', 'Fecha: 2026-05', '## Estado: Aceptado\n\n## Fecha: 2026-11-20\n\n## Context\n'],
    ['状态：已接受', '日期：2026-05', '## 状态：已接受\n\n## 日期：2026-11-20\n\n## Context\n'],
  ])('has that of a new ADR: %s', (status, date, expected) => {
    expect(writeAdr(bakeAtNight, house(adrs(status, date)))).toContain(expected);
  });

  it('is written again as it is, with what stands below another one', () => {
    const text = adrs('Status: Accepted', 'Date: 2026-05')[0]?.replace('-01\n', '-01\n\nLate.\n') ?? '';
    const document = readAdr(text, '0001-x.md');
    expect(writeAdr(contentOf(document), styleOf(document))).toBe(text);
  });
});
