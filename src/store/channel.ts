import { sql } from 'kysely';
import type { DecisionChannel } from '../workflow/ports/store.ts';
import type { Handle } from './handle.ts';

/** The channels that decisions of a workspace were proposed in, by id. */
export async function findChannels(db: Handle, teamId: string): Promise<DecisionChannel[]> {
  // From one channel to the next by the index, however many decisions each has.
  const next = (after: ReturnType<typeof sql>) => sql`(
    select channel_id, is_private from decision where team_id = ${teamId} and channel_id > ${after}
    order by channel_id, is_private desc limit 1)`;
  const { rows } = await sql<DecisionChannel>`
    with recursive channel as (
      ${next(sql`''`)}
      union all
      select following.* from channel, lateral ${next(sql`channel.channel_id`)} as following
    )
    select channel_id as "channelId", is_private as "isPrivate" from channel`.execute(db);
  return rows;
}
