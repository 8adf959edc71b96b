import { describe, expect, it } from 'vitest';
import { isAtLeast, isMoreThan, leastOf } from '../../../src/decision/rule/share.ts';

describe('a share of a whole', () => {
  it.each([
    [1, 2, 5, 3],
    [1, 2, 6, 3],
    [2, 3, 7, 5],
    [2, 3, 6, 4],
    [1, 1, 9, 9],
    [60, 100, 5, 3],
    [1, 3, 0, 0],
    [1, 1000, 1, 1],
  ])('%i/%i of %i is at least %i', (parts, of, whole, least) => {
    expect(leastOf({ parts, of }, whole)).toBe(least);
  });

  it.each([
    [2, 4, true, false],
    [3, 4, true, true],
    [1, 4, false, false],
    [0, 0, true, false],
  ])('%i of %i: at least half %s, more than half %s', (count, whole, atLeast, more) => {
    const half = { parts: 1, of: 2 };
    expect([isAtLeast(count, half, whole), isMoreThan(count, half, whole)]).toEqual([atLeast, more]);
  });
});
