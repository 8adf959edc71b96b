import { RuleBroken } from '../failure/rule-broken.ts';
import { limits } from '../limits.ts';
import { checkLength, cleanLine, isPresent } from '../text.ts';
import { addMonths, type Day, isDay } from '../time/day.ts';

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
