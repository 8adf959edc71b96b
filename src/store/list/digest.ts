import { sql } from 'kysely';
import type { Summary } from '../../decision/digest/digest.ts';
import type { Handle } from '../handle.ts';
import { findSummaries } from './summary.ts';

/** A decision that may be told in a channel: its record is in git, or it belongs to one of `channelIds`. */
const mayBeTold = (channelIds: readonly string[]) =>
  sql`(is_published or channel_id = any(${[...channelIds]}::text[]))`;

/** What was decided after `after` and until `until`, in order. */
export async function findDecided(
  handle: Handle,
  channelIds: readonly string[],
  { after, until }: { readonly after: Date; readonly until: Date },
): Promise<Summary[]> {
  const { db, teamId } = handle;
  const { rows } = await sql<{ id: string }>`
    select id from decision
    where team_id = ${teamId} and decided_at > ${after} and decided_at <= ${until} and ${mayBeTold(channelIds)}
    order by decided_at, id`.execute(db);
  return findSummaries(
    handle,
    rows.map(({ id }) => id),
  );
}

/** The open votes in these channels, earliest deadline first. */
export async function findOpenVotes(handle: Handle, channelIds: readonly string[]): Promise<Summary[]> {
  const { db, teamId } = handle;
  const { rows } = await sql<{ id: string }>`
    select id from decision
    where team_id = ${teamId} and voting_opened_at is not null and voting_closed_at is null and status = 'proposed'
      and channel_id = any(${[...channelIds]}::text[])
    order by closes_at, id`.execute(db);
  return findSummaries(
    handle,
    rows.map(({ id }) => id),
  );
}
