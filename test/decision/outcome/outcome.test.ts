import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/decision/decision.ts';
import type { Refusal } from '../../../src/decision/failure/refusal.ts';
import {
  checkOpen,
  checkOutcome,
  decide,
  giveReason,
  type OutcomeForm,
  withdraw,
} from '../../../src/decision/outcome/outcome.ts';
import { takeOutOption } from '../../../src/decision/proposal/correction.ts';
import type { Status } from '../../../src/decision/status.ts';
import { because, closesAt, decision, now, ruleBrokenBy, voting, wonBy } from '../sample.ts';

const form: OutcomeForm = {
  answer: 'accept',
  chosenOptionId: 'o1',
  justification: ' one binary\r\nand we know it ',
  good: 'fast\n\n fast\tto deploy ',
  bad: '',
  neutral: 'new dashboards',
};

describe('checkOutcome', () => {
  it('reads an accepted outcome, with one consequence per line', () => {
    expect(checkOutcome(form, decision())).toEqual({
      chosenOptionId: 'o1',
      words: 'one binary\nand we know it',
      consequences: [
        { kind: 'good', text: 'fast' },
        { kind: 'good', text: 'fast to deploy' },
        { kind: 'neutral', text: 'new dashboards' },
      ],
    });
  });

  it.each(['', ' \n', '\u200b '])('reads %j as no words', (justification) => {
    expect(checkOutcome({ ...form, justification }, decision()).words).toBe('');
  });

  it('ignores the option of a rejected outcome', () => {
    expect(checkOutcome({ ...form, answer: 'reject' }, decision()).chosenOptionId).toBeUndefined();
  });

  it('accepts twenty consequences', () => {
    const good = Array.from({ length: 20 }, (_, index) => `good ${index}`).join('\n');
    expect(checkOutcome({ ...form, good, neutral: '' }, decision()).consequences).toHaveLength(20);
  });

  it.each<[string, Partial<OutcomeForm>, string, Refusal]>([
    [
      'a long reason',
      { justification: 'x'.repeat(2001) },
      'justification',
      { code: 'too long', what: 'reason', length: 2001, characters: 2001, most: 2000 },
    ],
    [
      'acceptance without an option',
      { chosenOptionId: undefined },
      'chosen',
      { code: 'missing', what: 'chosen option' },
    ],
    ['an option that is not there', { chosenOptionId: 'o9' }, 'chosen', { code: 'missing', what: 'chosen option' }],
    [
      'a long consequence',
      { bad: `short\n${'x'.repeat(501)}` },
      'consequences',
      { code: 'too long', what: 'consequence', length: 501, characters: 501, most: 500 },
    ],
    [
      'too many consequences',
      { good: 'a\n'.repeat(10), bad: 'b\n'.repeat(10), neutral: 'c' },
      'consequences',
      { code: 'too many', what: 'consequences', count: 21, most: 20 },
    ],
  ])('refuses %s', (_, changes, field, refusal) => {
    expect(ruleBrokenBy(() => checkOutcome({ ...form, ...changes }, decision()))).toMatchObject({ refusal, field });
  });

  it('names the option that was withdrawn since the form was opened', () => {
    const without = takeOutOption(decision(), 'o1', { by: 'UANA', at: closesAt });
    expect(ruleBrokenBy(() => checkOutcome({ ...form, chosenOptionId: 'o1' }, without))).toMatchObject({
      refusal: { code: 'option withdrawn', name: 'Go + Fiber' },
      field: 'chosen',
    });
  });

  it('points at the kind of consequence that is too long', () => {
    const long = { good: 'fine', bad: 'short', neutral: 'x'.repeat(501) };
    expect(ruleBrokenBy(() => checkOutcome({ ...form, ...long }, decision()))).toMatchObject({ position: 2 });
  });
});

describe('giveReason', () => {
  const early = [{ kind: 'before the deadline' }] as const;

  it('takes somebody’s own words before what the rule says', () => {
    expect(giveReason('we know it', [], wonBy('Go'))).toEqual(because('we know it'));
    expect(giveReason('we know it', early, undefined)).toEqual(because('we know it'));
    expect(giveReason('', [], wonBy('Go'))).toEqual({ by: 'rule', verdict: wonBy('Go') });
  });

  it.each<[string, Parameters<typeof giveReason>]>([
    ['something stands against it', ['', early, wonBy('Go')]],
    ['there was no vote', ['', [], undefined]],
  ])('asks for words where %s', (_, given) => {
    expect(ruleBrokenBy(() => giveReason(...given))).toEqual({
      refusal: { code: 'missing', what: 'justification' },
      field: 'justification',
    });
  });
});

const ended: readonly Status[] = ['accepted', 'rejected', 'deprecated', 'superseded', 'withdrawn'];
const outcome: Outcome = {
  chosenOptionId: 'o1',
  reason: because('one binary'),
  consequences: [],
  decidedBy: 'UANA',
  decidedAt: closesAt,
  departures: [],
};

describe('decide', () => {
  it('accepts with a chosen option, and closes the vote', () => {
    const decided = decide(decision({ voting: voting(['UBO']) }), outcome);
    expect(decided).toEqual(decision({ status: 'accepted', outcome, voting: voting(['UBO'], { closedAt: closesAt }) }));
  });

  it('rejects without one, even before any vote', () => {
    const rejected = { ...outcome, chosenOptionId: undefined };
    expect(decide(decision(), rejected)).toEqual(decision({ status: 'rejected', outcome: rejected }));
  });

  it('keeps the time at which an undecided vote closed', () => {
    const undecided = decision({ voting: voting(['UBO'], { closedAt: now }) });
    expect(decide(undecided, outcome).voting?.closedAt).toEqual(now);
  });

  it.each(ended)('changes nothing that is %s', (status) => {
    expect(ruleBrokenBy(() => decide(decision({ status }), outcome))).toEqual({
      refusal: { code: 'decided already', status },
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
    expect(ruleBrokenBy(() => withdraw(decision({ status }), now)).refusal).toEqual({
      code: 'decided already',
      status,
    });
  });
});

describe('checkOpen', () => {
  it('lets a proposed decision pass', () => {
    expect(() => checkOpen(decision())).not.toThrow();
  });
});
