import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeAdr, writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { nightInWords as decision } from './bakery.ts';

const house = (count: number, around: (n: number) => { before?: string; behind?: string }) =>
  learnStyle(
    Array.from({ length: count }, (_, index) => {
      const n = index + 1;
      const { before = '', behind = '' } = around(n);
      const body = `## Status\n\nAccepted\n\n## Context\n\nC ${n}\n\n## Decision\n\nD ${n}\n`;
      return { name: `000${n}-x.md`, text: `${before}# ${n}. Use flour ${n}\n\n${behind}${body}` };
    }),
  );

describe('the text that every ADR of a house has around its title', () => {
  it('is in a new one, with its own number and right above the title', () => {
    const style = house(4, (n) => ({ before: `(bakery-000${n})=\n` }));
    expect(writeNewAdr(decision, style)).toMatch(/^\(bakery-0012\)=\n# 12\. Bake at night\n\n## Status/);
  });

  it('is there with its blank line, and before what the ADR says itself', () => {
    const style = house(4, () => ({ before: '<!-- License: MIT -->\n\n', behind: '<Facts data={frontMatter} />\n\n' }));
    expect(writeNewAdr({ ...decision, introduction: 'Read this first.' }, style)).toMatch(
      /^<!-- License: MIT -->\n\n# 12\. Bake at night\n\n<Facts data=\{frontMatter\} \/>\n\nRead this first\.\n\n## Status/,
    );
  });

  it('is above the front matter where the house has a license there', () => {
    const license = '<!--\nLicense: MIT\n-->\n\n';
    const style = house(4, (n) => ({ before: `${license}---\nstatus: accepted\ndate: 2026-01-0${n}\n---\n` }));
    const written = writeNewAdr(decision, style);
    expect(written).toContain(`${license}---\nstatus: accepted\ndate: 2026-11-20\n---\n# 12. Bake at night\n\n`);
    expect(readAdr(written).date?.value).toBe('2026-11-20');
    const usual = house(4, (n) => ({ before: `---\nstatus: accepted\ndate: 2026-01-0${n}\n---\n\n${license}` }));
    expect(writeNewAdr(decision, usual)).toMatch(/^---\nstatus: accepted\ndate: 2026-11-20\n---\n\n<!--\nLicense/);
  });

  it('stays out where an ADR has its own, where it is only rewritten, and where some do without', () => {
    const style = house(4, () => ({ before: '<!-- License: MIT -->\n\n' }));
    expect(writeNewAdr({ ...decision, preface: '<!-- mine -->' }, style)).toMatch(/^<!-- mine -->\n\n# 12/);
    expect(writeAdr(decision, style)).toMatch(/^# 12/);
    expect(
      writeNewAdr(
        decision,
        house(6, (n) => (n % 2 === 0 ? { before: '<!-- lint -->\n\n' } : {})),
      ),
    ).toMatch(/^# 12/);
  });

  it('is there although a line break is missing in some files', () => {
    const style = house(6, (n) => ({ before: `<!--\nMade by us\n${n % 3 === 1 ? '' : '\n'}License: MIT\n-->\n\n` }));
    expect(writeNewAdr(decision, style)).toMatch(/^<!--\nMade by us\n\nLicense: MIT\n-->\n\n# 12/);
  });

  it('is there with digits that are the number or the year of one ADR by chance', () => {
    const style = house(4, () => ({ before: '<!-- CC-BY-SA-4.0, version 2 -->\n\n' }));
    expect(writeNewAdr(decision, style)).toMatch(/^<!-- CC-BY-SA-4\.0, version 2 -->\n\n# 12/);
  });

  it('is no badge with the status of one ADR', () => {
    const badge = '![status](https://img.example.com/badge/status-accepted-green)\n\n';
    expect(
      writeNewAdr(
        decision,
        house(4, () => ({ behind: badge })),
      ),
    ).not.toContain('badge');
  });

  it('is read again as before', () => {
    const style = house(4, (n) => ({ before: `(bakery-000${n})=\n`, behind: '<Facts />\n\n' }));
    const again = readAdr(writeNewAdr(decision, style), '0012-bake-at-night.md');
    expect([again.title?.value, again.number?.value, again.statuses[0]?.value.word]).toEqual([
      'Bake at night',
      12,
      'Accepted',
    ]);
  });
});
