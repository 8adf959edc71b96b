import { sql } from 'kysely';
import type { Decision } from '../../decision/decision.ts';
import type { PublicationTrouble } from '../../decision/failure/forge-trouble.ts';
import { isOnBranch } from '../../decision/publication/publication-state.ts';
import type { Publication } from '../../workflow/ports/publication.ts';
import type { FoundPublication } from '../../workflow/ports/records/publications.ts';
import type { Handle } from '../handle.ts';
import type { Row } from '../row.ts';

function toPublication(row: Row<'publication'> & { is_taken_here: boolean }): FoundPublication {
  return {
    archive: row.archive,
    number: row.number ?? undefined,
    fileName: row.file_name ?? undefined,
    commit: row.commit ?? undefined,
    commitUrl: row.commit_url ?? undefined,
    pushedAt: row.pushed_at ?? undefined,
    trouble: (row.trouble as PublicationTrouble | null) ?? undefined,
    state: row.state,
    isTakenHere: row.is_taken_here,
    isGone: row.file_state === 'gone',
  };
}

export async function findPublication(
  { db, teamId }: Handle,
  decisionId: string,
): Promise<FoundPublication | undefined> {
  const row = await db
    .selectFrom('publication')
    .selectAll()
    .select(sql<boolean>`coalesce(taken_in = concat(${thisDatabase}, ':', xmin), false)`.as('is_taken_here'))
    .where('team_id', '=', teamId)
    .where('decision_id', '=', decisionId)
    .executeTakeFirst();
  return row && toPublication(row);
}

/**
 * The highest number that is taken in an archive: by a decision, or by any ADR of the index, including one whose file
 * is gone; 0 when none is. Two transactions that ask take turns, so that no number is given out twice.
 */
export async function lockHighestNumber({ db, teamId }: Handle, archive: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('gavel number'), hashtext(${archive}))`.execute(db);
  const { rows } = await sql<{ highest: number }>`
    select greatest(
      0,
      (select max(number) from publication where team_id = ${teamId} and archive = ${archive}),
      (select max(number) from adr where team_id = ${teamId} and archive = ${archive})
    ) as highest`.execute(db);
  return rows[0]?.highest ?? 0;
}

/** The numbers of files below a folder of an archive: those of decisions, and of any ADR of the index, gone or not. */
export async function findNumbersBelow(
  { db, teamId }: Handle,
  archive: string,
  folder: string,
): Promise<{ fileName: string; number: number }[]> {
  // A literal, of which PostgreSQL makes a range of an index.
  const isBelow = sql`starts_with(file_name, ${sql.lit(folder)})`;
  const { rows } = await sql<{ file_name: string; number: number }>`
    select file_name, number from publication
    where team_id = ${teamId} and archive = ${archive} and number is not null and ${isBelow}
    union all
    select file_name, number from adr
    where team_id = ${teamId} and archive = ${archive} and number is not null and ${isBelow}`.execute(db);
  return rows.map(({ file_name: fileName, number }) => ({ fileName, number }));
}

/** Which of these file names decisions in an archive have, or are about to get. */
export async function findTakenFiles(
  { db, teamId }: Handle,
  archive: string,
  names: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('publication')
    .select('file_name')
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .where('file_name', '=', sql<string>`any(${names}::text[])`)
    .execute();
  return rows.flatMap((row) => row.file_name ?? []);
}

const thisDatabase = sql`(select oid from pg_database where datname = current_database())`;

/**
 * The database and transaction that write a row. PostgreSQL records the transaction in every row. It differs in a row
 * that was loaded from a dump, and in a copy of the whole database (create database ... template), the database
 * differs.
 */
const thisWriting = sql<string>`concat(${thisDatabase}, ':', pg_current_xact_id()::xid)`;

/** The decisions whose publication to an archive was tried and failed. */
export async function findTroubledPublications({ db, teamId }: Handle, archive: string): Promise<string[]> {
  const rows = await db
    .selectFrom('publication')
    .select('decision_id')
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .where('pushed_at', 'is', null)
    .where('trouble', 'is not', null)
    .execute();
  return rows.map((row) => row.decision_id);
}

/** Saves how far an outcome is on its way into git. */
export async function savePublication(
  { db, teamId }: Handle,
  decision: Decision,
  publication: Publication,
): Promise<void> {
  const { archive, state, number, fileName, commit, commitUrl, trouble, pushedAt, isTakenHere } = publication;
  const row = {
    archive,
    number: number ?? null,
    file_name: fileName ?? null,
    commit: commit ?? null,
    commit_url: commitUrl ?? null,
    trouble: trouble ? JSON.stringify(trouble) : null,
    pushed_at: pushedAt ?? null,
    state,
    taken_in: isTakenHere ? thisWriting : null,
    file_state: !isOnBranch(state) ? null : fileStateOf(teamId, publication),
  };
  await db
    .insertInto('publication')
    .values({ ...row, team_id: teamId, decision_id: decision.id })
    .onConflict((conflict) => conflict.columns(['team_id', 'decision_id']).doUpdateSet(row))
    .execute();
  await db
    .updateTable('decision')
    .set({ is_published: isOnBranch(state) })
    .where('team_id', '=', teamId)
    .where('id', '=', decision.id)
    .where('is_published', '!=', isOnBranch(state))
    .execute();
}

/** The index may have seen a file before its publication was recorded. */
function fileStateOf(teamId: string, { archive, fileName }: Publication) {
  return sql<'there' | 'awaited'>`case when exists (
      select from adr
      where team_id = ${teamId} and archive = ${archive} and file_name = ${fileName ?? null} and removed_at is null
    ) then 'there' else 'awaited' end`;
}

/** Records which files of an archive, by these names, are in the index now, and which are not. */
export async function markFiles({ db, teamId }: Handle, archive: string, names: readonly string[]): Promise<void> {
  await sql`
    update publication set file_state = now.state from (
      select decision_id, case when exists (
        select from adr
        where adr.team_id = publication.team_id and adr.archive = publication.archive
          and adr.file_name = publication.file_name and adr.removed_at is null
      ) then 'there' when file_state = 'there' then 'missing' else file_state end as state
      from publication
      where team_id = ${teamId} and archive = ${archive} and file_name = any(${names}::text[]) and pushed_at is not null
    ) as now
    where publication.team_id = ${teamId} and publication.decision_id = now.decision_id and file_state <> now.state`.execute(
    db,
  );
}

/**
 * Looks for the files that the index does not have. Returns the decisions whose files were in it, or were published
 * before a given time, and are not in the branch, each once.
 */
export async function markLost(
  { db, teamId }: Handle,
  archive: string,
  before: Date,
): Promise<{ decisionId: string; fileName: string }[]> {
  const isThere = sql`(
    select true from adr
    where adr.team_id = publication.team_id and adr.archive = publication.archive
      and adr.file_name = publication.file_name and adr.removed_at is null
    limit 1)`;
  const { rows } = await sql<{ decisionId: string; fileName: string; state: string }>`
    update publication set file_state = case when ${isThere} then 'there' else 'gone' end
    where team_id = ${teamId} and archive = ${archive} and file_state in ('awaited', 'missing') and pushed_at is not null
      and (file_state = 'missing' or pushed_at < ${before} or ${isThere})
    returning decision_id as "decisionId", file_name as "fileName", file_state as state`.execute(db);
  return rows.filter(({ state }) => state === 'gone').map(({ decisionId, fileName }) => ({ decisionId, fileName }));
}
