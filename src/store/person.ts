import { sql } from 'kysely';
import { prepared } from '../../db/prepare.ts';
import type { People, Person } from '../decision/person.ts';
import { type PersonColumns, toPeople } from './columns.ts';
import type { Handle } from './handle.ts';

/** Those of these people whom we know, by id; with `since`, those whom we have asked about since then. */
export async function findPeople(db: Handle, teamId: string, ids: readonly string[], since?: Date): Promise<People> {
  if (ids.length === 0) return new Map();
  // One array, however many there are: a list of ten thousand parameters is slow to write, to read and to plan. And
  // column by column: ten thousand rows take longer to read.
  const { rows } = await sql<PersonColumns>`
    ${prepared('find people')}
    select
      to_json(array_agg(user_id)) as user_ids, to_json(array_agg(name)) as names,
      to_json(array_agg(time_zone)) as time_zones, to_json(array_agg(kind)) as kinds,
      to_json(array_agg(is_admin)) as are_admins
    from person
    where team_id = ${teamId} and user_id = any(${ids}::text[])
      and fetched_at >= ${since ?? '-infinity'}::timestamptz`.execute(db);
  return new Map(rows.flatMap(toPeople).map((person) => [person.id, person]));
}

/** Keeps what Slack says of people. */
export async function savePeople(db: Handle, teamId: string, people: readonly Person[], at: Date): Promise<void> {
  if (people.length === 0) return;
  await db
    .insertInto('person')
    .values(
      people.map(({ id, name, timeZone, kind, isAdmin }) => ({
        team_id: teamId,
        user_id: id,
        name,
        time_zone: timeZone,
        kind,
        is_admin: isAdmin,
        fetched_at: at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['team_id', 'user_id']).doUpdateSet((row) => ({
        name: row.ref('excluded.name'),
        time_zone: row.ref('excluded.time_zone'),
        kind: row.ref('excluded.kind'),
        is_admin: row.ref('excluded.is_admin'),
        fetched_at: row.ref('excluded.fetched_at'),
      })),
    )
    .execute();
}
