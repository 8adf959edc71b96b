import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDeadline, suggestDeadline } from '../../../src/decision/time/deadline.ts';
import { now, ruleBrokenBy } from '../sample.ts';

const day = 24 * 60 * 60 * 1_000;
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);

describe('checkDeadline', () => {
  it.each([after(1), after(7 * day), after(366 * day)])('takes %s', (closesAt) => {
    expect(checkDeadline(closesAt, now)).toBe(closesAt);
  });

  it.each([
    ['none', undefined, { code: 'missing', what: 'deadline' }],
    ['now', now, { code: 'time has passed' }],
    ['yesterday', after(-day), { code: 'time has passed' }],
    ['in two years', after(730 * day), { code: 'more than a year away' }],
  ])('refuses %s', (_, closesAt, refusal) => {
    expect(ruleBrokenBy(() => checkDeadline(closesAt, now))).toEqual({ refusal, field: 'deadline' });
  });
});

describe('suggestDeadline', () => {
  it.each([
    ['2026-11-20T09:00:00Z', 'Europe/Lisbon', '2026-11-27T17:00:00.000Z'],
    ['2026-11-21T09:00:00Z', 'Europe/Lisbon', '2026-11-30T17:00:00.000Z'],
    ['2026-11-20T23:00:00Z', 'America/New_York', '2026-11-27T22:00:00.000Z'],
    ['2026-03-25T12:00:00Z', 'Europe/Berlin', '2026-04-01T15:00:00.000Z'],
    ['2026-11-20T09:00:00Z', 'Mars/Olympus', '2026-11-27T17:00:00.000Z'],
    ['2026-11-20T09:00:00Z', '', '2026-11-27T17:00:00.000Z'],
  ])('from %s in %s', (from, timeZone, expected) => {
    expect(suggestDeadline(new Date(from), timeZone).toISOString()).toBe(expected);
  });

  it('is 17:00 on one of the proposer’s working days, six to ten days away', () => {
    const zone = fc.constantFrom('Europe/Lisbon', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia', 'UTC');
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2024-01-01'), max: new Date('2034-01-01'), noInvalidDate: true }),
        zone,
        (from, timeZone) => {
          const suggested = suggestDeadline(from, timeZone);
          const format = new Intl.DateTimeFormat('en-GB', {
            timeZone,
            weekday: 'short',
            hour: '2-digit',
            minute: '2-digit',
          });
          expect(format.format(suggested)).toMatch(/^(Mon|Tue|Wed|Thu|Fri),? 17:00$/);
          const away = (suggested.getTime() - from.getTime()) / day;
          expect(away).toBeGreaterThanOrEqual(6);
          expect(away).toBeLessThanOrEqual(10);
          expect(() => checkDeadline(suggested, from)).not.toThrow();
        },
      ),
    );
  });
});
