import { sql } from 'kysely';
import type { Handle } from './handle.ts';
import { adoptJobs } from './job-adoption.ts';

/**
 * Writes down that the workspace has rows here, before anything is read or done for it. Where its decisions go to another
 * archive than before, what isn't in git yet goes there from now on. Answers with the workspaces that were here before,
 * if this one is new. Safe for several processes at once.
 */
export async function claimWorkspace(handle: Handle): Promise<readonly string[]> {
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
    await adoptJobs({ ...handle, db: trx }, former ?? archive);
    if (!added) return [];
    const others = await trx.selectFrom('workspace').select('team_id').where('team_id', '!=', teamId).execute();
    return others.map((row) => row.team_id);
  });
}
