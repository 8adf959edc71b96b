import { describe, expect, it } from 'vitest';
import { choice, count, list, number } from '../../../src/words/en/grammar.ts';

describe('English grammar', () => {
  it('counts', () => {
    expect([count(0, 'vote'), count(1, 'vote'), count(2, 'vote'), count(1_000, 'person', 'people')]).toEqual([
      '0 votes',
      '1 vote',
      '2 votes',
      '1,000 people',
    ]);
    expect(number(12_345)).toBe('12,345');
  });

  it('lists', () => {
    const names = ['Ana', 'Bo', 'Chi', 'Dev', 'Eve'];
    expect([
      list([]),
      list(['Ana']),
      list(['Ana', 'Bo']),
      list(names.slice(0, 3)),
      list(names, 4),
      list(names, 2),
    ]).toEqual([
      '',
      'Ana',
      'Ana and Bo',
      'Ana, Bo, and Chi',
      'Ana, Bo, Chi, Dev, and 1 other',
      'Ana, Bo, and 3 others',
    ]);
    expect(choice(['a', 'b', 'c'])).toBe('a, b, or c');
  });
});
