import { fromWallClock, toWallClock } from '@gavel/local-slack/page/client/fields/zoned-time.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Asia/Tokyo', 'America/Los_Angeles', 'UTC'];
const from1990to2090 = { min: 631_152_000, max: 3_786_912_000 };

describe('a wall clock', () => {
  it('shows the time of its own zone', () => {
    const noon = Date.UTC(2026, 10, 27, 12) / 1000;
    expect(toWallClock(noon, 'Europe/Berlin')).toBe('2026-11-27T13:00');
    expect(toWallClock(noon, 'Asia/Kolkata')).toBe('2026-11-27T17:30');
  });

  it('leads back to the same moment, but for the hour that comes twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer(from1990to2090), (zone, seconds) => {
        const minute = seconds - (seconds % 60);
        const back = fromWallClock(toWallClock(minute, zone), zone);
        expect(toWallClock(back ?? 0, zone)).toBe(toWallClock(minute, zone));
        expect([0, 3600]).toContain(minute - (back ?? 0));
      }),
    );
  });

  it('reads an hour that summer time skips as the one after it', () => {
    expect(toWallClock(fromWallClock('2026-03-29T02:30', 'Europe/Berlin') ?? 0, 'Europe/Berlin')).toBe(
      '2026-03-29T03:30',
    );
  });

  it('has no moment for what is no time', () => {
    expect(fromWallClock('', 'UTC')).toBeUndefined();
  });
});
