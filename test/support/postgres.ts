import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { inject } from 'vitest';
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

/** One real PostgreSQL for the whole run, with a migrated template from which each test takes its own database. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-test-'));
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

/** The address of a fresh, migrated database of the caller's own. */
export async function freshDatabase(): Promise<string> {
  return createDatabase('template_gavel');
}

/** The address of an empty database of the caller's own. */
export async function emptyDatabase(): Promise<string> {
  return createDatabase('template0');
}

async function createDatabase(template: string): Promise<string> {
  const server = inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await query(server, `create database ${name} template ${template}`);
  return urlOf(server, name);
}
