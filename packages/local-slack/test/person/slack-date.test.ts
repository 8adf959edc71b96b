import { writeSlackDate } from '@gavel/local-slack/person/slack-date.ts';
import { describe, expect, it } from 'vitest';

const moment = Date.UTC(2026, 10, 27, 16, 0, 5) / 1000;
const now = new Date(Date.UTC(2026, 10, 26, 12));

describe('writeSlackDate', () => {
  it.each([
    ['{date_num}', 'Europe/Berlin', '2026-11-27'],
    ['{date}', 'Europe/Berlin', 'November 27th, 2026'],
    ['{date_short}', 'Europe/Berlin', 'Nov 27, 2026'],
    ['{date_long}', 'Europe/Berlin', 'Friday, November 27th, 2026'],
    ['{date_pretty}', 'Europe/Berlin', 'tomorrow'],
    ['{date_short_pretty} at {time}', 'Asia/Tokyo', 'Nov 28, 2026 at 1:00 AM'],
    ['{time}', 'America/New_York', '11:00 AM'],
    ['{time_secs}', 'Europe/Berlin', '5:00:05 PM'],
    ['in {ago}', 'Europe/Berlin', 'in tomorrow'],
    ['{unknown}', 'Europe/Berlin', '{unknown}'],
  ])('writes %s in %s as "%s"', (format, timeZone, words) => {
    expect(writeSlackDate(moment, format, timeZone, now)).toBe(words);
  });
});
