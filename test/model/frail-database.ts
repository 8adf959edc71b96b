import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { startOwnPostgres } from '../failure/own-postgres.ts';
import { openPorts } from '../support/ports.ts';

/** What may happen to the database: all connections are ended, or PostgreSQL itself is, and comes back. */
export type Fault = 'cut off' | 'crash';

/** A migrated PostgreSQL of the test's own, which fails when it is told to. */
export async function openFrailDatabase() {
  const postgres = await startOwnPostgres();
  const { pool, ports } = openPorts(postgres.url, async () => '1.2');
  onTestFinished(() => pool.end());
  const db = openDatabase(pool);
  await migrate(db);
  await runMigrations({ connectionString: postgres.url });

  const strike: Record<Fault, () => Promise<void>> = {
    'cut off': async () => {
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');
      await client.end();
    },
    crash: async () => {
      await postgres.crash();
      await postgres.comeBack();
    },
  };

  return {
    ports,
    db,
    /**
     * Fails while these pieces of work are done; each is done again until it gets through, as Slack and jobs have it.
     */
    failAmong: async (fault: Fault, works: readonly (() => Promise<unknown>)[]): Promise<void> => {
      const working = Promise.allSettled(works.map((work) => work()));
      await strike[fault]();
      const ends = await working;
      const undone = works.filter((_, index) => isUndone(ends[index]));
      await Promise.all(undone.map(untilDone));
      // Until it is asked, a connection does not know that it is broken.
      await Promise.all(Array.from({ length: pool.options.max }, () => untilDone(() => pool.query('select 1'))));
    },
  };
}

async function untilDone(work: () => Promise<unknown>): Promise<void> {
  let end: PromiseSettledResult<unknown> | undefined;
  do [end] = await Promise.allSettled([work()]);
  while (isUndone(end));
}

/** Whether work failed because the database was away. Throws what else went wrong. */
function isUndone(end: PromiseSettledResult<unknown> | undefined): boolean {
  if (end?.status !== 'rejected') return false;
  const error: unknown = end.reason;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // PostgreSQL: class 57 is operator intervention, class 08 a connection exception.
  if (/^(?:57P|08|ECONN|EPIPE)/.test(code)) return true;
  if (error instanceof Error && /^Connection terminated|connection error/.test(error.message)) return true;
  throw error;
}
