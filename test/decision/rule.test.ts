import { expect, it } from 'vitest';
import { defaultRule, describeRule } from '../../src/decision/rule.ts';

it('says the rule in one sentence', () => {
  expect(describeRule(defaultRule)).toBe('The option with the most votes wins; there is no quorum.');
});
