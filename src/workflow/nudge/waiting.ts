import { endHolds } from '../../decision/objection/objection.ts';
import { findBlocking } from '../../decision/outcome/judge.ts';
import { checkMayUseCommands } from '../access/access.ts';
import { findSeen } from '../access/readers.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { WaitingDecision } from '../ports/records/summaries.ts';

/**
 * A decision that waits for its reader. `title`: none for one of a private channel, told elsewhere. `isBlocked`: voting
 * has closed, and an objection stands that the rule makes a block.
 */
export type WaitingLine = Omit<WaitingDecision, 'title'> & {
  readonly title: string | undefined;
  readonly isBlocked: boolean;
};

/** So much of each kind is looked for: far more than a message holds. */
export const mostWaiting = 100;

/** What waits for somebody: votes of theirs that are missing, and proposals of theirs that nobody votes on now. */
export interface Waiting {
  readonly votes: readonly WaitingLine[];
  readonly proposals: readonly WaitingLine[];
}

/**
 * What waits for somebody who asks in a channel: of decisions whose channels they see now. What a private channel decides
 * is named in that channel alone, and elsewhere listed without its title. Throws RuleBroken for who has no commands, and
 * ChatError.
 */
export async function findWaiting(ports: Ports, actor: Actor, channelId: string): Promise<Waiting> {
  await checkMayUseCommands(ports, actor);
  const { votes, proposals } = await ports.store.read.summaries.findWaiting(actor, ports.now(), mostWaiting);
  const seen = await findSeen(
    ports,
    [...votes, ...proposals].map((decision) => decision.channelId),
    actor,
  );
  const toLines = (decisions: readonly WaitingDecision[]) =>
    Promise.all(
      decisions.map(async (decision) => {
        const place = seen.get(decision.channelId);
        if (place === undefined) return [];
        const isNamed = !place.isPrivate || decision.channelId === channelId;
        const isOver = decision.isUndecided && (await isBlocked(ports, decision.id));
        return [{ ...decision, title: isNamed ? decision.title : undefined, isBlocked: isOver }];
      }),
    );
  return { votes: (await toLines(votes)).flat(), proposals: (await toLines(proposals)).flat() };
}

/** Whether an objection stands, as the card has it. */
async function isBlocked(ports: Ports, decisionId: string): Promise<boolean> {
  const decision = await ports.store.read.decisions.find(decisionId);
  return decision !== undefined && findBlocking(endHolds(decision, ports.now())).length > 0;
}
