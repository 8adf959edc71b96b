import type { Decision } from './decision.ts';
import { countedDeciders } from './electorate.ts';
import { listNames, nameOf, type People } from './person.ts';
import { RuleBroken } from './rule-broken.ts';

/**
 * The proposer and the deciders who are left: those who may open, extend, decide, edit and withdraw, besides the
 * creator of the channel and the administrators of the workspace.
 */
export function managersOf({ proposerId, namedDeciders, voting }: Decision): readonly string[] {
  return [...new Set([proposerId, ...(voting ? countedDeciders(voting) : namedDeciders)])];
}

/** What somebody is to the channel that a decision is taken in. */
export interface ChannelRole {
  /** Whether they made the channel and are still in it: Slack makes such a person its manager (Slack: channel managers). */
  readonly isCreator: boolean;
}

/**
 * Throws RuleBroken, naming who can, unless this person may do `what` ("record the outcome", …). `people` has to have
 * them as they are now: whoever has lost an office or an account has lost this with it. A channel's creator has to be a
 * member of the workspace: guests and people of other organisations don't count as one.
 */
export function checkMayManage(
  decision: Decision,
  userId: string,
  what: string,
  people: People,
  { isCreator }: ChannelRole = { isCreator: false },
): void {
  const person = people.get(userId);
  const isHere = person?.kind !== 'deactivated' && person?.kind !== 'bot';
  const managers = managersOf(decision);
  if (isHere && (managers.includes(userId) || person?.isAdmin)) return;
  if (isCreator && person?.kind === 'member') return;
  const names = listNames(
    managers.filter((id) => id !== userId).map((id) => nameOf(people, id)),
    4,
  );
  throw new RuleBroken(
    `Only the proposer, the deciders, the channel’s creator and admins can ${what}: please ask ${names || 'the channel’s creator or an admin'}.`,
  );
}
