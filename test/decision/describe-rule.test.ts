import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeMinutes, describeRule } from '../../src/decision/describe-rule.ts';
import { presets } from '../../src/decision/preset.ts';
import { readRule } from '../../src/decision/read-rule.ts';
import { defaultRule } from '../../src/decision/rule.ts';
import { anyRule } from './any-rule.ts';

const examples = {
  ...Object.fromEntries(Object.entries(presets).map(([name, { rule }]) => [name, rule])),
  'as gitvote has it': readRule({ threshold: 'at least 67% of eligible', abstain: 'quorum only', method: 'single' }),
  'scores, and a share of them': readRule({
    method: 'score',
    threshold: 'at least 1/2 of eligible',
    'least in favour': 3,
    'threshold missed': 'reject',
  }),
  everything: readRule({
    method: 'single',
    quorum: 4,
    threshold: 'more than 60% of cast',
    'least in favour': 3,
    abstain: 'against',
    objections: 'block',
    'minimum open': '36 hours',
    'closes early': ['unreachable', 'decided', 'all voted'],
    tie: 'reject',
    'no quorum': 'reject',
    'threshold missed': 'extend once',
    'hidden tally': true,
  }),
};

describe('a rule in words', () => {
  it('says what it is, for presets and for any parameters', async () => {
    const words = Object.entries(examples).map(([name, rule]) => `${name}:\n${describeRule(rule)}\n`);
    await expect(words.join('\n')).toMatchFileSnapshot('rules.golden.txt');
  });

  it('is one sentence for the plainest', () => {
    expect(describeRule(defaultRule)).toBe('The option with the most votes wins; there is no quorum.');
  });

  it('is made of whole sentences, whatever the parameters', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(describeRule(rule)).toMatch(/^([A-Z][^.]*[^ .]\.( |$))+$/);
      }),
    );
  });
});

describe('a length of time in words', () => {
  it.each([
    [1, '1 minute'],
    [90, '90 minutes'],
    [60, '1 hour'],
    [36 * 60, '36 hours'],
    [24 * 60, '1 day'],
    [3 * 24 * 60, '3 days'],
  ])('%i minutes are %s', (minutes, words) => {
    expect(describeMinutes(minutes)).toBe(words);
  });
});
