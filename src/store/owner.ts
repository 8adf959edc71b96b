import { sql } from 'kysely';
import { StartError } from '../workflow/ports/start-error.ts';
import type { Handle } from './handle.ts';
import { adoptJobs } from './job-adoption.ts';

/**
 * Makes the database ours, if it is nobody's, before anything is read from it or done for it. Throws a
 * StartError when it belongs to another workspace. Where decisions go to another archive than before, what
 * isn't in git yet goes there from now on. Safe for several processes at once.
 */
export async function claimDatabase(handle: Handle): Promise<void> {
  const { teamId, archive } = handle;
  await handle.db.transaction().execute(async (trx) => {
    await sql`insert into owner (team_id) values (${teamId}) on conflict do nothing`.execute(trx);
    const owner = await trx.selectFrom('owner').selectAll().forUpdate().executeTakeFirstOrThrow();
    if (owner.team_id !== teamId) {
      throw new StartError({ code: 'database of another workspace', owner: owner.team_id, teamId });
    }
    await trx.updateTable('owner').set({ archive }).execute();
    await adoptJobs({ ...handle, db: trx }, owner.archive ?? archive);
  });
}
