import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { storable } from './storable.ts';

// What a search looks through is kept in lower case in a column `words`, with an index of all its pieces: the SQL of
// `pieces_of` explains how that finds a word anywhere in a text.

/** Number of characters in the longest pieces of the index. */
const longestPiece = 3;

/** A text as `words` holds it: one line in lower case. */
export function fold(text: string): string {
  return storable(text).replaceAll(/\s+/g, ' ').toLowerCase();
}

/** Lines of a `words` column. */
export function foldLines(...lines: readonly (readonly (string | undefined)[])[]): string {
  return lines.map((parts) => fold(parts.filter(Boolean).join(' '))).join('\n');
}

/** What every text that contains these words has in the index of a workspace. */
function piecesOf(teamId: string, words: readonly string[]): string[] {
  const pieces = words.flatMap((word) => {
    const characters = [...word];
    const last = Math.max(0, characters.length - longestPiece);
    return Array.from({ length: last + 1 }, (_, start) => characters.slice(start, start + longestPiece).join(''));
  });
  return [...new Set([`workspace ${teamId}`, ...pieces])].filter((piece) => piece !== '');
}

type Searched = 'decision' | 'adr';

/** Each of these words is somewhere in `words`, or in one line of it, counted from 1. This uses no index. */
export function contains(table: Searched, words: readonly string[], line?: number): RawBuilder<SqlBool> {
  const column = sql.ref(`${table}.words`);
  const text = line === undefined ? column : sql`split_part(${column}, E'\n', ${line}::integer)`;
  return sql<SqlBool>`(${sql.join([sql`true`, ...words.map((word) => sql`strpos(${text}, ${fold(word)}) > 0`)], sql` and `)})`;
}

/** Whether a row contains the words. PostgreSQL finds the rows of the workspace by the index of pieces. */
export function isFoundBy(
  table: Searched,
  teamId: string,
  words: readonly string[],
  line?: number,
): RawBuilder<SqlBool> {
  const [id, column] = [sql.ref(`${table}.team_id`), sql.ref(`${table}.words`)];
  const pieces = piecesOf(teamId, words.map(fold));
  return sql<SqlBool>`(${id} = ${teamId} and pieces_of(${id}, ${column}) @> ${pieces}::text[] and ${contains(table, words, line)})`;
}
