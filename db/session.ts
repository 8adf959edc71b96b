import type pg from 'pg';

/** Connections whose session is shared with others. */
const sharing = new WeakSet<pg.ClientBase>();

/**
 * How long a statement may take, in milliseconds, before PostgreSQL cancels it: nothing of ours holds a row for long.
 */
export const longestStatement = 10_000;

/**
 * Whether a connection goes through a pooler, such as PgBouncer in transaction mode, which may give each transaction
 * another session. Then anything that a session keeps can't be used: settings, prepared statements, LISTEN, advisory
 * locks that outlive a transaction.
 */
export function sharesSession(client: pg.ClientBase): boolean {
  return sharing.has(client);
}

/**
 * Prepares a new connection. A session of our own gets our time limit for statements; through a pooler, `preparingPool`
 * sets it in each transaction. PostgreSQL gives each client the process id of its session, which is used to cancel
 * statements (PostgreSQL: BackendKeyData); a pooler can't, and makes one up. The time limit is not a connection
 * parameter, because PgBouncer refuses those.
 */
export async function settleSession(client: pg.ClientBase & { readonly processID?: number | null }): Promise<void> {
  const { rowCount } = await client.query(
    `select set_config('statement_timeout', $1, false) where pg_backend_pid() = $2`,
    [String(longestStatement), client.processID ?? null],
  );
  if (rowCount === 0) shareSession(client);
}

/** Leaves out what would end up in other clients' sessions: names of prepared statements, and LISTEN. */
function shareSession(client: pg.ClientBase): void {
  sharing.add(client);
  const query = client.query.bind(client) as (...rest: readonly unknown[]) => unknown;
  const queryAnywhere = (statement: unknown, ...rest: readonly unknown[]) => {
    // Graphile Worker also polls for jobs.
    if (typeof statement === 'string' && /^(UN)?LISTEN /.test(statement)) return Promise.resolve();
    return query(isNamed(statement) ? { ...statement, name: undefined } : statement, ...rest);
  };
  client.query = queryAnywhere as typeof client.query;
}

function isNamed(statement: unknown): statement is pg.QueryConfig {
  return typeof statement === 'object' && statement !== null && 'name' in statement;
}
