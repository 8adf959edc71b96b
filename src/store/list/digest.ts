import { type RawBuilder, sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Candidate, Summary } from '../../decision/digest/digest.ts';
import type { Handle } from '../handle.ts';
import { isOneOf } from '../is-one-of.ts';
import type { Row } from '../row.ts';
import { readSummaries } from './summary.ts';

/** A decision that may be told in a channel: its record is in git, or it belongs to one of `channelIds`. */
const mayBeTold = (channelIds: readonly string[]) => sql`(is_published or ${isOneOf(sql`channel_id`, channelIds)})`;

interface Period {
  readonly after: Date;
  readonly until: Date;
}

/** See `SummaryRecords.findDecidedLately`. */
export async function findDecidedLately(
  handle: Handle,
  channelIds: readonly string[],
  { after, until }: Period,
  most: number,
): Promise<Summary[]> {
  const { teamId } = handle;
  const latest = sql`order by decided_at desc, id desc limit ${most}`;
  const found = sql`(
    select id, decided_at from decision
    where team_id = ${teamId} and decided_at > ${after} and decided_at <= ${until} and ${mayBeTold(channelIds)}
    ${latest}
  ) union (
    select id, decided_at from publication, lateral (
      select id, decided_at from decision
      where team_id = publication.team_id and id = publication.decision_id and ${mayBeTold(channelIds)} limit 1
    ) as decided
    where ${isMerged(teamId, { after, until })}
  ) ${latest}`;
  const wanted = sql`select id, row_number() over (order by decided_at, id) as place from (${found}) as one`;
  return readSummaries(handle, 'find decided lately', wanted);
}

const isMerged = (teamId: string, { after, until }: Period) =>
  sql`team_id = ${teamId} and publication.state = 'merged' and pushed_at > ${after} and pushed_at <= ${until}`;

type CandidateRow = Pick<
  Row<'decision'>,
  'id' | 'archive' | 'channel_id' | 'status' | 'closes_at' | 'decided_at' | 'tags'
> & {
  readonly is_voting: boolean;
  readonly pushed_at: Date | null;
  readonly state: Row<'publication'>['state'] | null;
  readonly status_in_git: Row<'adr'>['status'];
};

/** See `SummaryRecords.findForDigest`. Row by row, each by its key, which `limit` ensures. */
export async function findForDigest(
  { db, teamId }: Handle,
  channelIds: readonly string[],
  { after, until }: Period,
): Promise<Candidate[]> {
  const columns = sql`
    id, archive, channel_id, status, closes_at, decided_at, tags, ${isVoting} as is_voting`;
  const isIn = sql`(decided_at > ${after} and decided_at <= ${until})`;
  const isOf = isOneOf(sql`channel_id`, channelIds);
  const decisionsOf = (publications: RawBuilder<unknown>, isTold: RawBuilder<unknown>) => sql`
    select decided.* from publication, lateral (
      select ${columns} from decision
      where team_id = publication.team_id and id = publication.decision_id and ${isTold} limit 1
    ) as decided
    where ${publications}`;
  const { rows } = await sql<CandidateRow>`
    ${prepared('find for digest')}
    select decision.*, publication.pushed_at, publication.state, adr.status as status_in_git
    from (
      select ${columns} from decision
      where team_id = ${teamId} and ${isIn} and ${mayBeTold(channelIds)}
      union all
      ${decisionsOf(isMerged(teamId, { after, until }), sql`${mayBeTold(channelIds)} and not ${isIn}`)}
      union all
      ${decisionsOf(sql`team_id = ${teamId} and state = 'in review'`, sql`${isOf} and not ${isIn}`)}
      union all
      select ${columns} ${openVotesIn({ teamId }, channelIds)}
    ) as decision
    left join lateral (
      select archive, file_name, pushed_at, state from publication
      where team_id = ${teamId} and decision_id = decision.id limit 1
    ) as publication on true
    left join lateral (
      select status from adr
      where team_id = ${teamId} and archive = publication.archive and file_name = publication.file_name
        and removed_at is null and publication.pushed_at is not null
      limit 1
    ) as adr on true
    order by decided_at, id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    archive: row.archive,
    channelId: row.channel_id,
    status: row.status_in_git ?? row.status,
    statusHere: row.status,
    isVoting: row.is_voting,
    closesAt: row.closes_at,
    decidedAt: row.decided_at ?? undefined,
    tags: row.tags,
    isPublished: row.pushed_at !== null,
    ...(row.state === 'in review' ? { inReview: {} } : {}),
    ...(row.state === 'merged' && row.pushed_at ? { mergedAt: row.pushed_at } : {}),
  }));
}

const isVoting = sql`(status = 'proposed' and voting_opened_at is not null and voting_closed_at is null)`;

const openVotesIn = ({ teamId }: Pick<Handle, 'teamId'>, channelIds: readonly string[]) => sql`
  from decision
  where team_id = ${teamId} and ${isVoting} and ${isOneOf(sql`channel_id`, channelIds)}`;

/** The open votes in these channels, earliest deadline first, at most `most`. */
export async function findOpenVotes(handle: Handle, channelIds: readonly string[], most: number): Promise<Summary[]> {
  const found = sql`select id, closes_at ${openVotesIn(handle, channelIds)} order by closes_at, id limit ${most}`;
  const wanted = sql`select id, row_number() over (order by closes_at, id) as place from (${found}) as one`;
  return readSummaries(handle, 'find open votes', wanted);
}

/** How many open votes there are in these channels. */
export async function countOpenVotes(handle: Handle, channelIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    ${prepared('count open votes')} select count(*) as count ${openVotesIn(handle, channelIds)}`.execute(handle.db);
  return Number(rows[0]?.count ?? 0);
}
