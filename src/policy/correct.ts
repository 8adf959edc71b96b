import type { Decision } from '../decision/decision.ts';
import { RuleBroken } from '../decision/failure/rule-broken.ts';
import type { People } from '../decision/person.ts';

/** What somebody added to a decision, and who that was. */
export interface Contribution {
  readonly what: 'option' | 'reason';
  readonly authorId: string;
}

/** Whether somebody may correct and withdraw what was added to a decision: its author and the proposer may. */
export function mayCorrect({ proposerId }: Decision, { authorId }: Pick<Contribution, 'authorId'>, userId: string) {
  return userId === authorId || userId === proposerId;
}

/** Throws RuleBroken, with the names of those who may, unless this person may correct and withdraw it. */
export function checkMayCorrect(
  decision: Decision,
  { what, authorId }: Contribution,
  userId: string,
  people: People,
): void {
  if (mayCorrect(decision, { authorId }, userId)) return;
  const names = [...new Set([authorId, decision.proposerId])].flatMap((id) => people.get(id)?.name ?? []);
  throw new RuleBroken({ code: 'not yours to correct', what, names });
}
