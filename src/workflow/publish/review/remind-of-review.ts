import type { Decision } from '../../../decision/decision.ts';
import { announceInThread } from '../../change/change.ts';
import type { Announcement } from '../../message/announcement.ts';
import type { RepositoryPorts } from '../../ports/ports.ts';
import type { AdrReview } from '../../ports/publication.ts';
import type { Records } from '../../ports/store.ts';

const aWeek = 7 * 24 * 60 * 60 * 1_000;

/**
 * Tells the thread once, after a week, that a review still waits; from then on the digest and `/adr waiting` list it.
 * Returns when that was, if it was now.
 */
export async function remindOfReview(
  ports: RepositoryPorts,
  records: Records,
  decision: Decision,
  { number, url, branch, seen, openedAt, remindedAt }: AdrReview,
): Promise<Pick<AdrReview, 'remindedAt'> | undefined> {
  const now = ports.now();
  if (seen?.state !== 'open' || openedAt === undefined || remindedAt !== undefined) return undefined;
  if (now.getTime() - openedAt.getTime() < aWeek) return undefined;
  const { approvals, approvalsNeeded, wantsChanges, hasConflict } = seen;
  const told: Announcement = {
    kind: 'review waits',
    ...{ number, url, branch, since: openedAt.toISOString(), approvals, approvalsNeeded, wantsChanges, hasConflict },
    ...(ports.forge === undefined ? { isUnseen: true } : {}),
  };
  await announceInThread(ports, records, decision, told, `review waits:${decision.id}:${now.toISOString()}`);
  return { remindedAt: now };
}
