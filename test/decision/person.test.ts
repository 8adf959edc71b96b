import { describe, expect, it } from 'vitest';
import { listNames, nameOf } from '../../src/decision/person.ts';
import { people } from './sample.ts';

describe('nameOf', () => {
  it('never shows an id', () => {
    const known = people({ UANA: 'member' });
    expect(nameOf(known, 'UANA')).toBe('Ana');
    expect(nameOf(known, 'UGONE')).toBe('someone who left');
  });
});

describe('listNames', () => {
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
    expect(listNames(names, limit)).toBe(expected);
  });
});
