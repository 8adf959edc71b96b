import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../packages/adr/test/nasty-text.ts';
import { checkLength, checkPresent, cleanLine, cleanText } from '../../src/decision/text.ts';
import { ruleBrokenBy } from './sample.ts';

const at = { field: 'title' } as const;

describe('cleanText', () => {
  it.each([
    ['blanks around it', ' \n a \n ', 'a'],
    ['line feeds of other systems', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['control characters', 'a\u0000b\u0007c\u001bd\u0085e\u007f', 'abcde'],
    ['tabs and line feeds, which stay', 'a\tb\nc', 'a\tb\nc'],
    ['bidirectional overrides and isolates', 'a\u202eb\u2067c\u2069', 'abc'],
    ['right-to-left text, which stays', 'מסד נתונים', 'מסד נתונים'],
    ['half an emoji', 'a\ud83d', 'a\ufffd'],
    ['a letter and its accent', 'e\u0301', 'é'],
    ['Markdown and HTML, which are text', '# a <b>', '# a <b>'],
  ])('reads %s', (_, typed, expected) => {
    expect(cleanText(typed)).toBe(expected);
  });

  it('is the same when cleaned again, and safe to store', () => {
    fc.assert(
      fc.property(nastyText, (typed) => {
        const clean = cleanText(typed);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/(?![\t\n])\p{Cc}/u);
      }),
    );
  });
});

describe('cleanLine', () => {
  it('leaves one line with single spaces', () => {
    fc.assert(
      fc.property(nastyText, (typed) => {
        expect(cleanLine(typed)).not.toMatch(/\n|\s\s|^\s|\s$/);
      }),
    );
  });
});

describe('checkLength', () => {
  it('takes what just fits', () => {
    expect(() => checkLength('x'.repeat(10), 10, 'This title', at)).not.toThrow();
  });

  it('says how long it is and how long it may be', () => {
    expect(ruleBrokenBy(() => checkLength('x'.repeat(11), 10, 'This title', at))).toEqual({
      message: 'This title has 11 characters; 10 is the most. Please shorten it.',
      field: 'title',
    });
  });

  it('explains why six emoji may be too many for ten characters', () => {
    expect(ruleBrokenBy(() => checkLength('🎉'.repeat(6), 10, 'This title', at)).message).toBe(
      'This title has 12 characters (an emoji counts for several); 10 is the most. Please shorten it.',
    );
  });
});

describe('checkPresent', () => {
  it.each(['a', '🎉', '?', '#️⃣', 'א'])('finds something to read in %j', (text) => {
    expect(() => checkPresent(text, 'Please write.', at)).not.toThrow();
  });

  it.each(['', ' ', '\u200b', '\u2060\u00ad', '\u3164', '\ufe0f'])('finds nothing to read in %j', (text) => {
    expect(ruleBrokenBy(() => checkPresent(text, 'Please write.', at))).toEqual({
      message: 'Please write.',
      field: 'title',
    });
  });
});
