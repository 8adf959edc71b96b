import { isSmall } from '@gavel/adr/markdown/guard/glance.ts';
import { scanLines } from '@gavel/adr/markdown/guard/scan.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialectNames, readDialect } from '../../dialects/read-dialect.ts';

const runs = 500 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

const pieces = [
  'a\n',
  '> a\nb\n',
  '> ',
  '- ',
  '1. ',
  '\t',
  '  ',
  '=\n',
  '- a\n\n',
  '|',
  '* ',
  '[^a]: ',
  '@\\',
  '\r\n',
  '>',
];
const texts = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: 600 })), { maxLength: 8 })
  .map((all) => all.map(([piece, times]) => piece.repeat(times)).join(''));

describe('a text that is small at a glance', () => {
  it('exceeds no limit line by line', () => {
    let small = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (!isSmall(text)) return;
        small += 1;
        expect(scanLines(text)).toMatchObject({ end: text.length, deep: [] });
      }),
      { numRuns: runs },
    );
    expect(small).toBeGreaterThan(runs / 10);
  });

  it('has no paragraph with many marks', () => {
    expect(isSmall('`a` '.repeat(50))).toBe(true);
    expect(isSmall('`a` '.repeat(51))).toBe(false);
  });

  it('is what most ADRs are', () => {
    const small = dialectNames.map(readDialect).filter(isSmall);
    expect(small.length).toBeGreaterThan(dialectNames.length / 2);
  });
});
