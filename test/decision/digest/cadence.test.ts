import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cadence,
  lastDigestBefore,
  nextDigestAt,
  offeredFrequencies,
  readCadence,
} from '../../../src/decision/digest/cadence.ts';
import { ruleBrokenBy } from '../sample.ts';

/** “week, day 1 09:00 Europe/Lisbon”. */
function write({ every, weekday, timeOfDay, timeZone }: Cadence): string {
  if (every === 'never') return every;
  return `${every}${every === 'week' ? `, day ${weekday}` : ''} ${timeOfDay} ${timeZone}`;
}

describe('readCadence', () => {
  it.each([
    ['weekly', 'week, day 1 09:00 Europe/Lisbon'],
    ['Weekly', 'week, day 1 09:00 Europe/Lisbon'],
    ['weekly friday', 'week, day 5 09:00 Europe/Lisbon'],
    ['weekly fri 16:30', 'week, day 5 16:30 Europe/Lisbon'],
    ['weekly 16:30 SUNDAY', 'week, day 7 16:30 Europe/Lisbon'],
    ['weekly Freitag', 'week, day 5 09:00 Europe/Lisbon'],
    ['weekly son 16:30', 'week, day 7 16:30 Europe/Lisbon'],
    ['daily', 'day 09:00 Europe/Lisbon'],
    ['daily 7:05', 'day 07:05 Europe/Lisbon'],
    ['daily 00:00 Asia/Kolkata', 'day 00:00 Asia/Kolkata'],
    ['daily europe/berlin', 'day 09:00 Europe/Berlin'],
    ['weekly tues 23:59 UTC', 'week, day 2 23:59 UTC'],
    ['daily +02:00', 'day 09:00 +02:00'],
    ['daily Europe/Kyiv', 'day 09:00 Europe/Kyiv'],
    ['daily EST', 'day 09:00 EST'],
    ['off', 'never'],
  ])('%s: %s', (words, expected) => {
    expect(write(readCadence(words.split(' '), 'Europe/Lisbon'))).toBe(expected);
  });

  it('reads the words of every frequency that a list offers', () => {
    const read = offeredFrequencies.map(({ words }) => readCadence(words.split(' '), 'UTC'));
    expect(read.map(({ every, weekday }) => ({ every, weekday }))).toEqual(
      offeredFrequencies.map(({ every, weekday }) => ({ every, weekday })),
    );
    expect(offeredFrequencies).toHaveLength(8);
  });

  it('uses UTC if the person’s time zone is unknown here', () => {
    expect(write(readCadence(['daily'], 'Mars/Olympus'))).toBe('day 09:00 UTC');
    const stored: Cadence = { every: 'day', weekday: 1, timeOfDay: '09:00', timeZone: 'Mars/Olympus' };
    expect(nextDigestAt(stored, new Date('2026-11-20T09:00:00Z'))?.toISOString()).toBe('2026-11-21T09:00:00.000Z');
  });

  it.each(['', 'monthly', 'monday', 'constructor', '__proto__', 'weekly,'])('refuses %j', (word) => {
    expect(ruleBrokenBy(() => readCadence([word], 'UTC')).refusal).toEqual({
      code: 'unknown word',
      word,
      command: 'digest',
    });
  });

  it.each(['24:00', '9:60', '9', '9am', 'mo', 'someday', 'Mars/Olympus', 'GMT+2', 'constructor', '09:00:00'])(
    'names %j as the word that it can’t read',
    (word) => {
      expect(ruleBrokenBy(() => readCadence(['weekly', 'friday', word], 'UTC')).refusal).toEqual({
        code: 'unreadable cadence',
        word,
      });
    },
  );
});

const zones = [
  'UTC',
  'Europe/Lisbon',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
];

