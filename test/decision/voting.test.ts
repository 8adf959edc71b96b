import { describe, expect, it } from 'vitest';
import { defaultRule } from '../../src/decision/rule.ts';
import { closeVoting, extendVoting, openVoting } from '../../src/decision/voting.ts';
import { closesAt, decision, now, ruleBrokenBy, voting } from './sample.ts';

const frozen = { rule: defaultRule, deciders: ['UBO', 'UCHI'], now };
const later = new Date('2026-12-01T17:00:00Z');

describe('openVoting', () => {
  it('freezes the rule and the electorate', () => {
    expect(openVoting(decision(), frozen).voting).toEqual({
      round: 1,
      rule: defaultRule,
      deciders: ['UBO', 'UCHI'],
      openedAt: now,
      closedAt: undefined,
    });
  });

  it.each([
    ['open already', decision({ voting: voting(['UBO']) }), 'Voting is open already; nothing was changed.'],
    [
      'closed without a winner',
      decision({ voting: voting(['UBO'], { closedAt: now }) }),
      'Voting has closed. Move the deadline to let it go on.',
    ],
    ['withdrawn', decision({ status: 'withdrawn' }), 'This decision is withdrawn already; nothing was changed.'],
    ['accepted', decision({ status: 'accepted' }), 'This decision is accepted already; nothing was changed.'],
  ])('refuses one that is %s', (_, example, message) => {
    expect(ruleBrokenBy(() => openVoting(example, frozen))).toEqual({ message });
  });

  it('refuses a deadline that passed during the discussion', () => {
    expect(ruleBrokenBy(() => openVoting(decision({ closesAt: now }), frozen)).field).toBe('deadline');
  });
});

describe('extendVoting', () => {
  it('moves the deadline of a discussion', () => {
    expect(extendVoting(decision(), later, now)).toEqual(decision({ closesAt: later }));
  });

  it('opens a closed vote again, for the same people', () => {
    const closed = decision({ voting: voting(['UBO'], { closedAt: now }) });
    expect(extendVoting(closed, later, now)).toEqual(decision({ closesAt: later, voting: voting(['UBO']) }));
  });

  it('refuses a time in the past', () => {
    expect(ruleBrokenBy(() => extendVoting(decision(), now, now)).field).toBe('deadline');
  });

  it('refuses a decision that has its outcome', () => {
    expect(ruleBrokenBy(() => extendVoting(decision({ status: 'rejected' }), later, now)).message).toBe(
      'This decision is rejected already; nothing was changed.',
    );
  });
});

describe('closeVoting', () => {
  it('closes an open vote', () => {
    const open = decision({ voting: voting(['UBO']) });
    expect(closeVoting(open, closesAt).voting).toEqual(voting(['UBO'], { closedAt: closesAt }));
  });

  it.each([
    ['never opened', decision()],
    ['closed before', decision({ voting: voting(['UBO'], { closedAt: now }) })],
    ['withdrawn', decision({ status: 'withdrawn', voting: voting(['UBO']) })],
  ])('changes nothing in a vote that was %s', (_, example) => {
    expect(closeVoting(example, closesAt)).toBe(example);
  });
});
