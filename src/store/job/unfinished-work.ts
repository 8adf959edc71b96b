import { sql } from 'kysely';
import type { Status } from '../../decision/status.ts';
import type { UnfinishedWork } from '../../workflow/ports/records/jobs.ts';
import { toSubscription } from '../channel/subscription.ts';
import type { Handle } from '../handle.ts';

/** What an absence may have left undone. `published` are the statuses that go to git. */
export async function findUnfinishedWork(
  { db, teamId, archive }: Handle,
  published: readonly Status[],
): Promise<UnfinishedWork> {
  const waiting = await db
    .selectFrom('decision')
    .select('id')
    .where('team_id', '=', teamId)
    .where('status', '=', sql.lit('proposed'))
    .where((is) => is.or([is('voting_opened_at', 'is', null), is('voting_closed_at', 'is not', null)]))
    .execute();
  const voting = await db
    .selectFrom('decision')
    .select('id')
    .where('team_id', '=', teamId)
    .where('voting_opened_at', 'is not', null)
    .where('voting_closed_at', 'is', null)
    .where('status', '=', sql.lit('proposed'))
    .orderBy('closes_at')
    .execute();
  const unpublished = await db
    .selectFrom('decision')
    .select(['id', 'archive'])
    .where('team_id', '=', teamId)
    .where('status', 'in', published)
    .where('status', '!=', sql.lit('proposed'))
    .where('is_published', '=', sql.lit(false))
    // A review is looked at from time to time, and waits for people otherwise.
    .where(
      // Row by row, by its key, which the limit ensures.
      sql<boolean>`(
        select true from publication where team_id = decision.team_id and decision_id = decision.id
          and state in ('in review', 'closed without merging') limit 1
      ) is null`,
    )
    // If a Gavel with other repositories has started since, it is the one to publish them.
    .where((is) =>
      is.not(
        is.exists(
          db.selectFrom('workspace').select('archive').where('team_id', '=', teamId).where('archive', '!=', archive),
        ),
      ),
    )
    .execute();
  const reviews = await db
    .selectFrom('review')
    .select(['decision_id', 'archive', 'next_look_at'])
    .where('team_id', '=', teamId)
    .where('next_look_at', 'is not', null)
    .execute();
  const subscriptions = await db
    .selectFrom('digest_cadence')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('every', '!=', 'never')
    .execute();
  return {
    waiting: waiting.map(({ id }) => id),
    voting: voting.map(({ id }) => id),
    unpublished,
    reviews: reviews.map((row) => ({ id: row.decision_id, archive: row.archive, at: row.next_look_at ?? undefined })),
    subscriptions: subscriptions.map(toSubscription),
  };
}
