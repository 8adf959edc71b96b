import { sql } from 'kysely';
import type { Handle } from '../handle.ts';
import { adoptJobs } from '../job/job-adoption.ts';

/**
 * Writes down that the workspace has rows here, before anything is read or done for it. Where the archive that it
 * had is not one of `archives` any more, the jobs for that one are for its own now. Answers with the workspaces that were here before,
 * if this one is new. Safe for several processes at once.
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
