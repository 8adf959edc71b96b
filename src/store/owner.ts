import { sql } from 'kysely';
import type { JobPlace } from '../workflow/ports/job-place.ts';
import { StartError } from '../workflow/ports/start-error.ts';
import type { Handle } from './handle.ts';
import { adoptJobs } from './job-adoption.ts';

/**
 * Makes the database ours, if it is nobody's, before anything is read from it or done for it. Throws a
 * StartError when it belongs to another workspace. Where decisions go to another archive than before, what
 * isn't in git yet goes there from now on. Safe for several processes at once.
 */
export async function claimDatabase(db: Handle, place: JobPlace): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`insert into owner (team_id) values (${place.teamId}) on conflict do nothing`.execute(trx);
    const owner = await trx.selectFrom('owner').selectAll().forUpdate().executeTakeFirstOrThrow();
    if (owner.team_id !== place.teamId) {
      throw new StartError({ code: 'database of another workspace', owner: owner.team_id, teamId: place.teamId });
    }
    await trx.updateTable('owner').set({ archive: place.archive }).execute();
    await adoptJobs(trx, place, owner.archive ?? place.archive);
  });
}
