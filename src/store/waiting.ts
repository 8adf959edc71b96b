import { type SqlBool, sql } from 'kysely';
import type { WaitingDecision } from '../workflow/ports/store.ts';
import type { Actor } from '../workflow/ports.ts';
import type { Handle } from './handle.ts';

/** What waits for somebody: see `Records.findWaiting`. */
export async function findWaiting(
  db: Handle,
  { teamId, userId }: Actor,
  now: Date,
): Promise<{ votes: WaitingDecision[]; proposals: WaitingDecision[] }> {
  const decisions = db
    .selectFrom('decision')
    .select(['id', 'channel_id', 'is_private', 'title', 'closes_at', 'card_link', 'voting_closed_at'])
    .where('decision.team_id', '=', teamId)
    .where('decision.status', '=', 'proposed');
  const votes = await decisions
    .where('voting_opened_at', 'is not', null)
    .where('voting_closed_at', 'is', null)
    .where('closes_at', '>', now)
    .where(
      sql<SqlBool>`exists (
        select from decider
        where decision_id = decision.id and round = decision.round and user_id = ${userId}
          and excluded is null and gone is null
      ) and not exists (
        select from ballot
        where decision_id = decision.id and round = decision.round and user_id = ${userId} and is_cast
      )`,
    )
    .orderBy('closes_at')
    .execute();
  const proposals = await decisions
    .where('proposer_id', '=', userId)
    .where((is) => is.or([is('voting_opened_at', 'is', null), is('voting_closed_at', 'is not', null)]))
    .orderBy('proposed_at')
    .execute();
  const toWaiting = (row: (typeof votes)[number]): WaitingDecision => ({
    id: row.id,
    channelId: row.channel_id,
    isPrivate: row.is_private,
    title: row.title,
    closesAt: row.closes_at,
    isUndecided: row.voting_closed_at !== null,
    cardLink: row.card_link ?? undefined,
  });
  return { votes: votes.map(toWaiting), proposals: proposals.map(toWaiting) };
}
