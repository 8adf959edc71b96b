import { describe, expect, it } from 'vitest';
import { listNames, nameFirst, nameOf, nameWithPoints } from '../../../src/slack/text/people-text.ts';
import { en } from '../../../src/words/en/en.ts';
import { people } from '../../decision/sample.ts';

const known = people({ UANA: 'member' });

describe('the name of a person', () => {
  it('never is an id', () => {
    expect(nameOf(en, known, 'UANA')).toBe('Ana');
    expect(nameOf(en, known, 'UGONE')).toBe('someone who left');
    expect(nameFirst(en, known, 'UGONE')).toBe('Someone who left');
  });

  it('is followed by the points that they give', () => {
    expect(nameWithPoints(en, known, 'UANA', new Map([['UANA', 2]]))).toBe('Ana 2');
    expect(nameWithPoints(en, known, 'UANA')).toBe('Ana');
  });
});

describe('names in a row', () => {
  it.each([
    [[], undefined, ''],
    [['Ana'], undefined, 'Ana'],
    [['Ana', 'Bo'], undefined, 'Ana and Bo'],
    [['Ana', 'Bo', 'Chi'], undefined, 'Ana, Bo and Chi'],
    [['Ana', 'Bo', 'Chi'], 3, 'Ana, Bo and Chi'],
    [['Ana', 'Bo', 'Chi'], 2, 'Ana, Bo and 1 other'],
    [['Ana', 'Bo', 'Chi', 'Dan'], 2, 'Ana, Bo and 2 others'],
    [['Ana', 'Bo'], 1, 'Ana and 1 other'],
    [['Ana', 'Bo'], 0, 'Ana and 1 other'],
  ])('%j with limit %s', (names, limit, expected) => {
    expect(listNames(en, names, limit)).toBe(expected);
  });
});
