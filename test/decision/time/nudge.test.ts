import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDaytime, mayNudgeAgain, planNudges } from '../../../src/decision/time/nudge.ts';

const anHour = 60 * 60 * 1_000;
const openedAt = new Date('2026-11-16T10:00:00Z');
const after = (hours: number) => new Date(openedAt.getTime() + hours * anHour);
const hoursAfterOpening = (hours: number) =>
  planNudges({ openedAt }, after(hours)).map((moment) => (moment.getTime() - openedAt.getTime()) / anHour);

describe('planNudges', () => {
  it.each<[string, number, number[]]>([
    ['a week: half time and a day before the end', 168, [84, 144]],
    ['three days: both, twelve hours apart', 72, [36, 48]],
    ['a little less: half time alone', 71, [35.5]],
    ['two days: both at once, so one', 48, [24]],
    ['a day and a half: a day before the end, which comes first', 36, [12]],
    ['thirty hours: half time, as a day before the end is too soon after the opening', 30, [15]],
    ['a day: half time', 24, [12]],
    ['less than a day: none', 23.9, []],
    ['no time at all: none', 0, []],
  ])('of %s', (_, hours, expected) => {
    expect(hoursAfterOpening(hours)).toEqual(expected);
  });

  it('keeps twelve hours between the opening, each nudge and the end, for votes of any length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 366 * 24 * 60 }), (minutes) => {
        const closesAt = after(minutes / 60);
        const moments = planNudges({ openedAt }, closesAt);
        expect(moments.length).toBeLessThanOrEqual(2);
        const marks = [openedAt, ...moments, closesAt].map((moment) => moment.getTime());
        if (moments.length === 0) expect(minutes).toBeLessThan(24 * 60);
        else
          for (const [place, mark] of marks.entries())
            expect(mark - (marks[place - 1] ?? -Infinity)).toBeGreaterThanOrEqual(12 * anHour);
      }),
    );
  });
});

it('nobody is nudged twice within twelve hours', () => {
  expect(mayNudgeAgain(undefined, openedAt)).toBe(true);
  expect(mayNudgeAgain(openedAt, after(11.99))).toBe(false);
  expect(mayNudgeAgain(openedAt, after(12))).toBe(true);
});

describe('findDaytime', () => {
  const faraway = after(1_000);

  it.each<[string, string, string, string]>([
    ['in the afternoon', 'Europe/Lisbon', '2026-11-20T15:30:00Z', '2026-11-20T15:30:00Z'],
    ['at nine in the morning', 'Europe/Berlin', '2026-11-20T08:00:00Z', '2026-11-20T08:00:00Z'],
    ['a minute before nine', 'Europe/Berlin', '2026-11-20T07:59:00Z', '2026-11-20T08:00:00Z'],
    ['at nine in the evening', 'Europe/Berlin', '2026-11-20T20:00:00Z', '2026-11-21T08:00:00Z'],
    ['at midnight', 'Asia/Kolkata', '2026-11-20T18:30:00Z', '2026-11-21T03:30:00Z'],
    ['in the night in which the clocks change', 'Europe/Berlin', '2027-03-28T00:30:00Z', '2027-03-28T07:00:00Z'],
    ['in a zone that nobody knows, as in UTC', 'Mars/Olympus', '2026-11-20T22:00:00Z', '2026-11-21T09:00:00Z'],
  ])('%s', (_, timeZone, now, expected) => {
    expect(findDaytime(new Date(now), timeZone, new Date('2027-12-31T00:00:00Z'))).toEqual(new Date(expected));
  });

  it('does not wait for a morning that is too late', () => {
    const night = new Date('2026-11-20T23:00:00Z');
    expect(findDaytime(night, 'UTC', new Date('2026-11-21T09:00:00Z'))).toEqual(night);
    expect(findDaytime(night, 'UTC', new Date('2026-11-21T09:00:01Z'))).toEqual(new Date('2026-11-21T09:00:00Z'));
  });

  it('is never at night if it can wait, and waits at most one night', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Lisbon', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham');
    const moments = fc.date({ min: openedAt, max: after(500), noInvalidDate: true });
    fc.assert(
      fc.property(moments, zones, (now, timeZone) => {
        const at = findDaytime(now, timeZone, faraway);
        const hour = Number(at.toLocaleString('en-GB', { timeZone, hour: '2-digit' }));
        expect(hour).toBeGreaterThanOrEqual(9);
        expect(hour).toBeLessThan(21);
        expect(at.getTime() - now.getTime()).toBeGreaterThanOrEqual(0);
        expect(at.getTime() - now.getTime()).toBeLessThanOrEqual(13 * anHour);
      }),
    );
  });
});
