import { type SqlBool, sql } from 'kysely';
import type { Handle } from '../handle.ts';
import { storable } from '../storable.ts';

/** The decisions whose ADRs are these files of an archive. */
export async function findPublishedIn(
  { db, teamId }: Handle,
  archive: string,
  fileNames: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('publication')
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .where('file_name', '=', sql<string>`any(${fileNames.map(storable)}::text[])`)
    .where('pushed_at', 'is not', null)
    .select('decision_id')
    .execute();
  return rows.map((row) => row.decision_id);
}

/** The ids of open proposals bound to one of these ADRs, oldest first. */
export async function findBoundProposals({ db, teamId }: Handle, adrIds: readonly number[]): Promise<string[]> {
  const rows = await db
    .selectFrom('decision')
    .where('team_id', '=', teamId)
    .where('status', '=', sql.lit('proposed'))
    .where(sql<SqlBool>`(bond ->> 'adrId')::bigint = any(${adrIds}::bigint[])`)
    .orderBy('proposed_at')
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}
