import { describe, expect, it } from 'vitest';
import { phaseOf } from '../../src/decision/decision.ts';
import { closesAt, decision, voting } from './sample.ts';

describe('phaseOf', () => {
  it.each([
    ['discussing', decision()],
    ['voting', decision({ voting: voting(['UBO']) })],
    ['undecided', decision({ voting: voting(['UBO'], { closedAt: closesAt }) })],
    ['decided', decision({ status: 'accepted', voting: voting(['UBO'], { closedAt: closesAt }) })],
    ['decided', decision({ status: 'rejected' })],
    ['decided', decision({ status: 'superseded' })],
    ['withdrawn', decision({ status: 'withdrawn', voting: voting(['UBO'], { closedAt: closesAt }) })],
  ] as const)('%s', (phase, example) => {
    expect(phaseOf(example)).toBe(phase);
  });
});
