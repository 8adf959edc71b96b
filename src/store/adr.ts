import { type SqlBool, sql } from 'kysely';
import type { AdrPage, GoneAdr, GoneQuestion, IndexedAdr } from '../workflow/ports/adr-index.ts';
import { toGoneAdr, toIndexedAdr } from './adr-rows.ts';
import type { Handle } from './handle.ts';

/** The decision of ours whose file an ADR is: of two with one name, the one that came later. */
const decisionId = sql<string | null>`(
  select decision_id from publication
  where publication.team_id = adr.team_id
    and publication.archive = adr.archive
    and publication.file_name = adr.file_name
    and publication.pushed_at is not null
  order by publication.pushed_at desc limit 1)`.as('decision_id');

/** As git sorts names, whatever the database's own language. */
const byName = sql`adr.file_name collate "C"`;

const select = (db: Handle) => db.selectFrom('adr').selectAll('adr').select(decisionId);

const selectPresent = (db: Handle) => select(db).where('adr.removed_at', 'is', null);

const selectIn = (db: Handle, teamId: string, archive: string) =>
  selectPresent(db).where('adr.team_id', '=', teamId).where('adr.archive', '=', archive);

/** The ADRs that are in the branch, by file name. */
export async function findAdrs(db: Handle, teamId: string, archive: string): Promise<IndexedAdr[]> {
  const rows = await selectIn(db, teamId, archive).orderBy(byName).execute();
  return rows.map(toIndexedAdr);
}

/** The ADR of a row; undefined when its file is gone. */
export async function findAdr(db: Handle, id: number): Promise<IndexedAdr | undefined> {
  const row = await selectPresent(db).where('adr.id', '=', id).executeTakeFirst();
  return row && toIndexedAdr(row);
}

/** The ADRs that have a number: more than one if it was given twice. */
export async function findAdrsByNumber(
  db: Handle,
  teamId: string,
  archive: string,
  number: number,
): Promise<IndexedAdr[]> {
  if (!isInteger(number)) return [];
  const rows = await selectIn(db, teamId, archive).where('adr.number', '=', number).orderBy(byName).execute();
  return rows.map(toIndexedAdr);
}

/** A number that is no integer of PostgreSQL's is nobody's. */
function isInteger(number: number): boolean {
  return Number.isInteger(number) && Math.abs(number) <= 2_147_483_647;
}

/** Enough to find a file by its whole name among those that have the name as a part of theirs. */
const mostGone = 100;

/** ADRs whose files are gone from the branch, the latest first. */
export async function findGoneAdrs(
  db: Handle,
  teamId: string,
  archive: string,
  which: GoneQuestion,
): Promise<GoneAdr[]> {
  if ('number' in which && !isInteger(which.number)) return [];
  const gone = select(db)
    .select(
      sql<string | null>`(
        select commit from adr_event where adr_id = adr.id and kind = 'removed' order by id desc limit 1
      )`.as('gone_in'),
    )
    .where('adr.team_id', '=', teamId)
    .where('adr.archive', '=', archive)
    .where('adr.removed_at', 'is not', null)
    .orderBy('adr.removed_at', 'desc')
    .orderBy('adr.id', 'desc')
    .limit(mostGone);
  const rows = await ('id' in which
    ? gone.where('adr.id', '=', which.id)
    : 'number' in which
      ? gone.where('adr.number', '=', which.number)
      : gone.where(sql<SqlBool>`strpos(lower(adr.file_name), lower(${storable(which.fileName)})) > 0`)
  ).execute();
  return rows.flatMap(toGoneAdr);
}

/** A NUL is in no text of PostgreSQL's, and it refuses to look for one. */
function storable(words: string): string {
  return words.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** What a word of a search is looked for in. */
const haystack = sql<string>`lower(concat_ws(' ', adr.title, adr.file_name, adr.status, adr.status_text,
  (select string_agg(value, ' ') from json_array_elements_text(adr.deciders))))`;

/** A part of the list, highest number first, those without one by name; `total` counts all that have the words. */
export async function listAdrs(
  db: Handle,
  teamId: string,
  archive: string,
  { limit, offset, words = [] }: AdrPage,
): Promise<{ adrs: IndexedAdr[]; total: number }> {
  let found = selectIn(db, teamId, archive);
  for (const word of words.map(storable)) {
    found = found.where(sql<SqlBool>`strpos(${haystack}, lower(${word})) > 0`);
  }
  const rows = await found
    .orderBy('adr.number', (order) => order.desc().nullsLast())
    .orderBy(byName, 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await db
    .selectFrom(found.as('found'))
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { adrs: rows.map(toIndexedAdr), total };
}

/** The ids of our decisions whose files are in the branch. */
export async function findIndexedDecisions(db: Handle, teamId: string, archive: string): Promise<string[]> {
  const rows = await selectIn(db, teamId, archive).clearSelect().select(decisionId).execute();
  return rows.flatMap((row) => row.decision_id ?? []);
}
