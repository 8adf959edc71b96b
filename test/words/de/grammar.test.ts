import { describe, expect, it } from 'vitest';
import { choice, count, list, listWords, number, plural, quote } from '../../../src/words/de/grammar.ts';
import { bold, say } from '../../../src/words/say.ts';

describe('German grammar', () => {
  it('counts', () => {
    expect([count(0, 'Stimme', 'Stimmen'), count(1, 'Stimme', 'Stimmen'), count(1_000, 'Stimme', 'Stimmen')]).toEqual([
      '0 Stimmen',
      '1 Stimme',
      '1.000 Stimmen',
    ]);
    expect(number(12_345.5)).toBe('12.345,5');
    expect([plural(1, 'stimmt', 'stimmen'), plural(2, 'stimmt', 'stimmen')]).toEqual(['stimmt', 'stimmen']);
  });

  it('quotes', () => {
    expect(quote('Go')).toBe('„Go“');
  });

  it('lists, and names one that is left over', () => {
    const names = ['Ana', 'Bo', 'Chi', 'Dev', 'Eve'];
    expect([
      list([]),
      list(['Ana']),
      list(['Ana', 'Bo']),
      list(names.slice(0, 3)),
      list(names, 4),
      list(names, 2),
    ]).toEqual(['', 'Ana', 'Ana und Bo', 'Ana, Bo und Chi', 'Ana, Bo, Chi, Dev und Eve', 'Ana, Bo und 3 weitere']);
    expect(choice(['a', 'b', 'c'])).toBe('a, b oder c');
  });

  it('lists words as it lists texts', () => {
    const names = ['Ana', bold('Bo'), 'Chi', 'Dev', 'Eve'];
    expect([listWords([]), listWords(['Ana']), listWords(names.slice(0, 2)), listWords(names, 2)]).toEqual([
      [],
      say`Ana`,
      say`Ana und ${bold('Bo')}`,
      say`Ana, ${bold('Bo')} und 3 weitere`,
    ]);
  });
});
