import { sql } from 'kysely';
import type { Decision } from '../decision/decision.ts';
import type { Publication } from '../workflow/ports/store.ts';
import type { Handle } from './handle.ts';
import { toPublication } from './rows.ts';

export async function findPublication(db: Handle, decisionId: string): Promise<Publication | undefined> {
  const row = await db.selectFrom('publication').selectAll().where('decision_id', '=', decisionId).executeTakeFirst();
  return row && toPublication(row);
}

/** The numbers taken in an archive; two transactions that ask take turns, so that no number goes out twice. */
export async function lockTakenNumbers(db: Handle, archive: string): Promise<number[]> {
  await sql`select pg_advisory_xact_lock(hashtext('gavel number'), hashtext(${archive}))`.execute(db);
  const rows = await db
    .selectFrom('publication')
    .select('number')
    .where('archive', '=', archive)
    .where('number', 'is not', null)
    .execute();
  return rows.flatMap((row) => row.number ?? []);
}

/** The file names that decisions have or are about to get in an archive. */
export async function findTakenFiles(db: Handle, archive: string): Promise<string[]> {
  const rows = await db
    .selectFrom('publication')
    .select('file_name')
    .where('archive', '=', archive)
    .where('file_name', 'is not', null)
    .execute();
  return rows.flatMap((row) => row.file_name ?? []);
}

export async function savePublication(db: Handle, decision: Decision, publication: Publication): Promise<void> {
  const row = {
    archive: publication.archive,
    number: publication.number ?? null,
    file_name: publication.fileName ?? null,
    commit: publication.commit ?? null,
    commit_url: publication.commitUrl ?? null,
    trouble: publication.trouble ?? null,
    pushed_at: publication.pushedAt ?? null,
  };
  await db
    .insertInto('publication')
    .values({ ...row, decision_id: decision.id, team_id: decision.teamId })
    .onConflict((conflict) => conflict.column('decision_id').doUpdateSet(row))
    .execute();
}
