import { sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Handle } from '../handle.ts';

/** The ids of the channels in which decisions were proposed. */
export async function findChannels({ db, teamId }: Handle): Promise<string[]> {
  const { rows } = await sql<{ channelId: string }>`
    ${prepared('find channels')}
    select channel_id as "channelId" from deciding_channel where team_id = ${teamId} order by channel_id`.execute(db);
  return rows.map(({ channelId }) => channelId);
}

/** Notes that something was proposed in a channel. */
export async function noteChannel({ db, teamId }: Handle, channelId: string): Promise<void> {
  await db
    .insertInto('deciding_channel')
    .values({ team_id: teamId, channel_id: channelId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The ids of the decisions of a channel that are still proposals. */
export async function findProposedIn({ db, teamId }: Handle, channelId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('decision')
    .select('id')
    .where('team_id', '=', teamId)
    .where('channel_id', '=', channelId)
    .where('status', '=', sql.lit('proposed'))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
