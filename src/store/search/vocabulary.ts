import { sql } from 'kysely';
import leven from 'leven';
import type { Handle } from '../handle.ts';
import { askFor } from './spell-out.ts';

/** The fewest letters of a word that may have been mistyped. */
const shortestMistyped = 4;

/** How many words are compared letter by letter: those with similar parts, and those that begin alike. */
const mostCompared = { similar: 50, alike: 2_000 };

/** How many letters may be wrong in a word: one in a short word, two in a longer one. */
function mostWrong(word: string): number {
  return word.length <= 6 ? 1 : 2;
}

/** See `SearchRecords`. */
export async function findNearestWord({ db, teamId }: Handle, typed: string): Promise<string | undefined> {
  const [word = '', ...more] = askFor(typed);
  if (more.length > 0 || word.length < shortestMistyped) return undefined;
  const wrong = mostWrong(word);
  const initial = [...word][0] ?? '';
  // Trigrams find a word whose first letter is wrong, but not a short one with two letters swapped.
  const similar = (await hasTrigrams(db))
    ? sql`
      union
      (select word from search_word where team_id = ${teamId} and word % ${word}::text
      order by similarity(word, ${word}::text) desc, word limit ${mostCompared.similar})`
    : sql``;
  const { rows } = await sql<{ word: string }>`
    (select word from search_word where team_id = ${teamId} and word >= ${initial} and word < ${`${initial}\u{10ffff}`}
      and length(word) between ${word.length - wrong} and ${word.length + wrong}
    limit ${mostCompared.alike}) ${similar}`.execute(db);
  const near = rows.map((row) => ({ word: row.word, wrong: distance(word, row.word) }));
  return near
    .filter((one) => one.wrong > 0 && one.wrong <= wrong)
    .toSorted((a, b) => a.wrong - b.wrong || (a.word < b.word ? -1 : 1))[0]?.word;
}

/** How many letters are wrong; two neighbors that changed places count as one. */
function distance(typed: string, word: string): number {
  for (let place = 0; place < typed.length - 1; place += 1) {
    const swapped = typed.slice(0, place) + typed.charAt(place + 1) + typed.charAt(place) + typed.slice(place + 2);
    if (swapped === word) return 1;
  }
  return leven(typed, word);
}

/** Whether the database has pg_trgm, which not every host has. */
async function hasTrigrams(db: Handle['db']): Promise<boolean> {
  const { rows } = await sql`select from pg_extension where extname = 'pg_trgm'`.execute(db);
  return rows.length > 0;
}
