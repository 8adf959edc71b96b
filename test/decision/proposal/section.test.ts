import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../src/decision/failure/refusal.ts';
import { checkSections, type Section } from '../../../src/decision/proposal/section.ts';
import { ruleBrokenBy } from '../sample.ts';

const rationale: Section = { heading: 'Rationale', markdown: 'It is small.' };

describe('checkSections', () => {
  it('leaves out rows that stay empty, and cleans the others', () => {
    const typed = [
      { heading: '  ', markdown: '\n' },
      { heading: ' Success\nmetrics ', markdown: '\n\n    p99 < 15 ms\r\n\r\n* no \u0007error\n ' },
    ];
    expect(checkSections(typed)).toEqual([{ heading: 'Success metrics', markdown: '    p99 < 15 ms\n\n* no error' }]);
  });

  it.each<[string, Section[], number, Refusal]>([
    ['no heading', [rationale, { heading: ' ', markdown: 'Text.' }], 1, { code: 'missing', what: 'heading' }],
    ['no text', [{ heading: 'Rationale', markdown: ' ' }], 0, { code: 'section without text', heading: 'Rationale' }],
    [
      'a heading of 151',
      [{ heading: 'x'.repeat(151), markdown: 'Text.' }],
      0,
      { code: 'too long', what: 'heading', length: 151, characters: 151, most: 150 },
    ],
    [
      'a text of 3,001',
      [{ ...rationale, markdown: 'x'.repeat(3_001) }],
      0,
      { code: 'too long', what: 'section', length: 3001, characters: 3001, most: 3000 },
    ],
    [
      'thirteen',
      Array.from({ length: 13 }, () => rationale),
      12,
      { code: 'too many', what: 'sections', count: 13, most: 12 },
    ],
  ])('points to the section with %s', (_, typed, position, refusal) => {
    const broken = ruleBrokenBy(() => checkSections(typed));
    expect(broken).toMatchObject({ field: 'section', position });
    expect(broken.refusal).toEqual(refusal);
  });

  it('accepts more and longer sections from a draft, and one without a text', () => {
    const drafted = [
      ...Array.from({ length: 30 }, () => rationale),
      { heading: 'Long', markdown: 'x'.repeat(9_000) },
      { heading: 'To come', markdown: '' },
    ];
    expect(checkSections(drafted, true)).toEqual(drafted);
  });
});
