import { RuleBroken } from '../failure/rule-broken.ts';
import { languageCodes } from '../language-code.ts';
import { addDays, type Day, dayIn, toMoment, writeDay } from './day.ts';
import { readWeekday } from './weekday.ts';

const aDay = 24 * 60 * 60 * 1_000;

/** How many days ahead somebody may be back. */
const mostDays = 366;

/** Who is away, and the day on which each is back. */
export type Away = ReadonlyMap<string, Day>;

/** What may stand before the day, in each language that Gavel speaks. */
const until: ReadonlySet<string> = new Set(['until', 'till', 'bis']);

/** What each language calls the day after today. */
const tomorrow: ReadonlySet<string> = new Set(
  languageCodes.map((code) => new Intl.RelativeTimeFormat(code, { numeric: 'auto' }).format(1, 'day').toLowerCase()),
);

/** Whether somebody who is back on a day is still away, by the calendar of their own time zone. */
export function isAway(backOn: Day, timeZone: string, now: Date): boolean {
  return dayIn(timeZone, now) < backOn;
}

/**
 * Reads the words after `/adr away`: the day on which somebody is back, as `2026-12-24`, `24.12.`, the name of a
 * weekday, or “tomorrow”, with or without “until”. Throws RuleBroken for what it can't read, a day that is not to come,
 * and one that is more than a year away.
 */
export function readReturn(words: readonly string[], today: Day): Day {
  const [first = '', ...rest] = words.map((word) => word.toLowerCase());
  const said = until.has(first) ? rest : [first, ...rest];
  const [word = ''] = said;
  const day = said.length === 1 ? readDay(word, today) : undefined;
  if (day === undefined) throw new RuleBroken({ code: 'unreadable day', word: said.join(' ') });
  if (day <= today) throw new RuleBroken({ code: 'day not to come', day });
  if (toMoment(day).getTime() - toMoment(today).getTime() > mostDays * aDay) {
    throw new RuleBroken({ code: 'more than a year away' });
  }
  return day;
}

/** Days on which people are often back, in order: tomorrow, next Monday, in a week, and in two. */
export function suggestReturns(today: Day): readonly Day[] {
  return [...new Set([1, daysUntil(1, today), 7, 14])].toSorted((a, b) => a - b).map((days) => addDays(today, days));
}

function readDay(word: string, today: Day): Day | undefined {
  if (tomorrow.has(word)) return addDays(today, 1);
  const weekday = readWeekday(word);
  if (weekday !== undefined) return addDays(today, daysUntil(weekday, today));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(word);
  if (iso) return writeDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(word) ?? [];
  if (day === undefined || month === undefined) return undefined;
  if (year !== undefined) return writeDay(Number(year), Number(month), Number(day));
  const thisYear = Number(today.slice(0, 4));
  const next = [thisYear, thisYear + 1].map((each) => writeDay(each, Number(month), Number(day)));
  return next.find((each) => each !== undefined && each > today);
}

/** How many days it is until the next such weekday; a week if today is one. */
function daysUntil(weekday: number, today: Day): number {
  return ((weekday - toMoment(today).getUTCDay() + 6) % 7) + 1;
}
