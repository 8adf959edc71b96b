import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { preparingPool } from './prepare.ts';
import type { Database } from './schema.ts';

const int8 = 20;

/**
 * A pool of connections to PostgreSQL. A statement that takes longer than ten seconds is ended by the server, so
 * that nothing of ours can hold a row for long; `onIdleError` hears of connections that broke while nobody used them.
 */
export function openPool(connectionString: string, onIdleError: (error: Error) => void): pg.Pool {
  const types = new pg.TypeOverrides();
  // Our bigints are microseconds and counters, all below 2^53.
  types.setTypeParser(int8, Number);
  const pool = new pg.Pool({
    connectionString,
    types,
    max: 10,
    statement_timeout: 10_000,
    connectionTimeoutMillis: 5_000,
  });
  pool.on('error', onIdleError);
  pool.on('connect', (client) => client.on('error', onIdleError));
  return pool;
}

/** Kysely over the pool; `destroy()` ends the pool too. */
export function openDatabase(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }) });
}
