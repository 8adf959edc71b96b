import { sql } from 'kysely';
import type { InformedReview, InformedState } from '../../workflow/ports/records/informed.ts';
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

/** Whether any review of others was ever looked at. */
export async function hasInformed({ db, teamId }: Handle, archive: string): Promise<boolean> {
  const row = await db
    .selectFrom('informed_review')
    .select('number')
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How far Gavel is with these reviews of others, by their numbers. */
export async function findInformedStates(
  { db, teamId }: Handle,
  archive: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, InformedState>> {
  const rows = await db
    .selectFrom('informed_review')
    .select(['number', 'seen', 'comment', 'shown'])
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .where('number', '=', sql<number>`any(${numbers}::integer[])`)
    .execute();
  return new Map(
    rows.map(({ number, seen, comment, shown }) => [
      number,
      { seen: seen ?? undefined, isTold: comment !== null || shown !== null },
    ]),
  );
}

/** Keeps what a review of others is told from by now. */
export async function saveSeen({ db, teamId }: Handle, archive: string, number: number, seen: string): Promise<void> {
  await db
    .insertInto('informed_review')
    .values({ team_id: teamId, archive, number, seen })
    .onConflict((conflict) => conflict.columns(['team_id', 'archive', 'number']).doUpdateSet({ seen }))
    .execute();
}
