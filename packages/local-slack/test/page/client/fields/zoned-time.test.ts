import { fromWallClock, toWallClock } from '@gavel/local-slack/page/client/fields/zoned-time.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Asia/Tokyo', 'America/Los_Angeles', 'UTC'];
const from1990to2090 = { min: 631_152_000, max: 3_786_912_000 };

describe('local time', () => {
  it('is the time in its time zone', () => {
    const noon = Date.UTC(2026, 10, 27, 12) / 1000;
    expect(toWallClock(noon, 'Europe/Berlin')).toBe('2026-11-27T13:00');
    expect(toWallClock(noon, 'Asia/Kolkata')).toBe('2026-11-27T17:30');
  });

  it('converts back to the same time, except for the hour that occurs twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer(from1990to2090), (zone, seconds) => {
        const minute = seconds - (seconds % 60);
        const back = fromWallClock(toWallClock(minute, zone), zone);
        expect(toWallClock(back ?? 0, zone)).toBe(toWallClock(minute, zone));
        expect([0, 3600]).toContain(minute - (back ?? 0));
      }),
    );
  });

  it('moves a time that daylight saving time skips an hour later', () => {
    expect(toWallClock(fromWallClock('2026-03-29T02:30', 'Europe/Berlin') ?? 0, 'Europe/Berlin')).toBe(
      '2026-03-29T03:30',
    );
  });

  it('rejects an invalid time', () => {
    expect(fromWallClock('', 'UTC')).toBeUndefined();
  });
});
