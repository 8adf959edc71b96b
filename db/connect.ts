import { Kysely, PostgresAdapter, PostgresDialect } from 'kysely';
import pg from 'pg';
import { preparingPool } from './prepare.ts';
import type { Database } from './schema.ts';
import { settleSession, sharesSession } from './session.ts';

const int8 = 20;
const date = 1082;

/** Connections, any of which may go through a pooler: see `sharesSession`. */
type Pool = pg.Pool & { readonly sharesSession: typeof sharesSession };

/**
 * A pool of connections to PostgreSQL, directly or through a pooler. `onIdleError` is called for connections that broke
 * while idle.
 */
export function openPool(connectionString: string, onIdleError: (error: Error) => void): Pool {
  const types = new pg.TypeOverrides();
  // Our bigints are microseconds and counters, all below 2^53.
  types.setTypeParser(int8, Number);
  // A day is the same in each time zone, so it stays a text, `YYYY-MM-DD`.
  types.setTypeParser(date, (day) => day);
  const pool = new pg.Pool({
    connectionString,
    types,
    max: 10,
    connectionTimeoutMillis: 5_000,
    onConnect: settleSession,
  });
  pool.on('error', onIdleError);
  pool.on('connect', (client) => client.on('error', onIdleError));
  return Object.assign(pool, { sharesSession });
}

/** Kysely over the pool; `destroy()` ends the pool too. */
export function openDatabase(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new Dialect({ pool: preparingPool(pool) }) });
}

class Dialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new Adapter();
  }
}

class Adapter extends PostgresAdapter {
  /** Does nothing: Kysely's lock belongs to the session, which may not be ours. `migrate` holds one of its own. */
  override async acquireMigrationLock(): Promise<void> {}

  /** Does nothing either. */
  override async releaseMigrationLock(): Promise<void> {}
}
