import { describe, expect, it } from 'vitest';
import { checkRevisit } from '../../../src/decision/recall/revisit.ts';
import { addMonths, isDay } from '../../../src/decision/time/day.ts';
import { ruleBrokenBy } from '../sample.ts';

const today = '2026-11-20';

describe('checkRevisit', () => {
  it('keeps the day and the condition on one line', () => {
    expect(checkRevisit({ on: '2027-11-20', when: ' we outgrow\none *machine* ' }, today)).toEqual({
      on: '2027-11-20',
      when: 'we outgrow one *machine*',
    });
  });

  it('takes nothing for nothing', () => {
    expect(checkRevisit({ on: undefined, when: ' \u200b ' }, today)).toEqual({ on: undefined, when: undefined });
    expect(checkRevisit({ on: '', when: '' }, today)).toEqual({ on: undefined, when: undefined });
  });

  it.each([
    ['2027-02-30', { code: 'not a day', typed: '2027-02-30' }],
    ['tomorrow', { code: 'not a day', typed: 'tomorrow' }],
    ['2026-11-20', { code: 'day has passed' }],
    ['1999-01-01', { code: 'day has passed' }],
    ['2046-11-21', { code: 'day too far away', years: 20 }],
  ])('refuses %s', (on, refusal) => {
    expect(ruleBrokenBy(() => checkRevisit({ on, when: '' }, today))).toEqual({ refusal, field: 'revisit on' });
  });

  it('lets a day stand that has passed since', () => {
    const before = { on: '2026-11-01', when: undefined };
    expect(checkRevisit({ on: '2026-11-01', when: 'x' }, today, before)).toEqual({ on: '2026-11-01', when: 'x' });
    expect(() => checkRevisit({ on: '2026-11-02', when: 'x' }, today, before)).toThrow('day has passed');
  });

  it('refuses a condition that is too long', () => {
    expect(ruleBrokenBy(() => checkRevisit({ on: undefined, when: 'x'.repeat(501) }, today))).toEqual({
      refusal: { code: 'too long', what: 'condition', length: 501, characters: 501, most: 500 },
      field: 'revisit when',
    });
  });
});

it.each([
  ['2026-11-20', 12, '2027-11-20'],
  ['2027-01-31', 1, '2027-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
])('adds to %s %i months', (day, months, later) => {
  expect(addMonths(day, months)).toBe(later);
});

it.each(['2027-02-29', '2027-13-01', '27-01-01', '2027-1-1', ''])('knows no day %j', (text) => {
  expect(isDay(text)).toBe(false);
});
