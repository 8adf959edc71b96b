import { type PostgresCursor, type PostgresPool, type PostgresPoolClient, type PostgresQueryResult, sql } from 'kysely';
import type pg from 'pg';
import { settings, sharesSession } from './session.ts';

const mark = /^\s*(?:select )?\/\* prepared: ([a-z\d ]{1,60}) \*\//;

/**
 * Placed before a statement that is sent many times a second, or for which somebody waits, this makes PostgreSQL parse
 * and plan it once per connection instead of each time (PostgreSQL: PREPARE). Kysely's `modifyFront` places it too. The name belongs to this one text. Such a statement must not
 * return `*`: a migration that adds a column would break it for open connections.
 */
export function prepared(name: string) {
  return sql.raw(`/* prepared: ${name} */`);
}

/** A pool for Kysely, which has no names for statements: it passes the marked ones to node-postgres by name. */
export function preparingPool(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      const known = clients.get(client) ?? preparingClient(client);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  const run = sharesSession(client) ? queryInTransaction : queryByName;
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('This pool has no cursors, because Kysely was given none.');
    return run(client, text, [...values]);
  }
  return { query, release: (destroy) => client.release(destroy) };
}

function queryByName(client: pg.PoolClient, text: string, values: unknown[]): Promise<pg.QueryResult> {
  const name = mark.exec(text)?.[1];
  return client.query({ ...(name === undefined ? {} : { name }), text, values });
}

/** In a shared session, settings end with their transaction, so every statement needs one. */
async function queryInTransaction(client: pg.PoolClient, text: string, values: unknown[]): Promise<pg.QueryResult> {
  if (client.getTransactionStatus() !== 'I') return client.query(text, values);
  if (/^(begin|start transaction)/.test(text)) return begin(client, text);
  await begin(client, 'begin');
  try {
    const result = await client.query(text, values);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

const settle = Object.entries(settings).map(([name, value]) => `set local ${name} = '${value}'`);

function begin(client: pg.PoolClient, text: string): Promise<pg.QueryResult> {
  return client.query([text, ...settle].join('; '));
}
