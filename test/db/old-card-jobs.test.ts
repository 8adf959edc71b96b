import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runMigrations } from 'graphile-worker';
import { sql } from 'kysely';
import { expect, inject, it, onTestFinished } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';

const migrations = new URL('../../db/migrations/', import.meta.url);

/** A database as it was when cards were shown by jobs; at its first start it had no tables for jobs yet. */
async function openOldDatabase(hasJobs: boolean) {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const old = (await readdir(migrations)).filter((name) => name < '0011');
  for (const name of old) await cp(new URL(name, migrations), join(folder, name));
  const server = openDatabase(openPool(inject('postgresUrl'), () => undefined));
  const name = `old_${randomUUID().replaceAll('-', '')}`;
  await sql`create database ${sql.id(name)}`.execute(server).finally(() => server.destroy());
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  const db = openDatabase(openPool(url.href, () => undefined));
  onTestFinished(() => db.destroy());
  await migrate(db, pathToFileURL(`${folder}/`));
  if (hasJobs) await runMigrations({ connectionString: url.href });
  return db;
}

it.each([
  ['that waited as jobs', true],
  ['of a database without jobs', false],
])('cards %s are marked, and so is each that is open', async (_, hasJobs) => {
  const db = await openOldDatabase(hasJobs);
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
