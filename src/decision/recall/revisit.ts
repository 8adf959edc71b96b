import { RuleBroken } from '../failure/rule-broken.ts';
import { limits } from '../limits.ts';
import { checkLength, cleanLine, isPresent } from '../text.ts';
import type { Day } from '../time/away.ts';

/** When a decision is to be looked at again. */
export interface Revisit {
  /** In the time zone of the decision. */
  readonly on: Day | undefined;
  /** What would change its deciders' mind, on one line of typed text. */
  readonly when: string | undefined;
}

/** What somebody chose and typed for it. */
export interface RevisitForm {
  readonly on: Day | undefined;
  readonly when: string;
}

/** A decision that nobody means to look at again. */
export const neverRevisited: Revisit = { on: undefined, when: undefined };

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
  return lastOfMonth.toISOString().slice(0, 10);
}

/**
 * Cleans when a decision is to be looked at again. `today` is the day on which that is said; a day that stood `before`
 * may have passed. Throws RuleBroken under `revisit on` or `revisit when`.
 */
export function checkRevisit(form: RevisitForm, today: Day, before: Revisit = neverRevisited): Revisit {
  const on = form.on === undefined || form.on === '' ? undefined : form.on;
  if (on !== undefined && on !== before.on) checkDay(on, today);
  const when = cleanLine(form.when);
  checkLength(when, limits.revisitWhen, 'condition', { field: 'revisit when' });
  return { on, when: isPresent(when) ? when : undefined };
}

function checkDay(on: Day, today: Day): void {
  const at = { field: 'revisit on' } as const;
  if (!isDay(on)) throw new RuleBroken({ code: 'not a day', typed: on }, at);
  if (on <= today) throw new RuleBroken({ code: 'day has passed' }, at);
  const { revisitYears: years } = limits;
  if (on > addMonths(today, 12 * years)) throw new RuleBroken({ code: 'day too far away', years }, at);
}
