import { Cron } from 'croner';
import { RuleBroken } from '../failure/rule-broken.ts';
import { knownZone } from './time-zone.ts';

const day = 24 * 60 * 60 * 1_000;

/** The deadline that the modal suggests: 17:00 on a working day, about a week from now. */
export function suggestDeadline(now: Date, timeZone: string): Date {
  const almostAWeek = new Date(now.getTime() + 6.5 * day);
  const next = new Cron('0 17 * * 1-5', { timezone: knownZone(timeZone) }).nextRun(almostAWeek);
  return next ?? new Date(now.getTime() + 7 * day);
}

/** Checks a deadline. Throws RuleBroken if it is missing, in the past, or more than a year away. */
export function checkDeadline(closesAt: Date | undefined, now: Date): Date {
  if (closesAt === undefined) throw new RuleBroken({ code: 'missing', what: 'deadline' }, { field: 'deadline' });
  if (closesAt.getTime() <= now.getTime()) {
    throw new RuleBroken({ code: 'time has passed' }, { field: 'deadline' });
  }
  if (closesAt.getTime() > now.getTime() + 366 * day) {
    throw new RuleBroken({ code: 'more than a year away' }, { field: 'deadline' });
  }
  return closesAt;
}
