import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { inject, onTestFinished } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';

const migrations = new URL('../../db/migrations/', import.meta.url);

/**
 * Makes a database as an earlier version left it: with the migrations that come before one, such as `0020`. Its
 * connections end with the test.
 */
export async function openOldDatabase(before: string) {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const old = (await readdir(migrations)).filter((name) => name < before);
  for (const name of old) await cp(new URL(name, migrations), join(folder, name));
  const server = openDatabase(openPool(inject('postgresUrl'), () => undefined));
  const name = `old_${randomUUID().replaceAll('-', '')}`;
  await sql`create database ${sql.id(name)}`.execute(server).finally(() => server.destroy());
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  const db = openDatabase(openPool(url.href, () => undefined));
  onTestFinished(() => db.destroy());
  await migrate(db, pathToFileURL(`${folder}/`));
  return { db, url: url.href };
}
