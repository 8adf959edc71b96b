import { Cron } from 'croner';
import { beginningOf, type Day } from '../time/day.ts';
import { knownZone } from '../time/time-zone.ts';

const anHour = 60 * 60 * 1_000;

/** After how long without an answer people are reminded, once, in milliseconds: two weeks. */
export const remindsAfter = 14 * 24 * anHour;

/** For how long after nine o'clock people may be asked, in milliseconds. */
const askedFor = 12 * anHour;

/**
 * When people are asked whether a decision is still right: at 09:00 of the day to look again, in its time zone, or of the
 * Monday after a weekend. For a day that has passed, at the next 09:00 of a weekday.
 */
export function findRevisitAt(on: Day, timeZone: string, now: Date): Date {
  const zone = knownZone(timeZone);
  const begins = beginningOf(on, zone);
  const from = begins > now ? begins : now;
  const justBefore = new Date(from.getTime() - 1_000);
  return new Cron('0 9 * * 1-5', { timezone: zone }).nextRun(justBefore) ?? from;
}

/** Whether people may be asked now: from 09:00 to 21:00 of a weekday, once the day to look again has come. */
export function mayAskNow(on: Day, timeZone: string, now: Date): boolean {
  return findRevisitAt(on, timeZone, new Date(now.getTime() - askedFor)) <= now;
}
