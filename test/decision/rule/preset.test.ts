import { describe, expect, it } from 'vitest';
import { findPreset, presetNames, presets } from '../../../src/decision/rule/preset.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import { defaultRule } from '../../../src/decision/rule/rule.ts';

describe('the presets', () => {
  it.each(presetNames)('%s is found by its rule', (name) => {
    const { rule } = presets[name];
    expect(findPreset(rule)).toBe(name);
    expect(readRule(name)).toEqual(rule);
  });

  it('are found whatever the order of their parts in the database is', () => {
    const { quorum, ...rest } = presets.majority.rule;
    expect(findPreset({ ...rest, quorum })).toBe('majority');
    expect(findPreset({ ...rest, quorum: { of: 2, parts: 1 } })).toBe('majority');
  });

  it('are not confused with another rule', () => {
    expect(findPreset({ ...defaultRule, leastInFavour: 2 })).toBeUndefined();
  });
});

describe('who may override a preset', () => {
  it('is nobody alone where that would make the rule worthless', () => {
    const takeTwo = presetNames.filter((name) => presets[name].rule.needsSecond);
    expect(takeTwo).toEqual(['two-thirds', 'unanimous', 'lazy-consensus', 'hard-to-undo']);
  });

  it('is not the proposer where one other person is to answer for it', () => {
    const without = presetNames.filter((name) => !presets[name].rule.overriders.includes('proposer'));
    expect(without).toEqual(['advice']);
  });
});
