import type { ChannelPlace } from '../../workflow/ports/records/rules.ts';
import type { Handle } from '../handle.ts';

/** Whether cards in a channel get buttons to vote with. */
export async function wantsVoteButtons({ db, teamId }: Handle, { channelId }: ChannelPlace): Promise<boolean> {
  const row = await db
    .selectFrom('vote_button_setting')
    .select('has_buttons')
    .where('team_id', '=', teamId)
    .where('channel_id', '=', channelId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.has_buttons ?? false;
}

/** Saves whether cards in a channel get buttons to vote with; earlier choices are kept as history. */
export async function saveVoteButtons(
  { db, teamId: team_id }: Handle,
  { channelId: channel_id }: ChannelPlace,
  has_buttons: boolean,
  set_by: string,
  set_at: Date,
): Promise<void> {
  await db.insertInto('vote_button_setting').values({ team_id, channel_id, has_buttons, set_by, set_at }).execute();
}
