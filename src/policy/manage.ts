import { type Decision, namesDeciders } from '../decision/decision.ts';
import { presentDeciders } from '../decision/electorate.ts';
import { listNames, nameOf, type People } from '../decision/person.ts';
import { RuleBroken } from '../decision/rule-broken.ts';

/**
 * The proposer and the deciders who are left: those who may open, extend, decide, edit and withdraw, besides the
 * creator of the channel and the administrators of the workspace.
 */
export function managersOf({ proposerId, namedDeciders, voting }: Decision): readonly string[] {
  return [...new Set([proposerId, ...(voting ? presentDeciders(voting) : namedDeciders)])];
}

/** Those who may do something, besides the creator of the channel and the administrators, and what they are called. */
export interface Circle {
  readonly ids: readonly string[];
  readonly name: string;
}

/** Those who may open, extend, decide, edit and withdraw. */
export function managing(decision: Decision): Circle {
  return { ids: managersOf(decision), name: 'the proposer, the deciders' };
}

/**
 * Those who may take time from others by making a deadline earlier. Where everybody in the channel decides, one of them
 * who has heard enough can't cut the time of all the others: then it is the proposer alone, who set the deadline.
 */
export function shortening(decision: Decision): Circle {
  return namesDeciders(decision) ? managing(decision) : { ids: [decision.proposerId], name: 'the proposer' };
}

/** What somebody is to the channel that a decision is taken in. */
export interface ChannelRole {
  /** Whether they made the channel and are still in it: Slack makes such a person its manager (Slack: channel managers). */
  readonly isCreator: boolean;
}

/**
 * Throws RuleBroken, naming who can, unless this person may do `what` ("record the outcome", …): somebody of the circle,
 * an administrator, or the channel's creator. `people` has to have
 * them as they are now: whoever has lost an office or an account has lost this with it. A channel's creator has to be a
 * member of the workspace: guests and people of other organisations don't count as one.
 */
export function checkMayManage(
  decision: Decision,
  userId: string,
  what: string,
  people: People,
  { isCreator }: ChannelRole = { isCreator: false },
  circle: Circle = managing(decision),
): void {
  const person = people.get(userId);
  const isHere = person?.kind !== 'deactivated' && person?.kind !== 'bot';
  if (isHere && (circle.ids.includes(userId) || person?.isAdmin)) return;
  if (isCreator && person?.kind === 'member') return;
  const names = listNames(
    circle.ids.filter((id) => id !== userId).map((id) => nameOf(people, id)),
    4,
  );
  throw new RuleBroken(
    `Only ${circle.name}, the channel’s creator and admins can ${what}: please ask ${names || 'the channel’s creator or an admin'}.`,
  );
}
