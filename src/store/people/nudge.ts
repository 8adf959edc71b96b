import { type SqlBool, sql } from 'kysely';
import type { Decision } from '../../decision/decision.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import { nameInPlace } from '../../workflow/ports/jobs/job-place.ts';
import type { Handle } from '../handle.ts';

/** Whether somebody gets direct messages about votes that wait for them; by default, they do. */
export async function wantsNudges({ db, teamId }: Handle, { userId }: Actor): Promise<boolean> {
  const row = await db
    .selectFrom('nudge_choice')
    .select('wants_nudges')
    .where('team_id', '=', teamId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.wants_nudges ?? true;
}

/** Saves somebody's choice. */
export async function chooseNudges(
  { db, teamId }: Handle,
  { userId }: Actor,
  wants_nudges: boolean,
  chosen_at: Date,
): Promise<void> {
  await db
    .insertInto('nudge_choice')
    .values({ team_id: teamId, user_id: userId, wants_nudges, chosen_at })
    .onConflict((conflict) => conflict.columns(['team_id', 'user_id']).doUpdateSet({ wants_nudges, chosen_at }))
    .execute();
}

/** When somebody was last nudged about a decision; without a person, when its thread was. */
export async function findLastNudge(
  { db, teamId }: Handle,
  decisionId: string,
  userId: string | undefined,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom('nudge')
    .select('told_at')
    .where('team_id', '=', teamId)
    .where('decision_id', '=', decisionId)
    .where('user_id', 'is not distinct from', userId ?? null)
    .orderBy('told_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.told_at;
}

/** Records that somebody, or the thread, is nudged now. */
export async function recordNudge(
  { db, teamId }: Handle,
  decision: Pick<Decision, 'id' | 'teamId'>,
  userId: string | undefined,
  at: Date,
): Promise<void> {
  await db
    .insertInto('nudge')
    .values({ team_id: teamId, decision_id: decision.id, user_id: userId ?? null, told_at: at })
    .execute();
}

/** Open votes before their deadline, with no nudge scheduled; includes votes that need none. */
export async function findVotesWithoutNudge(handle: Handle, now: Date): Promise<string[]> {
  const rows = await handle.db
    .selectFrom('decision')
    .select('id')
    .where('team_id', '=', handle.teamId)
    .where('status', '=', sql.lit('proposed'))
    .where('voting_opened_at', 'is not', null)
    .where('voting_closed_at', 'is', null)
    .where('closes_at', '>', now)
    .where(
      sql<SqlBool>`not exists (
        select from graphile_worker.jobs where key = ${nameInPlace('nudge', handle)} || ':' || decision.id and attempts < max_attempts
      )`,
    )
    .execute();
  return rows.map(({ id }) => id);
}
