import { nextDigestAt } from '../decision/cadence.ts';
import { publishedStatuses } from './decide.ts';
import type { Ports } from './ports.ts';

/**
 * Looks for everything that an absence may have left undone, and has it done: open votes are compared with Slack's own
 * list, overdue ones closed, outcomes that are not in git yet published, digests sent, and the index of ADRs brought in
 * step with git. At start-up, after each gap in the connection to Slack, and every few minutes.
 */
export async function catchUp(ports: Ports): Promise<void> {
  const { waiting, voting, unpublished, subscriptions } = await ports.store.read.findUnfinishedWork(
    publishedStatuses(ports),
  );
  await ports.store.transaction(async (records) => {
    await records.ensureJob('follow-archive', { teamId: ports.chat.teamId });
    // A card that somebody deleted is noticed by updating it.
    for (const decisionId of waiting) await records.ensureJob('refresh-card', { decisionId });
    for (const decisionId of voting) {
      await records.ensureJob('reconcile', { decisionId });
      await records.ensureJob('close-voting', { decisionId });
    }
    for (const decisionId of unpublished) await records.ensureJob('publish', { decisionId });
    for (const { teamId, channelId, cadence, toldUntil } of subscriptions) {
      const runAt = nextDigestAt(cadence, toldUntil);
      if (runAt) await records.ensureJob('send-digest', { teamId, channelId }, { runAt });
    }
  });
}
