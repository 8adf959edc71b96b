import { readdir, readFile } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
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

/**
 * Brings the database up to the newest `NNNN-*.sql` of `folder`. Forward only, all that is new in one transaction, and
 * under a lock, so that several processes may start at once. Throws what PostgreSQL said of the file that failed.
 */
export async function migrate(db: Kysely<Database>, folder = ownFolder): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => readMigrations(folder) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'the list of migrations';
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database could not be brought up to date: ${failed} failed. ${reason}`, { cause: error });
  }
}
