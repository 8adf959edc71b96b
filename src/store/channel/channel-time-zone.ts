import type { ChannelPlace } from '../../workflow/ports/records/rules.ts';
import type { Handle } from '../handle.ts';

/** The time zone that a channel has chosen, if any. */
export async function findChannelTimeZone(
  { db, teamId }: Handle,
  { channelId }: ChannelPlace,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('channel_time_zone')
    .select('time_zone')
    .where('team_id', '=', teamId)
    .where('channel_id', '=', channelId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.time_zone ?? undefined;
}

/** Saves which time zone somebody has chosen for a channel; undefined takes the choice back. */
export async function saveChannelTimeZone(
  { db, teamId: team_id }: Handle,
  { channelId: channel_id }: ChannelPlace,
  timeZone: string | undefined,
  set_by: string,
  set_at: Date,
): Promise<void> {
  await db
    .insertInto('channel_time_zone')
    .values({ team_id, channel_id, time_zone: timeZone ?? null, set_by, set_at })
    .execute();
}
