import { describe, expect, it } from 'vitest';
import { isSameNaming, phaseOf } from '../../src/decision/decision.ts';
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

describe('isSameNaming', () => {
  const architects = { id: 'S1', handle: 'architects' };
  const named = { namedDeciders: ['UANA', 'UBO'], namedGroups: [architects] };

  it('compares who is named, and ignores the order and the names of groups', () => {
    const again = { namedDeciders: ['UBO', 'UANA'], namedGroups: [{ ...architects, handle: 'builders' }] };
    expect(isSameNaming(named, again)).toBe(true);
  });

  it.each([
    ['fewer people', { ...named, namedDeciders: ['UANA'] }],
    ['other people', { ...named, namedDeciders: ['UANA', 'UCHI'] }],
    ['no group', { ...named, namedGroups: [] }],
    ['nobody', { namedDeciders: [], namedGroups: [] }],
  ])('tells %s', (_, other) => {
    expect(isSameNaming(named, other)).toBe(false);
  });
});
