import { Cron } from 'croner';
import type { Voting } from '../decision.ts';
import { knownZone } from './time-zone.ts';

const anHour = 60 * 60 * 1_000;
const aDay = 24 * anHour;

/** The least time between two messages about a vote to the same person, whether about its opening or a nudge. */
const pause = 12 * anHour;

/** When people may be contacted, in their own time zones: from 09:00 to 21:00. */
const day = { begins: 9, ends: 21 } as const;

/**
 * When people who have not voted are nudged: at half time and a day before the end. A nudge is left out if it is less
 * than twelve hours after the opening or after the previous nudge. So a vote of less than a day has none, a vote of up
 * to three days has one, and there is no nudge in the last twelve hours.
 */
export function planNudges({ openedAt }: Pick<Voting, 'openedAt'>, closesAt: Date): Date[] {
  const [opened, closes] = [openedAt.getTime(), closesAt.getTime()];
  const moments = [Math.floor((opened + closes) / 2), closes - aDay].toSorted((a, b) => a - b);
  let last = opened;
  return moments.flatMap((moment) => {
    if (moment - last < pause) return [];
    last = moment;
    return new Date(moment);
  });
}

/** Whether somebody who was nudged then may be nudged now. A moved deadline may put two nudges close together. */
export function mayNudgeAgain(last: Date | undefined, now: Date): boolean {
  return last === undefined || now.getTime() - last.getTime() >= pause;
}

/**
 * When to send somebody a direct message: now, or at 09:00 if it is night for them and 09:00 is before the deadline.
 */
export function findDaytime(now: Date, timeZone: string, closesAt: Date): Date {
  const zone = knownZone(timeZone);
  const hour = Number(new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(now));
  if (hour >= day.begins && hour < day.ends) return now;
  const morning = new Cron(`0 ${day.begins} * * *`, { timezone: zone }).nextRun(now);
  return morning && morning < closesAt ? morning : now;
}
