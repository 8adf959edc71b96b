import { describe, expect, it } from 'vitest';
import { checkSections, type Section } from '../../src/decision/section.ts';
import { ruleBrokenBy } from './sample.ts';

const rationale: Section = { heading: 'Rationale', markdown: 'It is small.' };

describe('checkSections', () => {
  it('leaves out rows that stay empty, and cleans the others', () => {
    const typed = [
      { heading: '  ', markdown: '\n' },
      { heading: ' Success\nmetrics ', markdown: '\n\n    p99 < 15 ms\r\n\r\n* no \u0007error\n ' },
    ];
    expect(checkSections(typed)).toEqual([{ heading: 'Success metrics', markdown: '    p99 < 15 ms\n\n* no error' }]);
  });

  it.each<[string, Section[], number, RegExp]>([
    ['no heading', [rationale, { heading: ' ', markdown: 'Text.' }], 1, /give this section a heading/],
    ['no text', [{ heading: 'Rationale', markdown: ' ' }], 0, /say something under “Rationale”/],
    ['a heading of 151', [{ heading: 'x'.repeat(151), markdown: 'Text.' }], 0, /151 characters; 150 is the most/],
    ['a text of 3,001', [{ ...rationale, markdown: 'x'.repeat(3_001) }], 0, /3001 characters; 3000 is the most/],
    ['thirteen', Array.from({ length: 13 }, () => rationale), 12, /12 sections are the most; there are 13/],
  ])('points at the section with %s', (_, typed, position, message) => {
    const broken = ruleBrokenBy(() => checkSections(typed));
    expect(broken).toMatchObject({ field: 'section', position });
    expect(broken.message).toMatch(message);
  });

  it('takes longer ones from a draft, more of them, and one without a text', () => {
    const drafted = [
      ...Array.from({ length: 30 }, () => rationale),
      { heading: 'Long', markdown: 'x'.repeat(9_000) },
      { heading: 'To come', markdown: '' },
    ];
    expect(checkSections(drafted, true)).toEqual(drafted);
  });
});
