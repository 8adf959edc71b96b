import { sql } from 'kysely';
import type { Summary } from '../decision/digest.ts';
import type { ListCount, UnindexedPart, UnpublishedPart } from '../workflow/ports/list.ts';
import { directionOf, inListOrder } from './cut.ts';
import type { Handle } from './handle.ts';
import { findSummaries } from './summary.ts';
import { contains, isFoundBy } from './words.ts';

interface Found {
  readonly id: string;
}

/** A part of the list of a workspace: see `UnpublishedPart`. */
export async function findUnpublished(db: Handle, teamId: string, part: UnpublishedPart): Promise<Summary[]> {
  const { statuses, cut, most, search } = part;
  const channelIds = [...new Set(part.channelIds)];
  const { than, order } = directionOf(cut);
  const isBeyondCut =
    cut.id === undefined
      ? sql`true`
      : sql`(proposed_at, id) ${than} (select proposed_at, id from decision where team_id = ${teamId} and id = ${cut.id})`;
  const nearest = sql`order by proposed_at ${order}, id ${order} limit ${most}`;
  const isRare = search.words.length > 0 && !search.isCommon;
  const { rows } = await (isRare
    ? sql<Found>`
      with found as materialized (
        select id, proposed_at from decision
        where ${isFoundBy('decision', teamId, search.words)}
          and not is_published and status = any(${statuses}::text[]) and channel_id = any(${channelIds}::text[])
      )
      select id from found where ${isBeyondCut} ${nearest}`
    : // Channel by channel, so that what stands in other channels costs nothing.
      sql<Found>`
      select id from unnest(${statuses}::text[]) as one_status, unnest(${channelIds}::text[]) as one_channel, lateral (
        select id, proposed_at from decision
        where team_id = ${teamId} and not is_published and channel_id = one_channel and status = one_status
          and ${isBeyondCut} and ${contains('decision', search.words)}
        ${nearest}
      ) as one
      ${nearest}`
  ).execute(db);
  return findSummaries(
    db,
    teamId,
    inListOrder(rows, cut).map(({ id }) => id),
  );
}

/** A part of the list of a workspace: see `UnindexedPart`. */
export async function findUnindexed(db: Handle, teamId: string, part: UnindexedPart): Promise<Summary[]> {
  const { archive, where, cut, most, search } = part;
  const { than, order } = directionOf(cut);
  const key = sql`publication.archive, publication.file_state, publication.pushed_at, publication.decision_id`;
  const isBeyondCut =
    cut.id === undefined
      ? sql`true`
      : sql`(${key}) ${than} (select ${key} from publication where team_id = ${teamId} and decision_id = ${cut.id})`;
  const nearest = sql`order by archive ${order}, file_state ${order}, pushed_at ${order}, id ${order} limit ${most}`;
  const isRare = search.words.length > 0 && !search.isCommon;
  const source = isRare
    ? sql`(
        select id from decision where ${isFoundBy('decision', teamId, search.words)} offset 0
      ) as found join publication on publication.decision_id = found.id`
    : search.words.length > 0
      ? sql`publication join decision on decision.id = publication.decision_id and ${contains('decision', search.words)}`
      : sql`publication`;
  const select = (isThere: ReturnType<typeof sql>) => sql`(
    select publication.decision_id as id, publication.archive, publication.file_state, publication.pushed_at from ${source}
    where publication.team_id = ${teamId} and ${isThere} and publication.pushed_at is not null and ${isBeyondCut}
    order by publication.archive ${order}, publication.file_state ${order}, publication.pushed_at ${order},
      publication.decision_id ${order}
    limit ${most})`;
  const ranges =
    where === 'elsewhere'
      ? [sql`publication.archive < ${archive}`, sql`publication.archive > ${archive}`]
      : [sql`publication.archive = ${archive} and publication.file_state = ${where}`];
  const { rows } = await sql<Found>`
    select id from (${sql.join(ranges.map(select), sql` union all `)}) as one ${nearest}`.execute(db);
  return findSummaries(
    db,
    teamId,
    inListOrder(rows, cut).map(({ id }) => id),
  );
}

/** How many lines the list has, for those who may see these channels: see `ListCount`. */
export async function countListed(
  db: Handle,
  teamId: string,
  archive: string,
  {
    words,
    channelIds,
    most,
  }: { readonly words: readonly string[]; readonly channelIds: readonly string[]; readonly most: number },
): Promise<ListCount> {
  const isUnindexed = sql`(
    publication.archive = ${archive} and publication.file_state in ('awaited', 'missing', 'gone')
    or publication.archive <> ${archive})`;
  const channels = [...new Set(channelIds)];
  const some = sql`limit ${most + 1}`;
  const isSearched = words.length > 0;
  const decisions = isSearched
    ? sql`
      select from decision
      left join publication on publication.decision_id = decision.id and publication.pushed_at is not null
      where ${isFoundBy('decision', teamId, words)}
        and (not is_published and channel_id = any(${channels}::text[]) or is_published and ${isUnindexed})`
    : sql`
      (
        select from unnest(${channels}::text[]) as one_channel, lateral (
          select from decision where team_id = ${teamId} and not is_published and channel_id = one_channel ${some}
        ) as one ${some}
      )
      union all (
        select from publication
        where team_id = ${teamId} and archive = ${archive} and file_state in ('awaited', 'missing', 'gone') and pushed_at is not null
        ${some}
      )
      union all (select from publication where team_id = ${teamId} and archive < ${archive} and pushed_at is not null ${some})
      union all (select from publication where team_id = ${teamId} and archive > ${archive} and pushed_at is not null ${some})`;
  const adrs = sql`
    select from adr
    where ${isSearched ? isFoundBy('adr', teamId, words) : sql`team_id = ${teamId}`}
      and archive = ${archive} and removed_at is null`;
  const { rows } = await sql<ListCount>`
    select
      (select count(*) from (select from (${decisions}) as any_line ${some}) as line) as decisions,
      (select count(*) from (${adrs} ${some}) as line) as adrs`.execute(db);
  return rows[0] ?? { decisions: 0, adrs: 0 };
}
