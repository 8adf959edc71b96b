import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';

/**
 * Turns every empty table into a partitioned one: the rows of one workspace in the first partition, all others in the
 * second.
 */
export async function partitionTables(db: Kysely<Database>, teamId: string): Promise<void> {
  await sql`
    do $$ declare
      one record;
      foreigners text[];
    begin
      select array_agg(format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)))
      into foreigners from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace;
      for one in select conrelid::regclass as name, conname from pg_constraint
        where contype = 'f' and connamespace = 'public'::regnamespace
      loop execute format('alter table %s drop constraint %I', one.name, one.conname); end loop;
      for one in select relname as name from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'kysely%'
      loop
        execute format('alter table %I rename to %I', one.name, one.name || '_whole');
        execute format(
          'create table %I (like %I including all) partition by list (team_id)', one.name, one.name || '_whole');
        execute format('drop table %I', one.name || '_whole');
        execute format(
          'create table %I partition of %I for values in (%L)', one.name || '_first', one.name, ${sql.lit(teamId)});
        execute format('create table %I partition of %I default', one.name || '_second', one.name);
      end loop;
      for i in 1..cardinality(foreigners) loop execute foreigners[i]; end loop;
    end $$`.execute(db);
}
