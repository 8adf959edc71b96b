import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Whether a text is one of these, as a filter of rows that were found otherwise. PostgreSQL makes a table of them and
 * looks each row up there; `= any($1)` compares it with one after the other where it can't use an index, since it plans
 * for an unknown number of them.
 */
export function isOneOf(text: RawBuilder<unknown>, texts: Iterable<string>): RawBuilder<SqlBool> {
  // “Is true” keeps it a filter: PostgreSQL would make a join of it.
  return sql<SqlBool>`((${text} in (select unnest(${[...new Set(texts)]}::text[]))) is true)`;
}
