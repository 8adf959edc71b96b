import { keepVisible } from './access.ts';
import type { WaitingDecision } from './ports/store.ts';
import type { Actor, Ports } from './ports.ts';

/** A decision that waits for its reader. `title`: none for one of a private channel, told elsewhere. */
export type WaitingLine = Omit<WaitingDecision, 'title'> & { readonly title: string | undefined };

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
    decisions
      .filter((decision) => visible.has(decision))
      .map((decision) => ({
        ...decision,
        title: decision.isPrivate && decision.channelId !== channelId ? undefined : decision.title,
      }));
  return { votes: toLines(votes), proposals: toLines(proposals) };
}
