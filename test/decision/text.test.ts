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

  it('stays the same when it is cleaned again, and is safe to store', () => {
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
  it('returns one line with single spaces', () => {
    fc.assert(
      fc.property(nastyText, (typed) => {
        expect(cleanLine(typed)).not.toMatch(/\n|\s\s|^\s|\s$/);
      }),
    );
  });
});

describe('checkLength', () => {
  it('accepts a text that just fits', () => {
    expect(() => checkLength('x'.repeat(10), 10, 'title', at)).not.toThrow();
  });

  it('says how long the text is and how long it may be', () => {
    expect(ruleBrokenBy(() => checkLength('x'.repeat(11), 10, 'title', at))).toEqual({
      refusal: { code: 'too long', what: 'title', length: 11, characters: 11, most: 10 },
      field: 'title',
    });
  });

  it('reports six emoji, which exceed ten characters, as six characters to a reader', () => {
    expect(ruleBrokenBy(() => checkLength('🎉'.repeat(6), 10, 'title', at)).refusal).toEqual({
      code: 'too long',
      what: 'title',
      length: 12,
      characters: 6,
      most: 10,
    });
  });
});

describe('checkPresent', () => {
  it.each(['a', '🎉', '?', '#️⃣', 'א'])('finds something to read in %j', (text) => {
    expect(() => checkPresent(text, 'title', at)).not.toThrow();
  });

  it.each(['', ' ', '\u200b', '\u2060\u00ad', '\u3164', '\ufe0f'])('finds nothing to read in %j', (text) => {
    expect(ruleBrokenBy(() => checkPresent(text, 'title', at))).toEqual({
      refusal: { code: 'missing', what: 'title' },
      field: 'title',
    });
  });
});
