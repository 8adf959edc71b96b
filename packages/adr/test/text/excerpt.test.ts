import { plainExcerpt } from '@gavel/adr/text/excerpt.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('plainExcerpt', () => {
  it.each([
    ['# Why\n\nWe **need** a [queue](https://example.com),\\\nsoon.', 'Why We need a queue, soon.'],
    ['Needs:\n\n* speed\n  * at noon\n* `calm`\n\nNow.', 'Needs: speed at noon; calm Now.'],
    ['> said\n\n```\na  b\n\nc\n```\n\n| x | y |\n| - | - |\n| 1 | 2 |', 'said a b c x, y; 1, 2'],
    ['a <!-- hidden --><b>c</b>\n\n<div>\nx\n</div>', 'a c'],
    ['\\# x \\<b> &amp; ![a picture](x.png)', '# x <b> & a picture'],
    ['', ''],
  ])('tells %j in one line', (markdown, line) => {
    expect(plainExcerpt(markdown, 100)).toBe(line);
  });

  it('cuts between words, and never inside a character', () => {
    expect(plainExcerpt('one two three', 13)).toBe('one two three');
    expect(plainExcerpt('one two three', 12)).toBe('one two…');
    expect(plainExcerpt('one two, three', 9)).toBe('one two…');
    expect(plainExcerpt('one two three', 8)).toBe('one two…');
    expect(plainExcerpt('one two three', 7)).toBe('one…');
    expect(plainExcerpt('onetwothree', 4)).toBe('one…');
    expect(plainExcerpt('👨‍👩‍👧👨‍👩‍👧', 12)).toBe('👨‍👩‍👧…');
    expect(plainExcerpt('one', 1)).toBe('…');
    expect(plainExcerpt('one', 0)).toBe('');
  });

  it('stays within the limit, on one line, and starts like the whole text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(80), (markdown, limit) => {
        const whole = plainExcerpt(markdown, Number.POSITIVE_INFINITY);
        const excerpt = plainExcerpt(markdown, limit);
        expect(excerpt.length).toBeLessThanOrEqual(limit);
        expect(excerpt).not.toContain('\n');
        expect(whole.startsWith(excerpt.replace(/…$/, ''))).toBe(true);
      }),
    );
  });
});
