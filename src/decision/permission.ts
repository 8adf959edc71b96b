import type { Decision } from './decision.ts';
import { listNames, nameOf, type People } from './person.ts';
import { RuleBroken } from './rule-broken.ts';

/** The proposer and the deciders: those who may open, extend, decide, edit and withdraw. */
export function managersOf(decision: Decision): readonly string[] {
  return [...new Set([decision.proposerId, ...(decision.voting?.deciders ?? decision.namedDeciders)])];
}

/** Throws RuleBroken, naming who can, unless this person may do `what` ("record the outcome", …). */
export function checkMayManage(decision: Decision, userId: string, what: string, people: People): void {
  const managers = managersOf(decision);
  if (managers.includes(userId)) return;
  const names = listNames(
    managers.map((id) => nameOf(people, id)),
    4,
  );
  throw new RuleBroken(`Only the proposer and the deciders can ${what}: please ask ${names}.`);
}
