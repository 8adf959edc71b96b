import { isCalled, readReference } from '@gavel/adr/name/adr-reference.ts';
import { describe, expect, it } from 'vitest';

describe('readReference', () => {
  it.each([
    ['7', 7],
    ['0007', 7],
    [' 7 ', 7],
    ['ADR-7', 7],
    ['adr 7', 7],
    ['ADR_0007', 7],
    ['adr7', 7],
    ['#7', 7],
    ['0', 0],
  ])('%j is number %i', (text, number) => {
    expect(readReference(text)).toEqual({ number });
  });

  it.each([
    ['0007-use-go.md'],
    ['20261120-use-go'],
    ['2026-11-20-use-go.md'],
    ['-1'],
    ['1.5'],
    ['99999999999'],
    ['<!channel>'],
    ['seven'],
  ])('%j is a name', (text) => {
    expect(readReference(text)).toEqual({ fileName: text });
  });

  it('returns undefined for an empty text', () => {
    expect(readReference(' ')).toBeUndefined();
  });
});

describe('isCalled', () => {
  it.each([
    ['0007-use-go.md', '0007-use-go.md', true],
    ['0007-use-go.md', '0007-USE-go', true],
    ['Use-Go.markdown', 'use-go', true],
    ['0007-use-go.md', 'use-go', false],
    ['0007-use-go.md', '0007', false],
  ])('%s as %s: %s', (fileName, name, expected) => {
    expect(isCalled(fileName, name)).toBe(expected);
  });
});
