import { findBlocking } from '../decision/gate.ts';
import { endHolds } from '../decision/objection.ts';
import { keepVisible } from './access.ts';
import type { WaitingDecision } from './ports/store.ts';
import type { Actor, Ports } from './ports.ts';

/**
 * A decision that waits for its reader. `title`: none for one of a private channel, told elsewhere. `isBlocked`: voting
 * has closed, and an objection stands that the rule makes a block.
 */
export type WaitingLine = Omit<WaitingDecision, 'title'> & {
  readonly title: string | undefined;
  readonly isBlocked: boolean;
};

/** What waits for somebody: votes of theirs that are missing, and proposals of theirs that nobody votes on now. */
export interface Waiting {
  readonly votes: readonly WaitingLine[];
  readonly proposals: readonly WaitingLine[];
}

/**
 * What waits for somebody who asks in a channel. What a private channel decides is listed for people who are in it now,
 * and elsewhere than there without its title.
 */
export async function findWaiting(ports: Ports, actor: Actor, channelId: string): Promise<Waiting> {
  const { votes, proposals } = await ports.store.read.findWaiting(actor, ports.now());
  const visible = new Set(await keepVisible(ports, [...votes, ...proposals], actor));
  const toLines = (decisions: readonly WaitingDecision[]) =>
    Promise.all(
      decisions
        .filter((decision) => visible.has(decision))
        .map(async (decision) => ({
          ...decision,
          title: decision.isPrivate && decision.channelId !== channelId ? undefined : decision.title,
          isBlocked: decision.isUndecided && (await isBlocked(ports, decision.id)),
        })),
    );
  return { votes: await toLines(votes), proposals: await toLines(proposals) };
}

/** Whether an objection stands, as the card has it. */
async function isBlocked(ports: Ports, decisionId: string): Promise<boolean> {
  const decision = await ports.store.read.findDecision(decisionId);
  return decision !== undefined && findBlocking(endHolds(decision, ports.now())).length > 0;
}
