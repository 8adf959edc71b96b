import type pg from 'pg';

/** Connections whose session is shared with others. */
const sharing = new WeakSet<pg.ClientBase>();

/**
 * What holds for every statement of ours, as PostgreSQL's settings. One that takes ten seconds is canceled: nothing of
 * ours holds a row for long. None starts workers or compiles its plan: that takes longer than all of ours do, and happens
 * even for parts of a plan that are then not needed. What is prepared is planned once, for whatever values, where
 * PostgreSQL would plan it each time because it expects to save more than it does; so a value that decides which index
 * is used has to be written into the statement (`sql.lit`). Such a plan may have been made while a table was empty, so none
 * reads a table from end to end where there is an index.
 */
export const settings: Readonly<Record<string, string>> = {
  statement_timeout: '10s',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
};

/**
 * Whether a connection goes through a pooler, such as PgBouncer in transaction mode, which may give each transaction
 * another session. Then anything that a session keeps can't be used: settings, prepared statements, LISTEN, advisory
 * locks that outlive a transaction.
 */
export function sharesSession(client: pg.ClientBase): boolean {
  return sharing.has(client);
}

/**
 * Prepares a new connection. A session of our own gets our settings; through a pooler, `preparingPool` makes them in
 * each transaction. PostgreSQL gives each client the process id of its session, which is used to cancel statements
 * (PostgreSQL: BackendKeyData); a pooler can't, and makes one up. The settings are not connection parameters, because
 * PgBouncer refuses those.
 */
export async function settleSession(client: pg.ClientBase & { readonly processID?: number | null }): Promise<void> {
  const { rowCount } = await client.query(
    `select set_config(name, value, false) from unnest($1::text[], $2::text[]) as one (name, value)
     where pg_backend_pid() = $3`,
    [Object.keys(settings), Object.values(settings), client.processID ?? null],
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
