import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { integersFrom } from '../integers.ts';

// Texts of realistic length whose words are as unevenly spread as those of a language (Zipf's law): the word of rank `r`
// is `r` times rarer than the first.

/** How many different words, and how many sentences that texts are made of. */
const vocabulary = 20_000;
const sentences = 20_000;
const wordsInSentence = 14;
const sentencesInParagraph = 4;

/** How many sentences a decision's context and a whole ADR have. */
const length = { decision: 10, adr: 35 } as const;

const syllables = 'ba ke li mo nu ra se ti vo du fa ge hi jo lu me na pi qo ru sa te wi xo yu za che shi tro ple'.split(
  ' ',
);

/** The word of a rank, counted from 0. */
export function wordOf(rank: number): string {
  const [first, second, third] = [rank % 30, Math.floor(rank / 30) % 30, Math.floor(rank / 900) % 30];
  return [first, second, third, (first + second) % 30].map((place) => syllables[place]).join('');
}

/** Writes the sentences into a table of their own. They are the same in each run. */
export async function writeSentences(db: Kysely<Database>): Promise<void> {
  const next = integersFrom(14);
  const word = () => wordOf(Math.floor(vocabulary ** (next() / 2 ** 32)) - 1);
  const texts = Array.from({ length: sentences }, () => `${Array.from({ length: wordsInSentence }, word).join(' ')}.`);
  await sql`create table bench_sentence (id integer primary key, text text not null)`.execute(db);
  await sql`
    insert into bench_sentence
    select place - 1, text from unnest(${texts}::text[]) with ordinality as one (text, place)`.execute(db);
}

/** The text of a decision or an ADR, as an expression of SQL. */
export function textOf(what: keyof typeof length, n: RawBuilder<unknown>): RawBuilder<unknown> {
  const salt = what === 'adr' ? 1 : 2;
  return sql`(
    select string_agg(bench_sentence.text || case when place % ${sentencesInParagraph}::integer = 0 then E'\n\n' else ' ' end, '')
    from generate_series(1, ${length[what]}::integer) as place join bench_sentence
      on bench_sentence.id = (hashint8extended(${n}::bigint * 64 + place, ${salt}::bigint) & 1048575) % ${sentences}::integer)`;
}
