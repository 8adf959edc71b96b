import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import { freshDatabase } from '../support/postgres.ts';

/** Tables that have no workspace. */
const tablesOfNobody: Readonly<Record<string, string>> = {
  kysely_migration: 'tells which migrations have run; Kysely makes it',
  kysely_migration_lock: 'is where migrations take turns; Kysely makes it',
};

/** Indexes that begin with something else. They are not unique, and no partition would need them otherwise. */
const indexesByPieces: Readonly<Record<string, string>> = {
  decision_words: 'has the workspace among the pieces of a text (`pieces_of`)',
  adr_words: 'has the workspace among the pieces of a text (`pieces_of`)',
  revisit_waiting: 'has people, whom few open questions wait for; those are told apart by their workspace',
  search_entry_key_words: 'has the workspace among the words',
  search_entry_words: 'has the workspace among the words',
  search_word_trigrams: 'has pieces of words only; the few words that it finds are told apart by their workspace',
};

/** What the catalog says of a key, an index or a reference: its columns in order, and those that it refers to. */
interface Found {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly others?: readonly string[];
}

let tables: { readonly name: string; readonly has_workspace: boolean }[] = [];
let indexes: (Found & { readonly is_unique: boolean; readonly is_primary: boolean })[] = [];
let references: (Found & { readonly others: readonly string[] })[] = [];

beforeAll(async () => {
  const db = openDatabase(openPool(await freshDatabase(), () => undefined));
  const ours = sql`relnamespace = 'public'::regnamespace and relname <> all (${Object.keys(tablesOfNobody)}::text[])`;
  const namesOf = (keys: ReturnType<typeof sql>, table: ReturnType<typeof sql>) => sql`to_json(array(
    select attname::text from unnest(${keys}) with ordinality as key (attnum, place)
    join pg_attribute on attrelid = ${table} and pg_attribute.attnum = key.attnum
    order by place))`;
  const { rows: foundTables } = await sql<(typeof tables)[number]>`
    select relname::text as name, exists (
      select from pg_attribute where attrelid = pg_class.oid and attname = 'team_id' and attnotnull
    ) as has_workspace
    from pg_class where relkind in ('r', 'p') and ${ours} order by name`.execute(db);
  const { rows: foundIndexes } = await sql<(typeof indexes)[number]>`
    select relname::text as table, indexrelid::regclass::text as name, indisunique as is_unique,
      indisprimary as is_primary, ${namesOf(sql`indkey::int2[]`, sql`indrelid`)} as columns
    from pg_index join pg_class on pg_class.oid = indrelid where ${ours} order by name`.execute(db);
  const { rows: foundReferences } = await sql<(typeof references)[number]>`
    select relname::text as table, conname::text as name, ${namesOf(sql`conkey`, sql`conrelid`)} as columns,
      ${namesOf(sql`confkey`, sql`confrelid`)} as others
    from pg_constraint join pg_class on pg_class.oid = conrelid where contype = 'f' and ${ours} order by name`.execute(
    db,
  );
  [tables, indexes, references] = [foundTables, foundIndexes, foundReferences];
  await db.destroy();
}, 60_000);

const describeEach = (found: readonly Found[]) => found.map(({ table, name }) => `${table}: ${name}`);
const first = (columns: readonly string[]) => columns[0];

describe('the tables of Gavel', () => {
  it('all have a workspace', () => {
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter((table) => !table.has_workspace)).toEqual([]);
  });

  it('all have a primary key that begins with it', () => {
    const keys = indexes.filter((index) => index.is_primary);
    expect(keys.map(({ table }) => table).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
    expect(describeEach(keys.filter(({ columns }) => first(columns) !== 'team_id'))).toEqual([]);
  });

  it('refer to each other by it', () => {
    expect(references.length).toBeGreaterThan(15);
    const others = references.filter((one) => first(one.columns) !== 'team_id' || first(one.others) !== 'team_id');
    expect(describeEach(others)).toEqual([]);
  });

  it('have no index, unique or not, that begins with anything else', () => {
    const others = indexes.filter(({ columns }) => first(columns) !== 'team_id');
    expect(others.filter((index) => index.is_unique)).toEqual([]);
    expect(others.map(({ name }) => name)).toEqual(Object.keys(indexesByPieces).toSorted());
  });

  it('name their keys and references after their table', () => {
    const strangers = [...indexes.filter((index) => index.is_primary), ...references].filter(
      ({ table, name }) => !/_(?:pkey|fkey)$/.test(name) || !name.startsWith(`${table}_`),
    );
    expect(describeEach(strangers)).toEqual([]);
  });
});
