import pg from 'pg';
import { freshDatabase } from './postgres.ts';

/** The rows of all of Gavel's own tables, as a dump has them: without jobs, which Gavel creates again. */
export type Dump = Readonly<Record<string, readonly object[]>>;

/** Dumps a database while others work with it. */
export async function dumpDatabase(url: string): Promise<Dump> {
  return connected(url, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`,
    );
    const dump: Record<string, readonly object[]> = {};
    for (const { name } of rows) {
      const { rows: tuples } = await client.query<{ tuple: object }>(
        `select to_json(one) as tuple from ${name} as one`,
      );
      dump[name] = tuples.map(({ tuple }) => tuple);
    }
    return dump;
  });
}

/** Restores a dump into a database of its own, and returns its address. */
export async function restoreDump(dump: Dump): Promise<string> {
  const url = await freshDatabase();
  await connected(url, (client) => loadRows(client, dump));
  return url;
}

/** Fills empty tables with rows, and sets their sequences past them. */
export async function loadRows(client: pg.Client, tables: Dump): Promise<void> {
  // Tables refer to each other in both directions.
  await client.query('set session_replication_role = replica');
  for (const [table, rows] of Object.entries(tables)) {
    await client.query(
      `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1::json)`,
      [JSON.stringify(rows)],
    );
  }
  const { rows: identities } = await client.query<{ table: string; sequence: string }>(
    `select quote_ident(table_name) as table, pg_get_serial_sequence(table_name, column_name) as sequence
     from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`,
  );
  for (const { table, sequence } of identities) {
    await client.query(`select setval($1, greatest(1, (select max(id) from ${table})))`, [sequence]);
  }
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}
