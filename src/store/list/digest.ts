import { sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Summary } from '../../decision/digest/digest.ts';
import type { Handle } from '../handle.ts';
import { readSummaries } from './summary.ts';

/** A decision that may be told in a channel: its record is in git, or it belongs to one of `channelIds`. */
const mayBeTold = (channelIds: readonly string[]) =>
  sql`(is_published or channel_id = any(${[...channelIds]}::text[]))`;

/**
 * What was decided after `after` and until `until`, or was merged then after a review, in the order of deciding.
 * `latest`: how many at most, the last ones.
 */
export async function findDecided(
  handle: Handle,
  channelIds: readonly string[],
  { after, until }: { readonly after: Date; readonly until: Date },
  latest?: number,
): Promise<Summary[]> {
  const { teamId } = handle;
  const found = sql`
    select id, decided_at from decision
    where team_id = ${teamId} and decided_at > ${after} and decided_at <= ${until} and ${mayBeTold(channelIds)}
    union
    select id, decided_at from publication, lateral (
      select id, decided_at from decision
      where team_id = publication.team_id and id = publication.decision_id and ${mayBeTold(channelIds)} limit 1
    ) as decided
    where team_id = ${teamId} and state = 'merged' and pushed_at > ${after} and pushed_at <= ${until}
    order by decided_at desc, id desc limit ${latest ?? null}`;
  const wanted = sql`select id, row_number() over (order by decided_at, id) as place from (${found}) as one`;
  return readSummaries(handle, 'find decided', wanted);
}

/** The decisions of these channels whose ADRs wait in a review, in the order of deciding. */
export async function findInReview(handle: Handle, channelIds: readonly string[]): Promise<Summary[]> {
  const { teamId } = handle;
  const wanted = sql`
    select decided.id, row_number() over (order by decided_at, decided.id) as place from publication, lateral (
      select id, decided_at from decision
      where team_id = publication.team_id and id = publication.decision_id
        and channel_id = any(${[...channelIds]}::text[])
      limit 1
    ) as decided
    where team_id = ${teamId} and state = 'in review'`;
  return readSummaries(handle, 'find in review', wanted);
}

const openVotesIn = ({ teamId }: Handle, channelIds: readonly string[]) => sql`
  from decision
  where team_id = ${teamId} and voting_opened_at is not null and voting_closed_at is null and status = 'proposed'
    and channel_id = any(${[...channelIds]}::text[])`;

/** The open votes in these channels, earliest deadline first. `most`: how many at most. */
export async function findOpenVotes(handle: Handle, channelIds: readonly string[], most?: number): Promise<Summary[]> {
  const found = sql`select id, closes_at ${openVotesIn(handle, channelIds)} order by closes_at, id limit ${most ?? null}`;
  const wanted = sql`select id, row_number() over (order by closes_at, id) as place from (${found}) as one`;
  return readSummaries(handle, 'find open votes', wanted);
}

/** How many open votes there are in these channels. */
export async function countOpenVotes(handle: Handle, channelIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    ${prepared('count open votes')} select count(*) as count ${openVotesIn(handle, channelIds)}`.execute(handle.db);
  return Number(rows[0]?.count ?? 0);
}
