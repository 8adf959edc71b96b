import { type SqlBool, sql } from 'kysely';
import type { People, Person } from '../decision/person.ts';
import type { Handle } from './handle.ts';
import { toPerson } from './rows.ts';

/** Those of these people whom we know, by id. */
export async function findPeople(db: Handle, teamId: string, ids: readonly string[]): Promise<People> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['user_id', 'name', 'time_zone', 'kind'])
    .where('team_id', '=', teamId)
    // One array, however many there are: a list of ten thousand parameters is slow to write, to read and to plan.
    .where(sql<SqlBool>`user_id = any(${ids}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.user_id, toPerson(row)]));
}

/** Those of these ids that we don't know, or have not asked about since. */
export async function findStrangers(
  db: Handle,
  teamId: string,
  ids: readonly string[],
  since: Date,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${ids}::text[]) with ordinality as asked (id, place)
    where not exists (
      select from person where team_id = ${teamId} and user_id = asked.id and fetched_at >= ${since}
    )
    order by place`.execute(db);
  return rows.map(({ id }) => id);
}

/** Keeps what Slack says of people. */
export async function savePeople(db: Handle, teamId: string, people: readonly Person[], at: Date): Promise<void> {
  if (people.length === 0) return;
  await db
    .insertInto('person')
    .values(
      people.map(({ id, name, timeZone, kind }) => ({
        team_id: teamId,
        user_id: id,
        name,
        time_zone: timeZone,
        kind,
        fetched_at: at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['team_id', 'user_id']).doUpdateSet((row) => ({
        name: row.ref('excluded.name'),
        time_zone: row.ref('excluded.time_zone'),
        kind: row.ref('excluded.kind'),
        fetched_at: row.ref('excluded.fetched_at'),
      })),
    )
    .execute();
}
