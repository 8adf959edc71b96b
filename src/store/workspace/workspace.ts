import { sql } from 'kysely';
import type { Handle } from '../handle.ts';
import { adoptJobs } from '../job/job-adoption.ts';

/**
 * Records that the workspace has rows here, before anything is read or done for it. If its former archive is no longer
 * one of `archives`, the jobs for that one are for its own now. If this workspace is new, returns the workspaces that
 * were here before. Safe for several processes at once.
 */
export async function claimWorkspace(
  handle: Handle,
  archives: readonly string[] = [handle.archive],
): Promise<readonly string[]> {
  const { teamId, archive } = handle;
  return handle.db.transaction().execute(async (trx) => {
    const { numAffectedRows: added } = await sql`
      insert into workspace (team_id) values (${teamId}) on conflict do nothing`.execute(trx);
    const { archive: former } = await trx
      .selectFrom('workspace')
      .select('archive')
      .where('team_id', '=', teamId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    await trx.updateTable('workspace').set({ archive }).where('team_id', '=', teamId).execute();
    const isServed = former === null || archives.includes(former);
    await adoptJobs({ ...handle, db: trx }, isServed ? archive : former);
    if (!added) return [];
    const others = await trx.selectFrom('workspace').select('team_id').where('team_id', '!=', teamId).execute();
    return others.map((row) => row.team_id);
  });
}
