import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAway, readReturn, suggestReturns } from '../../../src/decision/time/away.ts';
import { beginningOf, dayIn } from '../../../src/decision/time/day.ts';

/** A Thursday. */
const today = '2026-12-03';
const read = (typed: string) => readReturn(typed.split(' '), today);

describe('readReturn', () => {
  it.each([
    ['until friday', '2026-12-04'],
    ['friday', '2026-12-04'],
    ['Fri', '2026-12-04'],
    ['bis Freitag', '2026-12-04'],
    ['until wednesday', '2026-12-09'],
    ['until thursday', '2026-12-10'],
    ['until tomorrow', '2026-12-04'],
    ['bis morgen', '2026-12-04'],
    ['until 2026-12-24', '2026-12-24'],
    ['until 2026-12-4', '2026-12-04'],
    ['bis 24.12.', '2026-12-24'],
    ['bis 24.12.2026', '2026-12-24'],
    ['bis 1.12.', '2027-12-01'],
    ['bis 7.1.', '2027-01-07'],
    ['until 2027-12-04', '2027-12-04'],
  ])('reads “%s” on Thursday, December 3', (typed, day) => {
    expect(read(typed)).toBe(day);
  });

  it.each([
    ['until', 'unreadable day'],
    ['until someday', 'unreadable day'],
    ['until fr', 'unreadable day'],
    ['until friday evening', 'unreadable day'],
    ['until 2026-02-30', 'unreadable day'],
    ['until 2026-13-01', 'unreadable day'],
    ['bis 31.2.', 'unreadable day'],
    ['until 12/24', 'unreadable day'],
    ['until 2026-12-03', 'day not to come'],
    ['until 2026-11-30', 'day not to come'],
    ['bis 1.1.1970', 'day not to come'],
    ['until 2027-12-05', 'more than a year away'],
    ['until 9999-12-31', 'more than a year away'],
  ])('refuses “%s”', (typed, code) => {
    expect(() => read(typed)).toThrow(expect.objectContaining({ refusal: expect.objectContaining({ code }) }));
  });

  it('never fails but by refusing, whatever is typed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }), (words) => {
        try {
          expect(readReturn(words, today)).toMatch(/^\d{4}-\d\d-\d\d$/);
        } catch (error) {
          expect(error).toHaveProperty('refusal.code');
        }
      }),
    );
  });
});

describe('suggestReturns', () => {
  it.each([
    ['2026-12-03', ['2026-12-04', '2026-12-07', '2026-12-10', '2026-12-17']],
    ['2026-12-06', ['2026-12-07', '2026-12-13', '2026-12-20']],
    ['2026-12-07', ['2026-12-08', '2026-12-14', '2026-12-21']],
  ])('offers days that are to come, each once, from %s on', (day, expected) => {
    expect(suggestReturns(day)).toEqual(expected);
    for (const each of expected) expect(readReturn([each], day)).toBe(each);
  });
});

const zones = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kolkata', 'America/Santiago', 'Asia/Beirut'];

describe('somebody who is away', () => {
  it('is back when the day begins in their own time zone, and not a moment sooner', () => {
    const anyMoment = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(anyMoment, fc.constantFrom(...zones), (moment, zone) => {
        const day = dayIn(zone, moment);
        const begins = beginningOf(day, zone);
        expect(isAway(day, zone, begins)).toBe(false);
        expect(isAway(day, zone, new Date(begins.getTime() - 1))).toBe(true);
        expect(begins.getTime()).toBeLessThanOrEqual(moment.getTime());
      }),
    );
  });

  it('is back an hour later where the clocks are put forward at midnight', () => {
    expect(beginningOf('2026-09-06', 'America/Santiago').toISOString()).toBe('2026-09-06T04:00:00.000Z');
  });

  it('is taken to be in UTC where the time zone is not known', () => {
    expect(beginningOf('2026-12-04', 'Mars/Base').toISOString()).toBe('2026-12-04T00:00:00.000Z');
  });
});
