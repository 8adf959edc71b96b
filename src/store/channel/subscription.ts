import { sql } from 'kysely';
import type { Subscription } from '../../workflow/ports/records/digests.ts';
import type { Handle } from '../handle.ts';
import type { Row } from '../row.ts';

/** A cadence as the workflow knows it. */
export function toSubscription(row: Row<'digest_cadence'>): Subscription {
  const { every, weekday } = row;
  const cadence = { every, weekday, timeOfDay: row.time_of_day, timeZone: row.time_zone };
  return { teamId: row.team_id, channelId: row.channel_id, cadence, toldUntil: row.told_until };
}

const select = ({ db, teamId }: Handle, channelId: string) =>
  db.selectFrom('digest_cadence').selectAll().where('team_id', '=', teamId).where('channel_id', '=', channelId);

export async function findSubscription(handle: Handle, channelId: string): Promise<Subscription | undefined> {
  const row = await select(handle, channelId).executeTakeFirst();
  return row && toSubscription(row);
}

export async function isAnyDigestOn({ db, teamId }: Handle): Promise<boolean> {
  const { rows } = await sql`
    select from digest_cadence where team_id = ${teamId} and every <> 'never' limit 1`.execute(db);
  return rows.length > 0;
}

export async function lockSubscription(handle: Handle, channelId: string): Promise<Subscription | undefined> {
  const row = await select(handle, channelId).forUpdate().executeTakeFirst();
  return row && toSubscription(row);
}

export async function saveSubscription({ db, teamId }: Handle, subscription: Subscription, by: string): Promise<void> {
  const { channelId, cadence, toldUntil } = subscription;
  const { every, weekday, timeOfDay, timeZone } = cadence;
  const row = { every, weekday, time_of_day: timeOfDay, time_zone: timeZone, told_until: toldUntil, set_by: by };
  await db
    .insertInto('digest_cadence')
    .values({ ...row, team_id: teamId, channel_id: channelId })
    .onConflict((conflict) => conflict.columns(['team_id', 'channel_id']).doUpdateSet(row))
    .execute();
}

export async function markTold({ db, teamId }: Handle, subscription: Subscription, until: Date): Promise<void> {
  await db
    .updateTable('digest_cadence')
    .set({ told_until: until })
    .where('team_id', '=', teamId)
    .where('channel_id', '=', subscription.channelId)
    .execute();
}
