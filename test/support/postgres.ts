import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import type { TestProject } from 'vitest/node';
import { openDatabase, openPool } from '../../db/connect.ts';
import { startEmbeddedPostgres } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text).finally(() => client.end());
}

const memory = '/dev/shm';
const roomNeeded = 2 * 1_024 ** 3;

/**
 * A folder in memory where there is room, as on most Linux machines: making a database creates three hundred files, and
 * on a disk that is most of the system time of a test.
 */
async function makeFolder(): Promise<string> {
  const room = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return mkdtemp(join(room >= roomNeeded ? memory : tmpdir(), 'gavel-test-'));
}

/** One real PostgreSQL for the whole run, with a migrated template from which each test takes its own database. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await makeFolder();
  const server = await startEmbeddedPostgres(join(folder, 'postgres'), [
    'fsync=off',
    'synchronous_commit=off',
    'max_connections=300',
  ]);
  await query(server.url, 'create database template_gavel');
  const template = urlOf(server.url, 'template_gavel');
  const db = openDatabase(openPool(template, () => undefined));
  await migrate(db);
  await db.destroy();
  await runMigrations({ connectionString: template });
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** The address of a fresh, migrated database of the caller's own. One that is made inside a test goes with the test. */
export async function freshDatabase(): Promise<string> {
  return createDatabase('template_gavel');
}

/** The address of an empty database of the caller's own. */
export async function emptyDatabase(): Promise<string> {
  return createDatabase('template0');
}

/** The address of a copy of another database, with which nobody works, of the caller's own. */
export async function copyDatabase(url: string): Promise<string> {
  return createDatabase(new URL(url).pathname.slice(1));
}

async function createDatabase(template: string): Promise<string> {
  const server = inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await query(server, `create database ${name} template ${template}`);
  dropWithTest(() => query(server, `drop database ${name} with (force)`));
  return urlOf(server, name);
}

function dropWithTest(drop: () => Promise<void>): void {
  try {
    onTestFinished(drop);
  } catch {
    // Vitest knows no test here: a whole file shares this database, and it goes with the server.
  }
}
