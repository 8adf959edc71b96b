import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { prepared } from '../../db/prepare.ts';
import { sharesSession } from '../../db/session.ts';
import { describeWithPgBouncer, type PgBouncerSettings, startPgBouncer } from '../support/pgbouncer.ts';
import { emptyDatabase, freshDatabase } from '../support/postgres.ts';

/** Gavel's way to a database. */
async function connect(url: string) {
  const pool = openPool(url, () => undefined);
  const db = openDatabase(pool);
  onTestFinished(() => db.destroy());
  const client = await pool.connect();
  const isShared = sharesSession(client);
  client.release();
  const ask = async (text: string) => (await sql<{ value: unknown }>`${sql.raw(text)}`.execute(db)).rows[0]?.value;
  return { db, isShared, ask, limit: () => ask(`select current_setting('statement_timeout') as value`) };
}

describe('a session of our own', () => {
  it('has a time limit for statements, and keeps those that are prepared', async () => {
    const { db, isShared, ask, limit } = await connect(await freshDatabase());
    expect(isShared).toBe(false);
    expect(await limit()).toBe('10s');
    await sql`${prepared('one')} select 1`.execute(db);
    expect(await ask('select count(*)::int as value from pg_prepared_statements')).toBe(1);
  });
});

const modes: readonly (readonly [string, PgBouncerSettings])[] = [
  ['in session mode', { pool_mode: 'session', default_pool_size: 1 }],
  ['in transaction mode', { pool_mode: 'transaction', default_pool_size: 1 }],
];

describeWithPgBouncer('a session of PgBouncer’s', () => {
  describe.each(modes)('%s', (_, settings) => {
    const open = async () => connect((await startPgBouncer(await freshDatabase(), settings)).url);

    it('is known for what it is', async () => {
      expect((await open()).isShared).toBe(true);
    });

    it('has a time limit for each statement, and none when it is given back', async () => {
      const bouncer = await startPgBouncer(await freshDatabase(), settings);
      const { db, limit } = await connect(bouncer.url);
      expect(await limit()).toBe('10s');
      const inside = await db.transaction().execute(async (trx) => {
        const { rows } = await sql`select current_setting('statement_timeout') as value`.execute(trx);
        return rows;
      });
      expect(inside).toEqual([{ value: '10s' }]);
      await db.destroy();
      const other = openPool(bouncer.url, () => undefined);
      const { rows } = await other.query(`select current_setting('statement_timeout') as value`);
      await other.end();
      expect(rows).toEqual([{ value: '0' }]);
    });

    it('keeps no statement that is prepared', async () => {
      const { db, ask } = await open();
      await sql`${prepared('one')} select 1`.execute(db);
      expect(await ask('select count(*)::int as value from pg_prepared_statements')).toBe(0);
    });

    it('takes what was written, and nothing of what failed', async () => {
      const { db, ask } = await open();
      await sql`create table note (id integer primary key)`.execute(db);
      await sql`insert into note values (1)`.execute(db);
      await expect(sql`insert into note values (2), (1)`.execute(db)).rejects.toMatchObject({ code: '23505' });
      const failing = db.transaction().execute(async (trx) => {
        await sql`insert into note values (3)`.execute(trx);
        await sql`insert into note values (1)`.execute(trx);
      });
      await expect(failing).rejects.toMatchObject({ code: '23505' });
      expect(await ask(`select json_agg(id) as value from note`)).toEqual([1]);
    });
  });

  it('is migrated once, however many processes start at once', async () => {
    const settings: PgBouncerSettings = { pool_mode: 'transaction', default_pool_size: 3 };
    const { url } = await startPgBouncer(await emptyDatabase(), settings);
    const processes = await Promise.all(Array.from({ length: 6 }, () => connect(url)));
    await Promise.all(processes.map(({ db }) => migrate(db)));
    // Those of this database: other tests have theirs on the same server.
    const locks = `select count(*)::int as value from pg_locks join pg_database on pg_database.oid = pg_locks.database
      where locktype = 'advisory' and datname = current_database()`;
    expect(await processes[0]?.ask(locks)).toBe(0);
  });

  it('that ends with each statement is refused, with PgBouncer’s reason', async () => {
    const { url } = await startPgBouncer(await freshDatabase(), { pool_mode: 'statement', default_pool_size: 3 });
    const { limit } = await connect(url);
    await expect(limit()).rejects.toThrow(/statement pooling/);
  });
});
