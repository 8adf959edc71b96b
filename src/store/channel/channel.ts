import { sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Handle } from '../handle.ts';

/** The ids of the channels in which decisions were proposed. */
export async function findChannels({ db, teamId }: Handle): Promise<string[]> {
  // From one channel to the next by the index, however many decisions each has.
  const next = (after: ReturnType<typeof sql>) => sql`(
    select channel_id from decision where team_id = ${teamId} and channel_id > ${after}
    order by channel_id limit 1)`;
  const { rows } = await sql<{ channelId: string }>`
    ${prepared('find channels')}
    with recursive channel as (
      ${next(sql`''`)}
      union all
      select following.* from channel, lateral ${next(sql`channel.channel_id`)} as following
    )
    select channel_id as "channelId" from channel`.execute(db);
  return rows.map(({ channelId }) => channelId);
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
