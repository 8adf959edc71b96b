import type { Decision, Objection, ObjectionKind, Resolution } from '../decision.ts';
import type { MissingPart } from '../failure/refusal.ts';
import { RuleBroken } from '../failure/rule-broken.ts';
import { limits } from '../limits.ts';
import { checkOpen } from '../outcome/outcome.ts';
import { checkLength, checkPresent, cleanLine } from '../text.ts';
import type { ObjectionCount } from './objection-count.ts';

const aDay = 24 * 60 * 60 * 1_000;

/** What an objection does, by the rule and by who objects: it blocks, it warns, or it is advice. */
export type ObjectionWeight = 'block' | 'warn' | 'advice';

/** Whether an objection still stands. A hold whose time is up stands until `endHolds` has recorded that. */
export function isStanding({ resolution }: Objection): boolean {
  return resolution === undefined;
}

/** Counts objections by their state. A hold whose time is up doesn't count anymore. */
export function countObjections(objections: readonly Objection[]): ObjectionCount {
  const settledAs = (kind: Resolution['kind']) =>
    objections.filter(({ resolution }) => resolution?.kind === kind).length;
  return {
    standing: objections.filter(isStanding).length,
    resolved: settledAs('resolved'),
    overridden: settledAs('overridden'),
  };
}

/** What somebody typed who objects or needs time. `until` is ignored for an objection. */
export interface ObjectionForm {
  readonly kind: ObjectionKind;
  readonly until: Date | undefined;
  readonly reason: string;
}

/** Cleans what was typed. Throws RuleBroken under `text`, or under `deadline` for the end of a hold. */
export function checkObjection({ kind, until, reason }: ObjectionForm, now: Date): ObjectionForm {
  const end = kind === 'hold' ? checkHoldEnd(until, now) : undefined;
  return { kind, until: end, reason: checkReason(reason, 'reason') };
}

/** Cleans the reason for which an objection is raised or settled. Throws RuleBroken under `text`. */
export function checkReason(typed: string, asked: MissingPart): string {
  const reason = cleanLine(typed);
  checkPresent(reason, asked, { field: 'text' });
  checkLength(reason, limits.objection, 'reason', { field: 'text' });
  return reason;
}

function checkHoldEnd(until: Date | undefined, now: Date): Date {
  const at = { field: 'deadline' } as const;
  if (until === undefined) throw new RuleBroken({ code: 'missing', what: 'end of the hold' }, at);
  if (until <= now) throw new RuleBroken({ code: 'time has passed' }, at);
  if (until.getTime() > now.getTime() + limits.holdDays * aDay) {
    throw new RuleBroken({ code: 'hold too long', mostDays: limits.holdDays }, at);
  }
  return until;
}

/**
 * Throws RuleBroken if somebody has raised as many objections as one person may. The objections of others don't count,
 * so that nobody can use up somebody else's right to object.
 */
function checkOwnObjections({ objections }: Decision, authorId: string): void {
  const { standing, all } = limits.objectionsEach;
  const own = objections.filter((objection) => objection.authorId === authorId);
  if (own.length >= all) {
    throw new RuleBroken({ code: 'own share used', what: 'objections', count: all }, { field: 'text' });
  }
  if (own.filter(isStanding).length >= standing) {
    throw new RuleBroken({ code: 'own share used', what: 'standing objections', count: standing }, { field: 'text' });
  }
}

/**
 * Adds an objection to an undecided decision. Throws RuleBroken if the rule doesn't allow objections, or if the author
 * has raised as many as one person may.
 */
export function raiseObjection(decision: Decision, objection: Objection): Decision {
  checkOpen(decision);
  if (decision.rule.objections === 'none') {
    throw new RuleBroken({ code: 'objections not asked for' });
  }
  checkOwnObjections(decision, objection.authorId);
  return { ...decision, objections: [...decision.objections, objection] };
}

/** Settles an objection. Throws RuleBroken if there is none with this id, or if it is already settled. */
export function settleObjection(decision: Decision, id: string, resolution: Resolution): Decision {
  checkOpen(decision);
  const settled = decision.objections.find((objection) => objection.id === id);
  if (settled === undefined) throw new RuleBroken({ code: 'missing', what: 'objection' }, { field: 'objection' });
  if (!isStanding(settled)) {
    throw new RuleBroken({ code: 'objection settled already' }, { field: 'objection' });
  }
  const objections = decision.objections.map((one) => (one === settled ? { ...one, resolution } : one));
  return { ...decision, objections };
}

/** The holds whose time is up, if that has not been recorded yet. */
export function findEndedHolds({ status, objections }: Decision, now: Date): readonly Objection[] {
  if (status !== 'proposed') return [];
  return objections.filter((one) => isStanding(one) && one.until !== undefined && one.until <= now);
}

/** Records that the time of holds is up. What was decided while a hold stood stays as it was. */
export function endHolds(decision: Decision, now: Date): Decision {
  const ended = findEndedHolds(decision, now);
  if (ended.length === 0) return decision;
  const end = (one: Objection): Objection =>
    ended.includes(one) ? { ...one, resolution: { kind: 'ended', at: one.until ?? now } } : one;
  return { ...decision, objections: decision.objections.map(end) };
}
