import type { Status } from '../decision/status.ts';
import type { Subscription } from '../workflow/ports/store.ts';
import type { Handle } from './handle.ts';
import { toSubscription } from './rows.ts';

/** Proposals that nobody votes on now, open votes by their deadlines, decisions of these statuses that are not in git yet, and digests: what an absence may have left undone. */
export async function findUnfinishedWork(
  db: Handle,
  published: readonly Status[],
): Promise<{ waiting: string[]; voting: string[]; unpublished: string[]; subscriptions: Subscription[] }> {
  const waiting = await db
    .selectFrom('decision')
    .select('id')
    .where('status', '=', 'proposed')
    .where((is) => is.or([is('voting_opened_at', 'is', null), is('voting_closed_at', 'is not', null)]))
    .execute();
  const voting = await db
    .selectFrom('decision')
    .select('id')
    .where('voting_opened_at', 'is not', null)
    .where('voting_closed_at', 'is', null)
    .where('status', '=', 'proposed')
    .orderBy('closes_at')
    .execute();
  const unpublished = await db
    .selectFrom('decision')
    .leftJoin('publication', 'publication.decision_id', 'decision.id')
    .select('decision.id')
    .where('decision.status', 'in', published)
    .where('publication.pushed_at', 'is', null)
    .execute();
  const subscriptions = await db.selectFrom('digest_cadence').selectAll().where('every', '!=', 'never').execute();
  return {
    waiting: waiting.map(({ id }) => id),
    voting: voting.map(({ id }) => id),
    unpublished: unpublished.map(({ id }) => id),
    subscriptions: subscriptions.map(toSubscription),
  };
}
