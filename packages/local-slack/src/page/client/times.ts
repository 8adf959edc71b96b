import { shownZone } from '../../person/slack-date.ts';
import { screen } from './live.ts';

/** Converts a message timestamp to a date. */
export function dateOf(ts: string): Date {
  return new Date(Number(ts) * 1000);
}

/** The time of day in the reader's time zone, to the millisecond. */
export function exactTime(date: Date): string {
  const parts = { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 } as const;
  return format(date, { ...parts, hourCycle: 'h23' });
}

/** The time of day in the reader's time zone, such as 4:05 PM. */
export function timeOfDay(date: Date): string {
  return format(date, { hour: 'numeric', minute: '2-digit' });
}

/** A day in the reader's time zone: Today, Yesterday, or a date. */
export function dayName(date: Date): string {
  const now = new Date(screen.value?.now ?? Date.now());
  const day = (moment: Date): string => format(moment, { year: 'numeric', month: 'numeric', day: 'numeric' });
  if (day(date) === day(now)) return 'Today';
  if (day(date) === day(new Date(now.getTime() - 86_400_000))) return 'Yesterday';
  return format(date, { weekday: 'long', month: 'long', day: 'numeric' });
}

/** The date and time in the reader's time zone. */
export function dayAndTime(date: Date): string {
  return format(date, { dateStyle: 'medium', timeStyle: 'short' });
}

function format(date: Date, options: Intl.DateTimeFormatOptions): string {
  const timeZone = shownZone(screen.value?.me.timeZone ?? 'UTC');
  return new Intl.DateTimeFormat('en-US', { timeZone, ...options }).format(date).replaceAll('\u202f', ' ');
}
