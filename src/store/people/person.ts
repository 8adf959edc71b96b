import { sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { People, Person } from '../../decision/person.ts';
import { type PersonColumns, toPeople } from '../columns.ts';
import type { Handle } from '../handle.ts';
import { storable } from '../storable.ts';
import type { PeopleMemory } from './people-memory.ts';

/** How many people with one name are found. */
const mostNamed = 20;

/** The people among these whom we know, by id; with `since`, only those we have asked Slack about since then. */
export async function findPeople({ db, teamId }: Handle, ids: readonly string[], since?: Date): Promise<People> {
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

/** Finds people we have asked Slack about since then, from memory if it has them. */
export async function recallPeople(
  { db, teamId }: Handle,
  memory: PeopleMemory,
  ids: readonly string[],
  since: Date,
): Promise<People> {
  const known = new Map<string, Person>();
  for (const id of ids) {
    const person = memory.recall(id, since);
    if (person) known.set(id, person);
  }
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  const rows = await db
    .selectFrom('person')
    .select(['user_id', 'name', 'time_zone', 'kind', 'is_admin', 'fetched_at'])
    .where('team_id', '=', teamId)
    .where(sql<boolean>`user_id = any(${missing}::text[])`)
    .where('fetched_at', '>=', since)
    .execute();
  for (const { user_id: id, name, time_zone: timeZone, kind, is_admin: isAdmin, fetched_at: fetchedAt } of rows) {
    const person = { id, name, timeZone, kind, isAdmin };
    memory.remember({ person, fetchedAt });
    known.set(id, person);
  }
  return known;
}

/** The ids of people with a name, in whatever case. */
export async function findPeopleNamed({ db, teamId }: Handle, name: string): Promise<string[]> {
  const { rows } = await sql<{ user_id: string }>`
    select user_id from person where team_id = ${teamId} and lower(name) = lower(${storable(name)}) order by user_id
    limit ${mostNamed}`.execute(db);
  return rows.map((row) => row.user_id);
}

/** Saves what Slack says about people; for somebody who appears twice, the last entry counts. */
export async function savePeople({ db, teamId }: Handle, people: readonly Person[], at: Date): Promise<void> {
  if (people.length === 0) return;
  const each = [...new Map(people.map((person) => [person.id, person])).values()];
  // An array for each column, since a statement takes 65,535 parameters and a channel may have more people; and in
  // order, so that two transactions that save the same people don't wait for each other.
  await sql`
    insert into person (team_id, user_id, name, time_zone, kind, is_admin, fetched_at)
    select ${teamId}::text, one.*, ${at}::timestamptz
    from unnest(
      ${each.map(({ id }) => id)}::text[], ${each.map(({ name }) => name)}::text[],
      ${each.map(({ timeZone }) => timeZone)}::text[], ${each.map(({ kind }) => kind)}::text[],
      ${each.map(({ isAdmin }) => isAdmin)}::boolean[]
    ) as one (user_id, name, time_zone, kind, is_admin)
    order by user_id
    on conflict (team_id, user_id) do update set
      name = excluded.name, time_zone = excluded.time_zone, kind = excluded.kind, is_admin = excluded.is_admin,
      fetched_at = excluded.fetched_at`.execute(db);
}
