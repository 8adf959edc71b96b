import { spawn } from 'node:child_process';
import { copyFile, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { openDatabase, openPool } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { createLocalRepository } from '../../src/archive/git/local-repository.ts';
import { loadRows } from '../support/dump.ts';
import { type Stage, setStage } from '../support/gavel.ts';
import { emptyDatabase } from '../support/postgres.ts';

/** What an earlier version left behind: its database, the workspace of its local Slack, and its repository. */
interface Leftovers {
  readonly folder: URL;
  /** The last migration that this version had. */
  readonly lastMigration: string;
  /** What time it was in its Slack, and on the machine. */
  readonly slackTime: Date;
  readonly machineTime: Date;
}

/** Version 0.1.0, after a walk through all that it could do. */
export const firstVersion: Leftovers = {
  folder: new URL('./0.1.0/', import.meta.url),
  lastMigration: '0009',
  slackTime: new Date('2026-04-04T10:00:30Z'),
  machineTime: new Date('2026-11-28T21:20:17Z'),
};

interface Job {
  readonly task: string;
  readonly key: string | null;
  readonly queue: string | null;
  readonly run_at: string;
  readonly max_attempts: number;
  readonly payload: object;
}

type Rows = Readonly<Record<string, readonly object[]>> & { readonly jobs: readonly Job[] };

/** Sets the stage as an earlier version left it; today's version is started on it. */
export async function restoreStage(leftovers: Leftovers): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-stage-'));
  const repository = join(folder, 'decisions.git');
  await createLocalRepository(repository);
  await importRepository(repository, new URL('repository.fast-export', leftovers.folder));
  const stateFile = join(folder, 'slack.json');
  await copyFile(new URL('slack.json', leftovers.folder), stateFile);
  const databaseUrl = await emptyDatabase();
  await restoreDatabase(databaseUrl, repository, leftovers);
  return setStage({ databaseUrl, folder, stateFile, begins: leftovers.slackTime });
}

async function importRepository(repository: string, stream: URL): Promise<void> {
  const git = spawn('git', ['--git-dir', repository, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    git.once('error', reject);
    git.once('close', resolve);
  });
  git.stdin.end(await readFile(stream));
  const code = await ended;
  if (code !== 0) throw new Error(`git fast-import ended with ${code}.`);
}

/** The tables as the earlier version had them, with its rows and jobs. */
async function restoreDatabase(url: string, repository: string, leftovers: Leftovers): Promise<void> {
  await migrateTo(url, leftovers.lastMigration);
  await runMigrations({ connectionString: url });
  const text = await readFile(new URL('database.json', leftovers.folder), 'utf8');
  const { jobs, ...tables } = JSON.parse(text.replaceAll('REPOSITORY', repository)) as Rows;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await loadRows(client, tables);
    const age = Date.now() - leftovers.machineTime.getTime();
    for (const { task, key, queue, run_at, max_attempts, payload } of jobs) {
      await client.query(
        `select graphile_worker.add_job($1, $2::json, queue_name := $3, job_key := $4, run_at := $5, max_attempts := $6)`,
        [task, JSON.stringify(payload), queue, key, new Date(new Date(run_at).getTime() + age), max_attempts],
      );
    }
  } finally {
    await client.end();
  }
}

/** Brings an empty database to an earlier version's last migration. */
async function migrateTo(url: string, last: string): Promise<void> {
  const all = fileURLToPath(new URL('../../db/migrations/', import.meta.url));
  const some = await mkdtemp(join(tmpdir(), 'gavel-migrations-'));
  const db = openDatabase(openPool(url, () => undefined));
  try {
    for (const name of await readdir(all)) if (name.slice(0, 4) <= last) await cp(join(all, name), join(some, name));
    await migrate(db, pathToFileURL(`${some}/`));
  } finally {
    await db.destroy();
    await rm(some, { recursive: true });
  }
}
