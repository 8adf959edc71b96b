import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import type { TestProject } from 'vitest/node';
import { openDatabase, openPool } from '../../db/connect.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../db/embedded.ts';
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
 * A folder in memory if there is room, as on most Linux machines. A database is three hundred files and a repository
 * some fifty; creating them on a disk takes most of the system time of a test.
 */
async function makeFolder(): Promise<string> {
  const room = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  if (room < roomNeeded) return mkdtemp(join(tmpdir(), 'gavel-test-'));
  const folder = await mkdtemp(join(memory, 'gavel-test-'));
  if (await runsPrograms(folder)) return folder;
  await rm(folder, { recursive: true, force: true });
  return mkdtemp(join(tmpdir(), 'gavel-test-'));
}

/**
 * Whether programs can be started from a folder. Docker mounts /dev/shm so that they can't, and tests write scripts.
 */
async function runsPrograms(folder: string): Promise<boolean> {
  const script = join(folder, 'script');
  await writeFile(script, '#!/bin/sh\n', { mode: 0o755 });
  try {
    await promisify(execFile)(script);
    return true;
  } catch {
    return false;
  } finally {
    await rm(script);
  }
}

/** Settings of git that save processes and threads; repositories that live for seconds need no upkeep. */
const gitSettings = `[gc]
	auto = 0
[maintenance]
	auto = false
[receive]
	autogc = false
[pack]
	threads = 1
[init]
	templateDir =
`;

/** Makes logging in quick: a test opens some ten connections, each of which would hash the password 4,096 times. */
async function easeLogin({ url }: EmbeddedPostgres): Promise<void> {
  const { username, password } = new URL(url);
  await query(url, `set scram_iterations = 1; alter role ${username} password '${password}'`);
}

/**
 * One real PostgreSQL for the whole run, with a migrated template from which each test gets its own database, a folder
 * for all temporary files of the tests, and settings for git in place of the machine's.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await makeFolder();
  // PgBouncer runs as another user, in a folder of its own below this one.
  await chmod(folder, 0o711);
  process.env.TMPDIR = folder;
  process.env.GIT_CONFIG_SYSTEM = join(folder, 'gitconfig');
  await writeFile(process.env.GIT_CONFIG_SYSTEM, gitSettings);
  const server = await startEmbeddedPostgres(join(folder, 'postgres'), [
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    'max_connections=300',
  ]);
  await easeLogin(server);
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

/** The address of a fresh, migrated database of the caller's own. One created inside a test is removed with it. */
export async function freshDatabase(): Promise<string> {
  return createDatabase('template_gavel');
}

/** The address of an empty database of the caller's own. */
export async function emptyDatabase(): Promise<string> {
  return createDatabase('template0');
}

/** The address of a copy, of the caller's own, of another database that nobody uses. */
export async function copyDatabase(url: string): Promise<string> {
  return createDatabase(new URL(url).pathname.slice(1));
}

async function createDatabase(template: string): Promise<string> {
  const server = inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Copying the files takes half as long as writing each page to the log, as PostgreSQL does by default.
  await query(server, `create database ${name} template ${template} strategy file_copy`);
  dropWithTest(() => query(server, `drop database ${name} with (force)`));
  return urlOf(server, name);
}

function dropWithTest(drop: () => Promise<void>): void {
  try {
    onTestFinished(drop);
  } catch {
    // Outside a test, a whole file shares this database, and it is removed with the server.
  }
}
