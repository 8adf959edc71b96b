import { type Decision, namesDeciders } from '../decision/decision.ts';
import { presentDeciders } from '../decision/electorate.ts';
import type { People } from '../decision/person.ts';
import type { ManagedAct } from '../decision/refusal.ts';
import { RuleBroken } from '../decision/rule-broken.ts';

/**
 * The proposer and the deciders who are left: those who may open, extend, decide, edit and withdraw, besides the
 * creator of the channel and the administrators of the workspace.
 */
export function managersOf({ proposerId, namedDeciders, voting }: Decision): readonly string[] {
  return [...new Set([proposerId, ...(voting ? presentDeciders(voting) : namedDeciders)])];
}

/** Those who may do something, besides the creator of the channel and the administrators, and who they are. */
export interface Circle {
  readonly ids: readonly string[];
  readonly kind: 'proposer and deciders' | 'proposer';
}

/** Those who may open, extend, decide, edit and withdraw. */
export function managing(decision: Decision): Circle {
  return { ids: managersOf(decision), kind: 'proposer and deciders' };
}

/**
 * Those who may take time from others by making a deadline earlier. Where everybody in the channel decides, one of them
 * who has heard enough can't cut the time of all the others: then it is the proposer alone, who set the deadline.
 */
export function shortening(decision: Decision): Circle {
  return namesDeciders(decision) ? managing(decision) : { ids: [decision.proposerId], kind: 'proposer' };
}

/** What somebody is to the channel that a decision is taken in. */
export interface ChannelRole {
  /** Whether they made the channel and are still in it: Slack makes such a person its manager (Slack: channel managers). */
  readonly isCreator: boolean;
}

/**
 * Throws RuleBroken, naming who can, unless this person may do something with a decision: somebody of the circle,
 * an administrator, or the channel's creator. `people` has to have
 * them as they are now: whoever has lost an office or an account has lost this with it. A channel's creator has to be a
 * member of the workspace: guests and people of other organizations don't count as one.
 */
export function checkMayManage(
  decision: Decision,
  userId: string,
  act: ManagedAct,
  people: People,
  { isCreator }: ChannelRole = { isCreator: false },
  circle: Circle = managing(decision),
): void {
  const person = people.get(userId);
  const isHere = person?.kind !== 'deactivated' && person?.kind !== 'bot';
  if (isHere && (circle.ids.includes(userId) || person?.isAdmin)) return;
  if (isCreator && person?.kind === 'member') return;
  const names = circle.ids.filter((id) => id !== userId).flatMap((id) => people.get(id)?.name ?? []);
  throw new RuleBroken({ code: 'not a manager', act, managers: circle.kind, names });
}
