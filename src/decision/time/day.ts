import { Cron } from 'croner';
import { calendarOf, knownZone } from './time-zone.ts';

const aDay = 24 * 60 * 60 * 1_000;

/** A day of the calendar: `2026-12-24`. Earlier days are less than later ones. */
export type Day = string;

const inUtc = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'short' });

/** The day that it is in a time zone, or in UTC if this machine doesn't know the zone. */
export function dayIn(timeZone: string, at: Date): Day {
  return (calendarOf(timeZone) ?? inUtc).format(at);
}

/** The moment at which a day begins in a time zone, which is not midnight where the clocks are put forward then. */
export function beginningOf(day: Day, timeZone: string): Date {
  const begins = new Cron(`${day}T00:00:00`, { timezone: knownZone(timeZone) }).nextRun(new Date(0));
  return begins ?? toMoment(day);
}

/** Whether a text is a day that the calendar has, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The day a number of months later, or the last one of that month if it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()));
  return toDay(lastOfMonth);
}

/** A day by its figures; undefined if the calendar has no such day. */
export function writeDay(year: number, month: number, day: number): Day | undefined {
  const moment = new Date(Date.UTC(year, month - 1, day));
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day ? toDay(moment) : undefined;
}

/** The day a number of days later. */
export function addDays(day: Day, days: number): Day {
  return toDay(new Date(toMoment(day).getTime() + days * aDay));
}

/** The moment at which a day begins in UTC, to reckon with. */
export function toMoment(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function toDay(moment: Date): Day {
  return moment.toISOString().slice(0, 10);
}
