import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Kysely, sql } from 'kysely';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import type { Database } from '../../db/schema.ts';

/** The address of a database with nothing in it. */
async function makeEmptyDatabase(): Promise<string> {
  const server = openDatabase(openPool(inject('postgresUrl'), () => undefined));
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  await sql`create database ${sql.id(name)}`.execute(server).finally(() => server.destroy());
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

/** A process' own way to a database. */
function connect(url: string): Kysely<Database> {
  const db = openDatabase(openPool(url, () => undefined));
  onTestFinished(() => db.destroy());
  return db;
}

/** A folder with migrations of the test's own. */
async function makeFolder(files: Record<string, string>): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return pathToFileURL(`${folder}/`);
}

async function listTables(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename::text as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%' order by name`.execute(db);
  return rows.map(({ name }) => name);
}

async function listDone(db: Kysely<Database>): Promise<string[]> {
  const { rows: lists } = await sql`select where to_regclass('kysely_migration') is not null`.execute(db);
  if (lists.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

describe('the migrations', () => {
  it('all run, once, when several processes start at once', async () => {
    const url = await makeEmptyDatabase();
    const processes = Array.from({ length: 6 }, () => connect(url));
    await Promise.all(processes.map((db) => migrate(db)));
    const [db] = processes;
    if (db === undefined) throw new Error('There are six of them.');
    const files = await readdir(new URL('../../db/migrations/', import.meta.url));
    expect(await listDone(db)).toEqual(files.toSorted().map((name) => name.replace(/\.sql$/, '')));
    expect(await listTables(db)).toEqual(expect.arrayContaining(['ballot', 'decision', 'digest_cadence', 'event']));
  });

  it('change nothing the second time', async () => {
    const db = connect(await makeEmptyDatabase());
    const folder = await makeFolder({ '0001-note.sql': 'create table note (text text); insert into note values (1)' });
    await migrate(db, folder);
    await migrate(db, folder);
    const { rows } = await sql`select * from note`.execute(db);
    expect(rows).toEqual([{ text: '1' }]);
  });

  it('go on where they left off', async () => {
    const db = connect(await makeEmptyDatabase());
    await migrate(db, await makeFolder({ '0001-a.sql': 'create table a ()' }));
    await migrate(db, await makeFolder({ '0001-a.sql': 'create table a ()', '0002-b.sql': 'create table b ()' }));
    expect(await listDone(db)).toEqual(['0001-a', '0002-b']);
    expect(await listTables(db)).toEqual(['a', 'b']);
  });

  it('leave nothing half done, and say which file failed and why', async () => {
    const db = connect(await makeEmptyDatabase());
    const broken = { '0001-a.sql': 'create table a ()', '0002-b.sql': 'create table b (); create tabel c ()' };
    await expect(migrate(db, await makeFolder(broken))).rejects.toThrow(
      /0002-b failed.*syntax error at or near "tabel"/,
    );
    expect(await listTables(db)).toEqual([]);
    expect(await listDone(db)).toEqual([]);

    await migrate(db, await makeFolder({ ...broken, '0002-b.sql': 'create table b ()' }));
    expect(await listTables(db)).toEqual(['a', 'b']);
  });

  it('refuse a database that is ahead of them', async () => {
    const db = connect(await makeEmptyDatabase());
    await migrate(db, await makeFolder({ '0001-a.sql': 'create table a ()', '0002-b.sql': 'create table b ()' }));
    await expect(migrate(db, await makeFolder({ '0001-a.sql': 'create table a ()' }))).rejects.toThrow('0002-b');
  });
});
