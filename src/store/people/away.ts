import { sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Away } from '../../decision/time/away.ts';
import type { Day } from '../../decision/time/day.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { Handle } from '../handle.ts';

/** The days on which these people said they are back, past ones too. */
export async function findAways({ db, teamId }: Handle, userIds: readonly string[]): Promise<Away> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('away')
    .modifyFront(prepared('find away'))
    .select(['user_id', sql<string>`back_on::text`.as('back_on')])
    .where('team_id', '=', teamId)
    .where(sql<boolean>`user_id = any(${userIds}::text[])`)
    .orderBy('user_id')
    .execute();
  return new Map(rows.map((row) => [row.user_id, row.back_on]));
}

/** Saves the day on which somebody is back. */
export async function sayAway({ db, teamId }: Handle, { userId }: Actor, back_on: Day, said_at: Date): Promise<void> {
  await db
    .insertInto('away')
    .values({ team_id: teamId, user_id: userId, back_on, said_at })
    .onConflict((conflict) => conflict.columns(['team_id', 'user_id']).doUpdateSet({ back_on, said_at }))
    .execute();
}

/** Forgets that somebody is away; false if nobody knew. */
export async function endAway({ db, teamId }: Handle, { userId }: Actor): Promise<boolean> {
  const ended = await db
    .deleteFrom('away')
    .where('team_id', '=', teamId)
    .where('user_id', '=', userId)
    .returning('user_id')
    .executeTakeFirst();
  return ended !== undefined;
}

/** The open votes in which somebody is a decider. */
export async function findVotesOf({ db, teamId }: Handle, { userId }: Actor): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from decider, lateral (
      select id, round, closes_at from decision where team_id = decider.team_id and id = decider.decision_id limit 1
    ) as decision
    where team_id = ${teamId} and user_id = ${userId} and excluded is null and decider.round = decision.round
      and decision_id = any(array(
        select id from decision
        where team_id = ${teamId} and status = 'proposed' and voting_opened_at is not null and voting_closed_at is null
      ))
    order by closes_at, id`.execute(db);
  return rows.map(({ id }) => id);
}
