import { Cron } from 'croner';
import type { Voting } from './decision.ts';
import { knownZone } from './time-zone.ts';

const anHour = 60 * 60 * 1_000;
const aDay = 24 * anHour;

/** Nobody hears of a vote more often than this: not of its opening and a nudge, nor of two nudges. */
const pause = 12 * anHour;

/** When people are about, by their own clock: from nine in the morning until nine in the evening. */
const day = { begins: 9, ends: 21 } as const;

/**
 * When those who have not voted are nudged: at half time and a day before the end. A moment less than twelve hours
 * after voting opened, or after the nudge before it, is left out. So a vote of less than a day has none, one of up to
 * three days has one, and no nudge comes in the last twelve hours.
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

/** Whether somebody who was nudged then may be nudged now: a moved deadline may bring two moments close together. */
export function mayNudgeAgain(last: Date | undefined, now: Date): boolean {
  return last === undefined || now.getTime() - last.getTime() >= pause;
}

/**
 * When to write to somebody directly: now, or at nine in the morning if it is night where they are and nine comes
 * before the deadline.
 */
export function findDaytime(now: Date, timeZone: string, closesAt: Date): Date {
  const zone = knownZone(timeZone);
  const hour = Number(new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(now));
  if (hour >= day.begins && hour < day.ends) return now;
  const morning = new Cron(`0 ${day.begins} * * *`, { timezone: zone }).nextRun(now);
  return morning && morning < closesAt ? morning : now;
}
