import type { ChannelPlace } from '../../workflow/ports/records/rules.ts';
import type { Handle } from '../handle.ts';

/** The archive that a channel chose for its proposals, if any. */
export async function findChosenRepository(
  { db, teamId }: Handle,
  { channelId }: ChannelPlace,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('repository_setting')
    .select('archive')
    .where('team_id', '=', teamId)
    .where('channel_id', '=', channelId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.archive ?? undefined;
}

/** Saves which archive a channel chose; earlier choices are kept as history. */
export async function saveChosenRepository(
  { db, teamId: team_id }: Handle,
  { channelId: channel_id }: ChannelPlace,
  archive: string | undefined,
  set_by: string,
  set_at: Date,
): Promise<void> {
  await db
    .insertInto('repository_setting')
    .values({ team_id, channel_id, archive: archive ?? null, set_by, set_at })
    .execute();
}
