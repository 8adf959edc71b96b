import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import { prepared } from '../../db/prepare.ts';
import { freshDatabase } from '../support/postgres.ts';

/** A database, asked on one connection as long as nobody else is using it. */
async function connect() {
  const db = openDatabase(openPool(await freshDatabase(), () => undefined));
  onTestFinished(() => db.destroy());
  const findNames = async () => {
    const { rows } = await sql<{ name: string }>`select name from pg_prepared_statements order by name`.execute(db);
    return rows.map(({ name }) => name);
  };
  return { db, findNames };
}

describe('a prepared statement', () => {
  it('is kept by PostgreSQL under its name, and answers as any other', async () => {
    const { db, findNames } = await connect();
    const add = (a: number, b: number) =>
      sql<{ sum: number }>`${prepared('add up')} select ${a}::integer + ${b}::integer as sum`.execute(db);
    expect((await add(1, 2)).rows).toEqual([{ sum: 3 }]);
    expect((await add(3, 4)).rows).toEqual([{ sum: 7 }]);
    expect(await findNames()).toEqual(['add up']);
  });

  it('is only one that is marked', async () => {
    const { db, findNames } = await connect();
    await sql`select ${'/* prepared: nothing */'}::text`.execute(db);
    await db.selectFrom('decision').select('id').where('team_id', '=', 'T1').execute();
    expect(await findNames()).toEqual([]);
  });

  it('works inside a transaction, and again after it failed', async () => {
    const { db, findNames } = await connect();
    const divide = (by: number) =>
      db
        .transaction()
        .execute((trx) => sql<{ part: number }>`${prepared('divide')} select 12 / ${by}::integer as part`.execute(trx));
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
    expect((await divide(4)).rows).toEqual([{ part: 3 }]);
    expect(await findNames()).toEqual(['divide']);
  });
});
