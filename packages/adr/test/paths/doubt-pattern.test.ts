import { describe, expect, it } from 'vitest';
import { doubtPattern, knowPaths } from '../../src/paths/doubt-pattern.ts';

const known = knowPaths(['README.md', 'src/store/db.ts', 'src/ä.ts', '']);

describe('a pattern that may not be meant', () => {
  it.each([
    ['**', 'governs everything'],
    ['**/*', 'governs everything'],
    ['src/**', undefined],
    ['src/store', undefined],
    ['src/ä.ts', undefined],
    ['src/Store/**', 'governs nothing'],
    ['lib', 'governs nothing'],
    ['!(src)', 'governs nothing'],
    ['../src', 'governs nothing'],
    ['', 'governs nothing'],
  ])('is told: %j %s', (pattern, doubt) => {
    expect(doubtPattern(pattern, known)).toBe(doubt);
  });

  it('is not told of files that nobody knows, nor in an empty repository', () => {
    expect(doubtPattern('lib', undefined)).toBeUndefined();
    expect(doubtPattern('lib', knowPaths([]))).toBeUndefined();
    expect(doubtPattern('**', undefined)).toBe('governs everything');
  });
});
