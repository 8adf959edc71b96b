import { randomUUID } from 'node:crypto';
import { runMigrations } from 'graphile-worker';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { openOldDatabase } from './old-database.ts';

/** As it was when cards were shown by jobs; at its first start it had no tables for jobs yet. */
async function openDatabaseOfJobs(hasJobs: boolean) {
  const { db, url } = await openOldDatabase('0011');
  if (hasJobs) await runMigrations({ connectionString: url });
  return db;
}

it.each([
  ['that waited as jobs', true],
  ['of a database without jobs', false],
])('cards %s are marked, and so is each that is open', async (_, hasJobs) => {
  const db = await openDatabaseOfJobs(hasJobs);
  const ids = { open: randomUUID(), decided: randomUUID(), quiet: randomUUID() };
  for (const [name, id] of Object.entries(ids)) {
    const status = name === 'open' ? 'proposed' : 'withdrawn';
    await sql`
      insert into decision (id, team_id, channel_id, is_private, title, context, drivers, status, proposer_id,
        named_deciders, closes_at, time_zone, rule, proposed_at)
      values (${id}, 'T1', 'C1', false, 'Choose', 'It is time.', '{}', ${status}, 'U1', '{}', now(), 'UTC',
        '{"method": "approval"}', now())`.execute(db);
    if (!hasJobs || name === 'quiet') continue;
    for (const job of ['refresh-card', 'reconcile', 'publish'])
      await sql`select graphile_worker.add_job(${job}::text, '{}'::json, job_key := ${`${job}:${id}`}::text)`.execute(
        db,
      );
  }

  await migrate(db);
  const marks = await db.selectFrom('card_mark').select(['decision_id', 'task', 'team_id']).execute();
  const expected = hasJobs ? [ids.open, ids.decided] : [ids.open];
  expect(marks.map(({ decision_id }) => decision_id).toSorted()).toEqual(expected.toSorted());
  expect(marks.every(({ task, team_id }) => task === 'show' && team_id === 'T1')).toBe(true);
  if (!hasJobs) return;
  const { rows } = await sql<{ name: string }>`
    select distinct task_identifier as name from graphile_worker.jobs`.execute(db);
  expect(rows.map(({ name }) => name)).toEqual(['publish']);
});
