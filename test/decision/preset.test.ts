import { describe, expect, it } from 'vitest';
import { findPreset, presetNames, presets } from '../../src/decision/preset.ts';
import { readRule } from '../../src/decision/read-rule.ts';
import { defaultRule } from '../../src/decision/rule.ts';

describe('the presets', () => {
  it.each(presetNames)('%s is found again by its rule', (name) => {
    const { rule } = presets[name];
    expect(findPreset(rule)).toBe(name);
    expect(readRule(name)).toEqual(rule);
  });

  it('are found again whatever the order of their parts in the database', () => {
    const { quorum, ...rest } = presets.majority.rule;
    expect(findPreset({ ...rest, quorum })).toBe('majority');
    expect(findPreset({ ...rest, quorum: { of: 2, parts: 1 } })).toBe('majority');
  });

  it('are not taken for a rule that differs from each', () => {
    expect(findPreset({ ...defaultRule, leastInFavour: 2 })).toBeUndefined();
  });
});
