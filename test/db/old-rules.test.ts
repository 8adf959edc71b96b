import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { expect, inject, it, onTestFinished } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { defaultRule } from '../../src/decision/rule.ts';
import { openStore } from '../../src/store/store.ts';
import { testPlace } from '../support/ports.ts';

const migrations = new URL('../../db/migrations/', import.meta.url);

/** A database as it was before rules had parameters. */
async function openOldDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const old = (await readdir(migrations)).filter((name) => name < '0003');
  for (const name of old) await cp(new URL(name, migrations), join(folder, name));
  const server = openDatabase(openPool(inject('postgresUrl'), () => undefined));
  const name = `old_${randomUUID().replaceAll('-', '')}`;
  await sql`create database ${sql.id(name)}`.execute(server).finally(() => server.destroy());
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  const db = openDatabase(openPool(url.href, () => undefined));
  onTestFinished(() => db.destroy());
  await migrate(db, pathToFileURL(`${folder}/`));
  return db;
}

it('a decision from before rules had parameters goes on under the plainest, its vote open or not', async () => {
  const db = await openOldDatabase();
  const ids = { discussed: randomUUID(), open: randomUUID() };
  const closesAt = new Date('2026-03-09T10:00:00Z');
  for (const [name, id] of Object.entries(ids)) {
    const rule = name === 'open' ? '{"method": "plurality"}' : null;
    const openedAt = name === 'open' ? new Date('2026-03-02T10:00:00Z') : null;
    await sql`
      insert into decision (id, team_id, channel_id, is_private, title, context, drivers, status, proposer_id,
        named_deciders, closes_at, time_zone, rule, voting_opened_at, proposed_at)
      values (${id}, 'T1', 'C1', false, 'Choose', 'It is time.', '{}', 'proposed', 'U1', '{}', ${closesAt}, 'UTC',
        ${rule}, ${openedAt}, now())`.execute(db);
    await sql`insert into decider (decision_id, round, user_id, team_id) values (${id}, 1, 'U1', 'T1')`.execute(db);
  }
  await sql`insert into person values ('T1', 'U1', 'Ana', 'UTC', 'member', now())`.execute(db);

  await migrate(db);
  const { read } = openStore(db, () => new Date(), testPlace);
  expect(await read.decisions.find(ids.discussed)).toMatchObject({ rule: defaultRule, voting: undefined });
  expect(await read.decisions.find(ids.open)).toMatchObject({
    rule: defaultRule,
    voting: {
      rule: defaultRule,
      deciders: ['U1'],
      excluded: [],
      gone: [],
      firstClosesAt: closesAt,
      wasExtended: false,
    },
  });
  expect((await read.people.find('T1', ['U1'])).get('U1')?.isAdmin).toBe(false);
});
