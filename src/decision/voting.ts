import { checkDeadline } from './deadline.ts';
import { type Decision, phaseOf } from './decision.ts';
import { checkOpen } from './outcome.ts';
import type { Rule } from './rule.ts';
import { RuleBroken } from './rule-broken.ts';

/** Opens the vote: from here on the rule and the electorate stand. Throws RuleBroken if it was opened before. */
export function openVoting(
  decision: Decision,
  frozen: { rule: Rule; deciders: readonly string[]; now: Date },
): Decision {
  checkOpen(decision);
  if (phaseOf(decision) === 'voting') throw new RuleBroken('Voting is open already; nothing was changed.');
  if (decision.voting !== undefined) throw new RuleBroken('Voting has closed. Move the deadline to let it go on.');
  const closesAt = checkDeadline(decision.closesAt, frozen.now);
  const voting = { round: 1, rule: frozen.rule, deciders: frozen.deciders, openedAt: frozen.now, closedAt: undefined };
  return { ...decision, closesAt, voting };
}

/** Moves the deadline; a vote that closed without a verdict opens again. Throws RuleBroken for a time in the past. */
export function extendVoting(decision: Decision, closesAt: Date | undefined, now: Date): Decision {
  checkOpen(decision);
  const voting = decision.voting && { ...decision.voting, closedAt: undefined };
  return { ...decision, closesAt: checkDeadline(closesAt, now), voting };
}

/** Closes the vote without an outcome: nobody leads, and people are asked. */
export function closeVoting(decision: Decision, now: Date): Decision {
  if (phaseOf(decision) !== 'voting' || decision.voting === undefined) return decision;
  return { ...decision, voting: { ...decision.voting, closedAt: now } };
}
