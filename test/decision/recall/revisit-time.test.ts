import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRevisitAt, mayAskNow } from '../../../src/decision/recall/revisit-time.ts';
import { addDays, dayIn } from '../../../src/decision/time/day.ts';

const past = new Date('2020-01-01T00:00:00Z');
const zones = ['UTC', 'Europe/Lisbon', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kolkata'];

describe('findRevisitAt', () => {
  it('is nine o’clock of the day in the zone of the decision', () => {
    expect(findRevisitAt('2027-03-01', 'UTC', past)).toEqual(new Date('2027-03-01T09:00:00Z'));
    expect(findRevisitAt('2027-03-01', 'America/New_York', past)).toEqual(new Date('2027-03-01T14:00:00Z'));
    // It is another day there than in most of the world.
    expect(findRevisitAt('2027-03-01', 'Pacific/Kiritimati', past)).toEqual(new Date('2027-02-28T19:00:00Z'));
  });

  it('is the Monday after a weekend', () => {
    for (const day of ['2027-03-06', '2027-03-07', '2027-03-08'])
      expect(findRevisitAt(day, 'Europe/Lisbon', past)).toEqual(new Date('2027-03-08T09:00:00Z'));
  });

  it('is the next nine o’clock of a weekday for a day that has passed', () => {
    const at = (now: string) => findRevisitAt('2027-03-01', 'UTC', new Date(now)).toISOString();
    expect(at('2027-03-01T09:00:00Z')).toBe('2027-03-01T09:00:00.000Z');
    expect(at('2027-03-01T10:00:00Z')).toBe('2027-03-02T09:00:00.000Z');
    expect(at('2027-03-05T10:00:00Z')).toBe('2027-03-08T09:00:00.000Z');
  });

  it('is 09:00 of a weekday, never early, and a moment at which people may be asked, whatever the day and the zone', () => {
    const anyNow = fc.date({ min: past, max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true });
    const anyShift = fc.integer({ min: -800, max: 800 });
    fc.assert(
      fc.property(anyNow, anyShift, fc.constantFrom(...zones), (now, shift, zone) => {
        const on = addDays(dayIn(zone, now), shift);
        const at = findRevisitAt(on, zone, now);
        const told = new Intl.DateTimeFormat('en-GB', {
          ...{ timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit' },
        }).format(at);
        expect(told).toMatch(/^(?:Mon|Tue|Wed|Thu|Fri),? 09:00$/);
        expect(dayIn(zone, at) >= on).toBe(true);
        expect(at.getTime()).toBeGreaterThan(now.getTime() - 1_000);
        expect(mayAskNow(on, zone, at)).toBe(true);
        expect(mayAskNow(on, zone, new Date(at.getTime() - 60_000))).toBe(false);
      }),
    );
  });
});

describe('mayAskNow', () => {
  it('is so from nine to nine of a weekday, from the day on', () => {
    const may = (now: string) => mayAskNow('2027-03-05', 'UTC', new Date(now));
    expect(['2027-03-04T12:00:00Z', '2027-03-05T08:59:00Z', '2027-03-05T21:01:00Z'].map(may)).toEqual([
      false,
      false,
      false,
    ]);
    expect(['2027-03-06T12:00:00Z', '2027-03-08T08:00:00Z'].map(may)).toEqual([false, false]);
    expect(['2027-03-05T09:00:00Z', '2027-03-05T21:00:00Z', '2027-03-08T15:00:00Z'].map(may)).toEqual([
      true,
      true,
      true,
    ]);
  });
});
