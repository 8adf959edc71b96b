import { sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Decision } from '../../decision/decision.ts';
import type { SeenReaction } from '../../decision/vote/at-deadline.ts';
import type { Ballot } from '../../decision/vote/ballot.ts';
import type { Handle } from '../handle.ts';

/**
 * Records what was seen after the deadline; anything seen before, since this deadline was set, keeps its first record.
 */
export async function noteSeenReactions(
  { db, teamId }: Handle,
  { id, voting, closesAt }: Decision,
  seen: readonly Pick<Ballot, 'optionId' | 'userId' | 'isCast'>[],
  at: Date,
): Promise<void> {
  if (seen.length === 0) return;
  await sql`
    insert into seen_reaction (team_id, decision_id, round, option_id, user_id, is_cast, seen_at)
    select ${teamId}::text, ${id}::uuid, ${voting?.round ?? 1}::integer, seen.option_id, seen.user_id, seen.is_cast,
      ${at}::timestamptz
    from unnest(
      ${seen.map((one) => one.optionId)}::uuid[], ${seen.map((one) => one.userId)}::text[],
      ${seen.map((one) => one.isCast)}::boolean[]
    ) as seen (option_id, user_id, is_cast)
    on conflict (team_id, decision_id, round, option_id, user_id)
    do update set is_cast = excluded.is_cast, seen_at = excluded.seen_at
    where seen_reaction.seen_at <= ${closesAt}::timestamptz`.execute(db);
}

/** What was seen after the current deadline of a round. */
export async function findSeenReactions(
  { db, teamId }: Handle,
  { id, voting, closesAt }: Decision,
): Promise<SeenReaction[]> {
  const { rows } = await sql<{ option_id: string; user_id: string; is_cast: boolean; seen_at: Date }>`
    ${prepared('find seen reactions')}
    select option_id, user_id, is_cast, seen_at from seen_reaction
    where team_id = ${teamId} and decision_id = ${id} and round = ${voting?.round ?? 1} 
      and seen_at > ${closesAt}`.execute(db);
  return rows.map((row) => ({
    optionId: row.option_id,
    userId: row.user_id,
    isCast: row.is_cast,
    atUs: row.seen_at.getTime() * 1_000,
  }));
}
