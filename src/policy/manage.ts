import { type Decision, namesDeciders } from '../decision/decision.ts';
import type { ManagedAct, OverrideAct } from '../decision/failure/refusal.ts';
import { RuleBroken } from '../decision/failure/rule-broken.ts';
import type { People } from '../decision/person.ts';
import type { Overrider, Rule } from '../decision/rule/rule.ts';
import { presentDeciders } from '../decision/vote/electorate.ts';

/**
 * The proposer and the deciders who are left. They may open, extend, decide, edit and withdraw, like the creator of the
 * channel and the administrators of the workspace.
 */
export function managersOf({ proposerId, namedDeciders, voting }: Decision): readonly string[] {
  return [...new Set([proposerId, ...(voting ? presentDeciders(voting) : namedDeciders)])];
}

/** The people who may do something, except the creator of the channel and the administrators, and what they are. */
export interface AllowedPeople {
  readonly ids: readonly string[];
  readonly kind: 'proposer and deciders' | 'proposer';
}

/** The people who may open, extend, decide, edit and withdraw. */
export function managing(decision: Decision): AllowedPeople {
  return { ids: managersOf(decision), kind: 'proposer and deciders' };
}

/**
 * The people who may make a deadline earlier, which takes time from others. If everybody in the channel decides, a
 * single decider can't cut everybody else's time. Then only the proposer may, who set the deadline.
 */
export function shortening(decision: Decision): AllowedPeople {
  return namesDeciders(decision) ? managing(decision) : { ids: [decision.proposerId], kind: 'proposer' };
}

/** The rule that a decision goes by: the one that was frozen when voting opened, or else the proposal's. */
function ruleOf({ voting, rule }: Decision): Rule {
  return voting?.rule ?? rule;
}

/**
 * The people who may decide in place of the vote under the rule, except the creator of the channel and the
 * administrators.
 */
export function overridersOf(decision: Decision): readonly string[] {
  const { proposerId, namedDeciders, voting } = decision;
  const people: Readonly<Record<Overrider, readonly string[]>> = {
    proposer: [proposerId],
    deciders: voting ? presentDeciders(voting) : namedDeciders,
    admins: [],
  };
  return [...new Set(ruleOf(decision).overriders.flatMap((one) => people[one]))];
}

/** What somebody is in the channel of a decision. */
export interface ChannelRole {
  /** Whether they created the channel and are still in it. Slack makes them its manager (Slack: channel managers). */
  readonly isCreator: boolean;
}

/**
 * Throws RuleBroken, with the people who can, unless this person may do something with a decision: as one of the
 * circle, an administrator, or the channel's creator. `people` must be current, because people lose this right together
 * with their role or account. A creator must be a member of the workspace, and not a guest or from another
 * organization.
 */
export function checkMayManage(
  decision: Decision,
  userId: string,
  act: ManagedAct,
  people: People,
  { isCreator }: ChannelRole = { isCreator: false },
  circle: AllowedPeople = managing(decision),
): void {
  if (isOneOf(circle.ids, true, userId, people, isCreator)) return;
  throw new RuleBroken({
    code: 'not a manager',
    act,
    managers: circle.kind,
    names: namesOf(circle.ids, userId, people),
  });
}

/** Whether somebody belongs to these people or, if they count too, is an administrator or the channel's creator. */
function isOneOf(
  ids: readonly string[],
  areAdminsToo: boolean,
  userId: string,
  people: People,
  isCreator: boolean,
): boolean {
  const person = people.get(userId);
  const isHere = person?.kind !== 'deactivated' && person?.kind !== 'bot';
  if (isHere && ids.includes(userId)) return true;
  return areAdminsToo && ((isHere && person?.isAdmin === true) || (isCreator && person?.kind === 'member'));
}

function namesOf(ids: readonly string[], userId: string, people: People): string[] {
  return ids.filter((id) => id !== userId).flatMap((id) => people.get(id)?.name ?? []);
}

/** Whether somebody may decide in place of the vote under the rule. `people` must be current. */
export function mayOverride(decision: Decision, userId: string, people: People, { isCreator }: ChannelRole): boolean {
  const { overriders } = ruleOf(decision);
  return isOneOf(overridersOf(decision), overriders.includes('admins'), userId, people, isCreator);
}

/** Throws RuleBroken, with the people who can, unless somebody may decide in place of the vote under the rule. */
export function checkMayOverride(
  decision: Decision,
  userId: string,
  act: OverrideAct,
  people: People,
  role: ChannelRole,
): void {
  if (mayOverride(decision, userId, people, role)) return;
  const { overriders } = ruleOf(decision);
  const names = namesOf(overridersOf(decision), userId, people);
  throw new RuleBroken({ code: 'not an overrider', act, overriders, names });
}
