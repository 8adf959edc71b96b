import { type SqlBool, sql } from 'kysely';
import type { Handle } from '../handle.ts';

/** The ids of open proposals bound to one of these ADRs, oldest first. */
export async function findBoundProposals({ db, teamId }: Handle, adrIds: readonly number[]): Promise<string[]> {
  const rows = await db
    .selectFrom('decision')
    .where('team_id', '=', teamId)
    .where('status', '=', 'proposed')
    .where(sql<SqlBool>`(bond ->> 'adrId')::bigint = any(${adrIds}::bigint[])`)
    .orderBy('proposed_at')
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}
