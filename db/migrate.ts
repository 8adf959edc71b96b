import { readdir, readFile } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationResult, Migrator } from 'kysely/migration';
import type { Database } from './schema.ts';

const ownFolder = new URL('./migrations/', import.meta.url);

async function readMigrations(folder: URL): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort();
  const entries = names.map(async (name): Promise<[string, Migration]> => {
    const text = await readFile(new URL(name, folder), 'utf8');
    return [name.slice(0, -'.sql'.length), { up: async (db) => void (await sql.raw(text).execute(db)) }];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** The lock of Kysely's own migrations, which earlier versions of Gavel take (Kysely: PostgresAdapter). */
const lock = '3853314791062309107';

/**
 * Brings the database up to the newest `NNNN-*.sql` in `folder`. It only moves forward, applies everything new in one
 * transaction, and holds a lock, so that several processes may start at once. Throws what PostgreSQL said about the
 * file that failed.
 */
export async function migrate(db: Kysely<Database>, folder = ownFolder): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // An index on a large table takes time, and another process may be migrating.
    await sql`set local statement_timeout = 0`.execute(trx);
    // It may also touch every row of it.
    await sql`set local enable_seqscan = on`.execute(trx);
    await sql`select pg_advisory_xact_lock(${sql.lit(lock)}::bigint)`.execute(trx);
    const migrations = await readMigrations(folder);
    if (await areDone(trx, Object.keys(migrations))) return;
    const migrator = new Migrator({ db: trx, provider: { getMigrations: async () => migrations } });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw explain(error, results);
  });
}

/** Whether exactly these were applied. Kysely would ask for everything about all tables first. */
async function areDone(db: Kysely<Database>, names: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ table: string | null }>`select to_regclass('kysely_migration') as table`.execute(db);
  if (!rows[0]?.table) return false;
  const applied = await sql<{ name: string }>`select name from kysely_migration order by name collate "C"`.execute(db);
  return applied.rows.map(({ name }) => name).join() === names.join();
}

function explain(error: unknown, results: readonly MigrationResult[] | undefined): Error {
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'the list of migrations';
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`The database could not be brought up to date: ${failed} failed. ${reason}`, { cause: error });
}
