import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/decision/decision.ts';
import { checkOpen, checkOutcome, decide, type OutcomeForm, withdraw } from '../../src/decision/outcome.ts';
import type { Status } from '../../src/decision/status.ts';
import { because, closesAt, decision, now, ruleBrokenBy, voting } from './sample.ts';

const form: OutcomeForm = {
  answer: 'accept',
  chosenOptionId: 'o1',
  justification: ' one binary\r\nand we know it ',
  good: 'fast\n\n fast\tto deploy ',
  bad: '',
  neutral: 'new dashboards',
};

describe('checkOutcome', () => {
  it('reads an accepted one, the consequences one to a line', () => {
    expect(checkOutcome(form, decision())).toEqual({
      chosenOptionId: 'o1',
      reason: because('one binary\nand we know it'),
      consequences: [
        { kind: 'good', text: 'fast' },
        { kind: 'good', text: 'fast to deploy' },
        { kind: 'neutral', text: 'new dashboards' },
      ],
    });
  });

  it('forgets the option of a rejected one', () => {
    expect(checkOutcome({ ...form, answer: 'reject' }, decision()).chosenOptionId).toBeUndefined();
  });

  it('takes twenty consequences', () => {
    const good = Array.from({ length: 20 }, (_, index) => `good ${index}`).join('\n');
    expect(checkOutcome({ ...form, good, neutral: '' }, decision()).consequences).toHaveLength(20);
  });

  it.each<[string, Partial<OutcomeForm>, string, string]>([
    ['no reason', { justification: ' \n' }, 'justification', 'Please say why, for those who read this in two years.'],
    [
      'a long reason',
      { justification: 'x'.repeat(2001) },
      'justification',
      'This reason has 2001 characters; 2000 is the most. Please shorten it.',
    ],
    [
      'acceptance without an option',
      { chosenOptionId: undefined },
      'chosen',
      'Please say which option was chosen, or reject the decision.',
    ],
    [
      'an option that is not there',
      { chosenOptionId: 'o9' },
      'chosen',
      'Please say which option was chosen, or reject the decision.',
    ],
    [
      'a long consequence',
      { bad: `short\n${'x'.repeat(501)}` },
      'consequences',
      'One consequence has 501 characters; 500 is the most. Please shorten it.',
    ],
    [
      'too many consequences',
      { good: 'a\n'.repeat(10), bad: 'b\n'.repeat(10), neutral: 'c' },
      'consequences',
      '20 consequences are the most; there are 21.',
    ],
  ])('refuses %s', (_, changes, field, message) => {
    expect(ruleBrokenBy(() => checkOutcome({ ...form, ...changes }, decision()))).toMatchObject({ message, field });
  });

  it('points at the kind of consequence that is too long', () => {
    const long = { good: 'fine', bad: 'short', neutral: 'x'.repeat(501) };
    expect(ruleBrokenBy(() => checkOutcome({ ...form, ...long }, decision()))).toMatchObject({ position: 2 });
  });
});

const ended: readonly Status[] = ['accepted', 'rejected', 'deprecated', 'superseded', 'withdrawn'];
const outcome: Outcome = {
  chosenOptionId: 'o1',
  reason: because('one binary'),
  consequences: [],
  decidedBy: 'UANA',
  decidedAt: closesAt,
};

describe('decide', () => {
  it('accepts with a chosen option, and closes the vote', () => {
    const decided = decide(decision({ voting: voting(['UBO']) }), outcome);
    expect(decided).toEqual(decision({ status: 'accepted', outcome, voting: voting(['UBO'], { closedAt: closesAt }) }));
  });

  it('rejects without one, also before any vote', () => {
    const rejected = { ...outcome, chosenOptionId: undefined };
    expect(decide(decision(), rejected)).toEqual(decision({ status: 'rejected', outcome: rejected }));
  });

  it('leaves the time at which an undecided vote closed', () => {
    const undecided = decision({ voting: voting(['UBO'], { closedAt: now }) });
    expect(decide(undecided, outcome).voting?.closedAt).toEqual(now);
  });

  it.each(ended)('changes nothing that is %s', (status) => {
    expect(ruleBrokenBy(() => decide(decision({ status }), outcome))).toEqual({
      message: `This decision is ${status} already; nothing was changed.`,
    });
  });
});

describe('withdraw', () => {
  it('ends a discussion', () => {
    expect(withdraw(decision(), now)).toEqual(decision({ status: 'withdrawn' }));
  });

  it('closes an open vote', () => {
    expect(withdraw(decision({ voting: voting(['UBO']) }), now).voting?.closedAt).toEqual(now);
  });

  it.each(ended)('changes nothing that is %s', (status) => {
    expect(ruleBrokenBy(() => withdraw(decision({ status }), now)).message).toBe(
      `This decision is ${status} already; nothing was changed.`,
    );
  });
});

describe('checkOpen', () => {
  it('lets a proposed decision pass', () => {
    expect(() => checkOpen(decision())).not.toThrow();
  });
});