/** What a clock on the wall of this zone shows: “Mon 09:00”. */
function readClock(at: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' });
  return format.format(at).replace(',', '');
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const hour = 60 * 60 * 1_000;

/** At times that every day of these zones has: clocks are changed between midnight and four. */
const cadence: fc.Arbitrary<Cadence> = fc.record({
  every: fc.constantFrom('day' as const, 'week' as const),
  weekday: fc.integer({ min: 1, max: 7 }),
  timeOfDay: fc
    .tuple(fc.integer({ min: 4, max: 22 }), fc.nat(59))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
  timeZone: fc.constantFrom(...zones),
});
const anyTime = fc.tuple(cadence, fc.nat(23), fc.nat(59)).map(([one, hours, minutes]): Cadence => {
  const timeOfDay = [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':');
  return { ...one, timeOfDay };
});

describe('lastDigestBefore', () => {
  it.each([
    ['weekly monday 09:00 Europe/Lisbon', '2026-11-30T09:00:00.000Z', '2026-11-23T09:00:00.000Z'],
    ['weekly monday 09:00 Europe/Lisbon', '2026-10-26T09:00:00.000Z', '2026-10-19T08:00:00.000Z'],
    ['daily 09:00 Europe/Berlin', '2026-03-29T07:00:00.000Z', '2026-03-28T08:00:00.000Z'],
    ['daily 02:30 Europe/Berlin', '2026-10-26T01:30:00.000Z', '2026-10-25T00:30:00.000Z'],
  ])('%s, before %s', (words, due, expected) => {
    expect(lastDigestBefore(readCadence(words.split(' '), 'UTC'), new Date(due)).toISOString()).toBe(expected);
  });

  it('is the time after which that one comes next', () => {
    fc.assert(
      fc.property(anyTime, moment, (one, after) => {
        const due = nextDigestAt(one, after) ?? new Date(Number.NaN);
        expect(nextDigestAt(one, lastDigestBefore(one, due))).toEqual(due);
      }),
    );
  });
});

describe('nextDigestAt', () => {
  it('is never when the digest is off', () => {
    expect(nextDigestAt(readCadence(['off'], 'UTC'), new Date('2026-11-20T09:00:00Z'))).toBeUndefined();
  });

  it.each([
    ['daily 09:00 Europe/Lisbon', '2026-03-28T12:00:00Z', '2026-03-29T08:00:00.000Z'],
    ['daily 09:00 Europe/Lisbon', '2026-03-28T08:59:59.999Z', '2026-03-28T09:00:00.000Z'],
    ['daily 09:00 Europe/Lisbon', '2026-03-28T09:00:00.000Z', '2026-03-29T08:00:00.000Z'],
    ['daily 09:00 Europe/Lisbon', '2026-10-24T12:00:00Z', '2026-10-25T09:00:00.000Z'],
    ['weekly monday 09:00 America/New_York', '2026-03-06T12:00:00Z', '2026-03-09T13:00:00.000Z'],
    ['weekly sunday 09:00 America/New_York', '2026-10-31T12:00:00Z', '2026-11-01T14:00:00.000Z'],
    ['daily 09:00 Australia/Lord_Howe', '2026-10-03T00:00:00Z', '2026-10-03T22:00:00.000Z'],
    // In a spring night that has no half past two, it is due when the clocks have been changed.
    ['daily 02:30 Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00.000Z'],
    // In an autumn night that has it twice, it is due once.
    ['daily 02:30 Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00.000Z'],
    ['daily 02:30 Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00.000Z'],
  ])('%s, after %s', (words, after, expected) => {
    expect(nextDigestAt(readCadence(words.split(' '), 'UTC'), new Date(after))?.toISOString()).toBe(expected);
  });

  it('is at the given time and day in its time zone, summer and winter', () => {
    fc.assert(
      fc.property(cadence, moment, (one, after) => {
        const next = nextDigestAt(one, after);
        const [day, time] = next ? readClock(next, one.timeZone).split(' ') : [];
        expect(time).toBe(one.timeOfDay);
        if (one.every === 'week') expect(day).toBe(weekdays[one.weekday - 1]);
      }),
    );
  });

  it('is after the given time, by at most one period', () => {
    fc.assert(
      fc.property(anyTime, moment, (one, after) => {
        const next = nextDigestAt(one, after)?.getTime() ?? Number.NaN;
        expect(next).toBeGreaterThan(after.getTime());
        const period = one.every === 'week' ? 7 * 24 * hour : 24 * hour;
        expect(next).toBeLessThanOrEqual(after.getTime() + period + 2 * hour);
      }),
    );
  });

  it('is due once a day, so the next one is on another day', () => {
    fc.assert(
      fc.property(anyTime, moment, (one, after) => {
        const daily: Cadence = { ...one, every: 'day' };
        const first = nextDigestAt(daily, after) ?? after;
        const second = nextDigestAt(daily, first) ?? first;
        const dayOf = (at: Date) => at.toLocaleDateString('en-CA', { timeZone: one.timeZone });
        expect(dayOf(second)).not.toBe(dayOf(first));
      }),
    );
  });
});
