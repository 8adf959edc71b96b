import { phaseOf } from '../../decision/decision.ts';
import type { Ports } from '../ports/ports.ts';
import { reconcileVote } from '../vote/vote.ts';
import { forgetCard } from './forget-card.ts';

/**
 * Compares an open proposal with Slack: whether its card is still there, and whether its ballots match Slack's own
 * list. The card is then checked too, since an update may have failed or a name may have changed.
 */
export async function lookAfterCard(ports: Ports, decisionId: string): Promise<void> {
  const { read } = ports.store;
  const decision = await read.decisions.find(decisionId);
  if (decision?.status !== 'proposed') return;
  const { card, channelId } = decision;
  // It is on its way, or was given up.
  if (card === undefined) return read.marks.mark(decisionId, 'acted');
  if (phaseOf(decision) === 'voting') return reconcileVote(ports, decisionId);

  const isThere = (await ports.chat.readReactions(channelId, card.ts)) !== undefined;
  await ports.store.transaction(async (records) => {
    const locked = await records.decisions.lock(decisionId);
    if (!isThere && locked?.card?.ts === card.ts) await forgetCard(ports, records, locked);
    await records.marks.mark(decisionId, 'stale');
  });
}
