import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bond } from '../../../src/decision/decision.ts';
import { limits } from '../../../src/decision/limits.ts';
import {
  bringBack,
  changeOption,
  type OptionChange,
  readOptionChange,
  withNewOption,
} from '../../../src/slack/propose/arrange-options.ts';
import type { OptionRow, ProposalInput } from '../../../src/workflow/ports/proposal-input.ts';
import { emptyForm, newOption } from '../../../src/workflow/propose/new-form.ts';

const row = (key: string, title = key): OptionRow => ({ ...newOption(title), key });
const formOf = (options: readonly OptionRow[], bond?: Bond): ProposalInput => {
  return { ...emptyForm('Which?', new Date('2026-03-09T10:00:00Z')), options, bond };
};
const keysOf = ({ options }: ProposalInput) => options.map(({ key }) => key);
const deprecation: Bond = { kind: 'deprecates', adrId: 3, number: 3, title: 'Use Go' };

describe('the options of a form', () => {
  const three = formOf([row('a'), row('b'), row('c')]);

  it('move up and down, and not past the ends', () => {
    expect(keysOf(changeOption(three, 'up', 'b'))).toEqual(['b', 'a', 'c']);
    expect(keysOf(changeOption(three, 'down', 'b'))).toEqual(['a', 'c', 'b']);
    expect(changeOption(three, 'up', 'a')).toBe(three);
    expect(changeOption(three, 'down', 'c')).toBe(three);
    expect(changeOption(three, 'up', 'gone')).toBe(three);
  });

  it('leave the first one in its place in a proposal to deprecate an ADR, which it stands for', () => {
    const bound = formOf([row('a'), row('b'), row('c')], deprecation);
    for (const change of ['down', 'remove'] as const) expect(changeOption(bound, change, 'a')).toBe(bound);
    expect(changeOption(bound, 'up', 'b')).toBe(bound);
    expect(keysOf(changeOption(bound, 'up', 'c'))).toEqual(['a', 'c', 'b']);
  });

  it('can be removed and brought back, the last one first', () => {
    const one = changeOption(changeOption(three, 'remove', 'a'), 'remove', 'b');
    expect(one.options.map(({ title }) => title)).toEqual(['c', '']);
    expect(keysOf(bringBack(one))).toEqual(['c', 'b']);
    expect(keysOf(bringBack(bringBack(one)))).toEqual(['c', 'b', 'a']);
    expect(bringBack(three)).toBe(three);
  });

  it('stay two rows, and an empty one is not kept for later', () => {
    const removed = changeOption(formOf([row('a', ''), row('b')]), 'remove', 'a');
    expect(removed.options).toHaveLength(2);
    expect(removed.removed).toEqual([]);
  });

  it('lose nothing that was typed, whatever is done with them', () => {
    const anyRow = fc.record({ title: fc.constantFrom('', 'Go', 'Rust'), description: fc.constantFrom('', 'Small.') });
    const anyChange = fc.record({
      change: fc.constantFrom<OptionChange | 'bring back' | 'add'>(
        ...(['open', 'fold', 'up', 'down', 'remove', 'bring back', 'add'] as const),
      ),
      at: fc.nat({ max: 9 }),
    });
    const make = (form: ProposalInput, { change, at }: { change: OptionChange | 'bring back' | 'add'; at: number }) => {
      if (change === 'bring back') return bringBack(form);
      if (change === 'add') return { ...form, options: withNewOption(form.options) };
      return changeOption(form, change, form.options[at]?.key ?? '');
    };
    const wordsOf = ({ options, removed = [] }: ProposalInput) =>
      [...options, ...removed]
        .filter(({ title, description }) => title !== '' || description !== '')
        .map(({ key, title, description }) => [key, title, description].join(' '))
        .toSorted();
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 2, maxLength: 10 }),
        fc.array(anyChange, { maxLength: 30 }),
        fc.constantFrom(undefined, deprecation),
        (rows, changes, bond) => {
          const first = formOf(
            rows.map((each, index) => ({ ...newOption(), ...each, key: `o${index}` })),
            bond,
          );
          const last = changes.reduce(make, first);
          expect(wordsOf(last)).toEqual(wordsOf(first));
          expect(new Set(keysOf(last)).size).toBe(last.options.length);
          expect(last.options.length).toBeGreaterThanOrEqual(limits.options.least);
          expect(last.options.length).toBeLessThanOrEqual(limits.options.most);
          if (bond) expect(last.options[0]?.key).toBe('o0');
        },
      ),
      { seed: 8, numRuns: 300 },
    );
  });
});

it('a change is read from a button, and nothing else is', () => {
  expect(readOptionChange('up o1')).toEqual({ change: 'up', key: 'o1' });
  expect(readOptionChange('explode o1')).toBeUndefined();
});
