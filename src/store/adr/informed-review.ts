import type { InformedReview } from '../../workflow/ports/records/informed.ts';
import type { Handle } from '../handle.ts';

/** What was told on the review of others with this number. */
export async function findInformed(
  { db, teamId }: Handle,
  archive: string,
  number: number,
): Promise<InformedReview | undefined> {
  const row = await db
    .selectFrom('informed_review')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .where('number', '=', number)
    .executeTakeFirst();
  return (
    row && {
      comment: row.comment ?? undefined,
      shown: row.shown ?? undefined,
      isRemoved: row.is_removed,
      check: row.told_check ?? undefined,
    }
  );
}

/** Saves what is told on a review of others by now. */
export async function saveInformed(
  { db, teamId }: Handle,
  archive: string,
  number: number,
  { comment, shown, isRemoved, check }: InformedReview,
): Promise<void> {
  const row = { comment: comment ?? null, shown: shown ?? null, is_removed: isRemoved, told_check: check ?? null };
  await db
    .insertInto('informed_review')
    .values({ ...row, team_id: teamId, archive, number })
    .onConflict((conflict) => conflict.columns(['team_id', 'archive', 'number']).doUpdateSet(row))
    .execute();
}
