import { sql } from 'kysely';
import type { ListPlace } from '../../workflow/find/listed.ts';
import type { KnownHome } from '../../workflow/ports/records/homes.ts';
import type { Handle } from '../handle.ts';

/** Records that somebody looks at their Home now. */
export async function noteLook(
  { db, teamId }: Handle,
  userId: string,
  place: ListPlace | undefined,
  at: Date,
): Promise<void> {
  const row = { looked_at: at, place: place ? JSON.stringify(place) : null };
  await db
    .insertInto('home')
    .values({ ...row, team_id: teamId, user_id: userId })
    .onConflict((conflict) => conflict.columns(['team_id', 'user_id']).doUpdateSet(row))
    .execute();
}

/** Records what a Home shows. One that was forgotten in the meantime stays forgotten. */
export async function markHomeShown({ db, teamId }: Handle, userId: string, shown: string, at: Date): Promise<void> {
  await db
    .updateTable('home')
    .set({ shown, renewed_at: at })
    .where('team_id', '=', teamId)
    .where('user_id', '=', userId)
    .execute();
}

export async function forgetHome({ db, teamId }: Handle, userId: string): Promise<void> {
  await db.deleteFrom('home').where('team_id', '=', teamId).where('user_id', '=', userId).execute();
}

export async function isAnyoneLooking({ db, teamId }: Handle, since: Date): Promise<boolean> {
  const { rows } = await sql`
    select from home where team_id = ${teamId} and looked_at > ${since} order by looked_at desc limit 1`.execute(db);
  return rows.length > 0;
}

/** The Homes to renew: see `HomeRecords.findDue`. */
export async function findDueHomes(
  { db, teamId }: Handle,
  { lookedSince, before, most }: { readonly lookedSince: Date; readonly before: Date; readonly most: number },
): Promise<readonly KnownHome[]> {
  const { rows } = await sql<{ userId: string; shown: string | null; place: ListPlace | null }>`
    select user_id as "userId", shown, place from home
    where team_id = ${teamId} and looked_at > ${lookedSince} and (renewed_at is null or renewed_at < ${before})
    order by renewed_at nulls first, user_id limit ${most}`.execute(db);
  return rows.map(({ userId, shown, place }) => ({ userId, shown: shown ?? undefined, place: place ?? undefined }));
}
