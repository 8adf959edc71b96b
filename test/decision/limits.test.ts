import { expect, it } from 'vitest';
import { limits } from '../../src/decision/limits.ts';

/** Slack: plain-text input. */
const input = 3_000;

it.each(['title', 'optionTitle', 'optionDescription', 'argument', 'justification', 'consequence'] as const)(
  'a whole %s fits into one input',
  (name) => {
    expect(limits[name]).toBeLessThanOrEqual(input);
  },
);

it('all drivers, one per line, fit into one input, so that editing cuts none of them', () => {
  expect(limits.drivers * limits.driver + limits.drivers - 1).toBeLessThanOrEqual(input);
});
