import { describe, expect, it } from 'vitest';
import { checkOption, checkOptions, emojiAt, isSameTitle } from '../../../src/decision/proposal/option.ts';
import { ruleBrokenBy } from '../sample.ts';

const draft = (title: string, description = '') => ({ title, description });

describe('emojiAt', () => {
  it('gives ten options an emoji each', () => {
    const emojis = Array.from({ length: 10 }, (_, position) => emojiAt(position));
    expect(new Set(emojis).size).toBe(10);
    expect([emojis[0], emojis[9]]).toEqual(['one', 'keycap_ten']);
  });

  it.each([10, -1])('has none for position %d', (position) => {
    expect(() => emojiAt(position)).toThrow(RangeError);
  });
});

describe('isSameTitle', () => {
  it.each([
    ['Go', 'Go', true],
    ['Go', ' gO ', true],
    ['Go  fast', 'go\nfast', true],
    ['Go', 'G\u200bo', true],
    ['Café', 'Cafe\u0301', true],
    ['Go', 'Go 2', false],
    ['C', 'C++', false],
    ['👩‍💻', '👨‍💻', false],
  ])('%j and %j: %s', (one, other, expected) => {
    expect(isSameTitle(one, other)).toBe(expected);
  });
});

describe('checkOption', () => {
  it('keeps the paragraphs of a description, not those of a name', () => {
    expect(checkOption(draft(' Go\n+ Fiber', ' One binary.\n\nNew to us. '), 0)).toEqual(
      draft('Go + Fiber', 'One binary.\n\nNew to us.'),
    );
  });

  it.each([
    ['no name', draft(' ', 'One binary.'), { code: 'missing', what: 'option name' }],
    ['an invisible name', draft('\u200b'), { code: 'missing', what: 'option name' }],
    [
      'a long name',
      draft('x'.repeat(101)),
      { code: 'too long', what: 'option name', length: 101, characters: 101, most: 100 },
    ],
    [
      'a long description',
      draft('Go', 'x'.repeat(1001)),
      { code: 'too long', what: 'option description', length: 1001, characters: 1001, most: 1000 },
    ],
  ])('refuses %s, under the option', (_, typed, refusal) => {
    expect(ruleBrokenBy(() => checkOption(typed, 3))).toEqual({ refusal, field: 'option', position: 3 });
  });
});

describe('checkOptions', () => {
  it('leaves empty rows out and keeps the order', () => {
    expect(checkOptions([draft('Go'), draft(' ', '\n'), draft('Rust', 'Fast.')])).toEqual([
      draft('Go'),
      draft('Rust', 'Fast.'),
    ]);
  });

  it('accepts ten', () => {
    expect(checkOptions(Array.from({ length: 10 }, (_, index) => draft(`Option ${index}`)))).toHaveLength(10);
  });

  const tooFew = { code: 'too few options', least: 2 };
  it.each([
    ['one option, at the empty row', [draft('Go'), draft(''), draft('')], tooFew, 1],
    ['one option in the second row', [draft(''), draft('Go')], tooFew, 0],
    ['one option and no empty row', [draft('Go')], tooFew, 0],
    ['none', [], tooFew, 0],
    [
      'a description without a name',
      [draft('Go'), draft('', 'Fast.'), draft('Rust')],
      { code: 'missing', what: 'option name' },
      1,
    ],
    [
      'a name given twice, whatever its case',
      [draft('Go'), draft('Rust'), draft(' go ')],
      { code: 'option name taken', name: 'Go', position: 0 },
      2,
    ],
    [
      'a name given twice after an empty row, counted as the form counts',
      [draft('Go'), draft(''), draft('Rust'), draft('RUST')],
      { code: 'option name taken', name: 'Rust', position: 2 },
      3,
    ],
  ])('refuses %s', (_, drafts, refusal, position) => {
    expect(ruleBrokenBy(() => checkOptions(drafts))).toEqual({ refusal, field: 'option', position });
  });

  it('refuses eleven', () => {
    const eleven = Array.from({ length: 11 }, (_, index) => draft(`Option ${index}`));
    expect(ruleBrokenBy(() => checkOptions(eleven))).toEqual({
      refusal: { code: 'too many', what: 'options', count: 11, most: 10 },
      field: 'options',
    });
  });
});
