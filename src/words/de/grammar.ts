import type { Day } from '../../decision/time/day.ts';
import { quoteIn } from '../quote.ts';
import { joinWords, type Said, say, type Words } from '../say.ts';

const rules = new Intl.PluralRules('de');
const figures = new Intl.NumberFormat('de');
const conjunction = new Intl.ListFormat('de', { type: 'conjunction' });
const days = new Intl.DateTimeFormat('de', { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
const disjunction = new Intl.ListFormat('de', { type: 'disjunction' });

const datesInFull = new Intl.DateTimeFormat('de', { dateStyle: 'long', timeZone: 'UTC' });

/** A day, `YYYY-MM-DD`, as it is read: “30. November 2027”. */
export function day(iso: string): string {
  return datesInFull.format(new Date(`${iso}T00:00:00Z`));
}

/** A figure as it is read: “1.000”. */
export function number(value: number): string {
  return figures.format(value);
}

/** A figure with what it counts: “1 Stimme”, “1.000 Stimmen”. */
export function count(value: number, one: string, many: string): string {
  return `${number(value)} ${plural(value, one, many)}`;
}

/** The form of a word that agrees with a figure. */
export function plural(value: number, one: string, many: string): string {
  return rules.select(value) === 'one' ? one : many;
}

/** A day of the calendar: “Freitag, 4. Dezember”. */
export function writeDay(day: Day): string {
  return days.format(new Date(`${day}T00:00:00Z`));
}

/** A text or words in quotation marks: „Go“. What is quoted inside is in single ones. */
export const quote = quoteIn(['„', '“'], ['‚', '‘']);

/** “Ana”, “Ana und Bo”, “Ana, Bo und Chi”; with a limit “Ana, Bo und 3 weitere”. One left over is named, too. */
export function list(items: readonly string[], limit = items.length): string {
  const { shown, others } = cut(items, limit);
  return conjunction.format(others > 0 ? [...shown, `${number(others)} weitere`] : shown);
}

/** “a, b oder c”. */
export function choice(items: readonly string[]): string {
  return disjunction.format(items);
}

/** `list` for words: “Ana und Bo”, with a limit “Ana, Bo und 3 weitere”. */
export function listWords(all: readonly Said[], limit = all.length): Words {
  const { shown, others } = cut(all, limit);
  const items = others > 0 ? [...shown, `${number(others)} weitere`] : shown;
  const [last = ''] = items.slice(-1);
  if (items.length < 2) return joinWords(items, '');
  return say`${joinWords(items.slice(0, -1), ', ')} und ${last}`;
}

/** The first of some, and how many are left over: never one, since no single gender fits everything. */
function cut<Item>(all: readonly Item[], limit: number): { shown: readonly Item[]; others: number } {
  const most = Math.max(limit, 1);
  if (all.length <= most + 1) return { shown: all, others: 0 };
  return { shown: all.slice(0, most), others: all.length - most };
}

/** „einmal“, „zweimal“, „3-mal“. */
export function times(many: number): string {
  return ['', 'einmal', 'zweimal'][many] ?? `${number(many)}-mal`;
}
