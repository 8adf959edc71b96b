import type { Day } from '../../decision/time/day.ts';
import { quoteIn } from '../quote.ts';
import { joinWords, type Said, say, type Words } from '../say.ts';

const rules = new Intl.PluralRules('en-US');
const figures = new Intl.NumberFormat('en-US');
const conjunction = new Intl.ListFormat('en-US', { type: 'conjunction' });
const days = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
const disjunction = new Intl.ListFormat('en-US', { type: 'disjunction' });

const datesInFull = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

/** A day, `YYYY-MM-DD`, as it is read: “November 30, 2027”. */
export function day(iso: string): string {
  return datesInFull.format(new Date(`${iso}T00:00:00Z`));
}

/** A figure as it is read: “1,000”. */
export function number(value: number): string {
  return figures.format(value);
}

/** A figure with what it counts: “1 vote”, “1,000 votes”. `many` is given if it does not just end in “s”. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${plural(value, one, many)}`;
}

/** The form of a word that agrees with a figure. */
function plural(value: number, one: string, many = `${one}s`): string {
  return rules.select(value) === 'one' ? one : many;
}

/** A day of the calendar: “Friday, December 4”. */
export function writeDay(day: Day): string {
  return days.format(new Date(`${day}T00:00:00Z`));
}

/** A text or words in quotation marks: “Go”. What is quoted inside is in single ones. */
export const quote = quoteIn(['“', '”'], ['‘', '’']);

/** “Ana”, “Ana and Bo”, “Ana, Bo, and Chi”; with a limit “Ana, Bo, and 3 others”. */
export function list(items: readonly string[], limit = items.length): string {
  const shown = items.slice(0, Math.max(limit, 1));
  const others = items.length - shown.length;
  return conjunction.format(others > 0 ? [...shown, count(others, 'other')] : shown);
}

/** “a, b, or c”. */
export function choice(items: readonly string[]): string {
  return disjunction.format(items);
}

/** `list` for words: “Ana and Bo”, with a limit “Ana, Bo, and 3 others”. */
export function listWords(all: readonly Said[], limit = all.length): Words {
  const others = all.length - Math.max(limit, 1);
  const shown = others > 0 ? [...all.slice(0, -others), count(others, 'other')] : all;
  const [last = ''] = shown.slice(-1);
  if (shown.length < 3) return joinWords(shown, ' and ');
  return say`${joinWords(shown.slice(0, -1), ', ')}, and ${last}`;
}

/** “once”, “twice”, “3 times”. */
export function times(many: number): string {
  return ['', 'once', 'twice'][many] ?? `${number(many)} times`;
}
