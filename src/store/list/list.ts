import { type RawBuilder, sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Summary } from '../../decision/digest/digest.ts';
import type { ListCount, UnindexedQuery, UnpublishedQuery } from '../../workflow/ports/list.ts';
import type { Handle } from '../handle.ts';
import { isOneOf } from '../is-one-of.ts';
import { contains, isFoundBy } from '../words.ts';
import { directionOf } from './cut.ts';
import { readSummaries } from './summary.ts';

/** A part of the list: see `UnpublishedQuery`. */
export async function findUnpublished(handle: Handle, query: UnpublishedQuery): Promise<Summary[]> {
  const { teamId } = handle;
  const { statuses, cut, most, search } = query;
  const channelIds = [...new Set(query.channelIds)];
  const { than, order } = directionOf(cut);
  const isBeyondCut =
    cut.id === undefined
      ? sql`true`
      : sql`(proposed_at, id) ${than} (select proposed_at, id from decision where team_id = ${teamId} and id = ${cut.id})`;
  const nearest = sql`order by proposed_at ${order}, id ${order} limit ${most}`;
  const isRare = search.words.length > 0 && !search.isCommon;
  const page = isRare
    ? sql`
      with found as materialized (
        select id, proposed_at from decision
        where ${isFoundBy('decision', teamId, search.words)}
          and not is_published and status = any(${statuses}::text[]) and ${isOneOf(sql`channel_id`, channelIds)}
      )
      select id, proposed_at from found where ${isBeyondCut} ${nearest}`
    : // Channel by channel, so that what stands in other channels costs nothing.
      sql`
      select id, proposed_at from unnest(${statuses}::text[]) as one_status, unnest(${channelIds}::text[]) as one_channel, lateral (
        select id, proposed_at from decision
        where team_id = ${teamId} and not is_published and channel_id = one_channel and status = one_status
          and ${isBeyondCut} and ${contains('decision', search.words)}
        ${nearest}
      ) as one
      ${nearest}`;
  const name =
    search.words.length > 0 ? undefined : `find unpublished ${cut.side}${cut.id === undefined ? '' : ' one'}`;
  const wanted = sql`
    select id, row_number() over (order by proposed_at desc, id desc) as place from (${page}) as one`;
  return readSummaries(handle, name, wanted);
}

/** A part of the list: see `UnindexedQuery`. */
export async function findUnindexed(handle: Handle, query: UnindexedQuery): Promise<Summary[]> {
  const { teamId } = handle;
  const { archives, where, channelIds, cut, most, search } = query;
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
      ) as found join publication on publication.team_id = ${teamId} and publication.decision_id = found.id`
    : search.words.length > 0
      ? sql`publication join decision on decision.team_id = publication.team_id
          and decision.id = publication.decision_id and ${contains('decision', search.words)}`
      : sql`publication`;
  const select = (isThere: ReturnType<typeof sql>) => sql`(
    select publication.decision_id as id, publication.archive, publication.file_state, publication.pushed_at from ${source}
    where publication.team_id = ${teamId} and ${isThere} and publication.pushed_at is not null and ${isBeyondCut}
    order by publication.archive ${order}, publication.file_state ${order}, publication.pushed_at ${order},
      publication.decision_id ${order}
    limit ${most})`;
  const ranges =
    where === 'elsewhere'
      ? between(archives).map((isBetween) => sql`${isBetween} and ${isOf(teamId, channelIds)}`)
      : archives.map((archive) => sql`publication.archive = ${archive} and publication.file_state = ${where}`);
  if (ranges.length === 0) return [];
  const page = sql`select * from (${sql.join(ranges.map(select), sql` union all `)}) as one ${nearest}`;
  const wanted = sql`
    select id, row_number() over (order by archive desc, file_state desc, pushed_at desc, id desc) as place
    from (${page}) as one`;
  return readSummaries(handle, undefined, wanted);
}

/** The ranges of an index that contain all archives except these. */
function between(archives: readonly string[]): RawBuilder<unknown>[] {
  // In the order in which PostgreSQL compares text, PostgreSQL has to do the sorting.
  const than = (sign: RawBuilder<unknown>, position: number) =>
    sql`publication.archive ${sign} (select one from unnest(${[...archives]}::text[]) as one order by one offset ${position} limit 1)`;
  return Array.from({ length: archives.length + 1 }, (_, index) => {
    const after = index === 0 ? sql`true` : than(sql`>`, index - 1);
    const before = index === archives.length ? sql`true` : than(sql`<`, index);
    return sql`${after} and ${before}`;
  });
}

/** A published decision was proposed in one of these channels. */
function isOf(teamId: string, channelIds: readonly string[]): RawBuilder<unknown> {
  const channel = sql`(select channel_id from decision where team_id = ${teamId} and id = publication.decision_id)`;
  return isOneOf(channel, channelIds);
}

interface CountQuestion {
  readonly words: readonly string[];
  readonly channelIds: readonly string[];
  readonly most: number;
}

/** For common words, how many published decisions missing from the index are looked at, per kind. */
const mostLookedAt = 1_000;

/** How many lines the list has, for people who may see these channels: see `ListCount`. */
export async function countListed(
  handle: Handle,
  archives: readonly string[],
  question: CountQuestion,
): Promise<ListCount> {
  const { teamId } = handle;
  const { words, most } = question;
  const some = sql`limit ${most + 1}`;
  const found = isFoundBy('decision', teamId, words);
  const isCommon =
    words.length > 0 && (await countRows(handle, sql`select from decision where ${found} ${some}`)) > most;
  const isRare = words.length > 0 && !isCommon;
  const decisions = (isRare ? selectFound : selectListed)(teamId, archives, question);
  const adrs = archives.map((archive) => {
    const isIn = sql`archive = ${archive} and removed_at is null`;
    return words.length > 0
      ? sql`(select from adr where ${isFoundBy('adr', teamId, words)} and ${isIn} ${some})`
      : // In the order of the list, which is that of an index.
        sql`(select from adr where team_id = ${teamId} and ${isIn}
          order by coalesce(number, -1) desc, file_name collate "C" desc ${some})`;
  });
  // One text for each number of archives, as long as there are no words.
  const nameOf = (what: string) =>
    words.length > 0 ? sql`` : prepared(`count listed ${what} of ${archives.length} archives`);
  const [counted, countedAdrs] = await Promise.all([
    countRows(handle, sql`select from (${decisions}) as listed ${some}`, nameOf('decisions')),
    adrs.length === 0
      ? 0
      : countRows(handle, sql`select from (${sql.join(adrs, sql` union all `)}) as listed ${some}`, nameOf('adrs')),
  ]);
  return { decisions: counted, adrs: countedAdrs, isCommon };
}

/** Of all decisions that contain the words, those that are in the list. */
function selectFound(
  teamId: string,
  archives: readonly string[],
  { words, channelIds }: CountQuestion,
): RawBuilder<unknown> {
  return sql`
    select from decision where ${isFoundBy('decision', teamId, words)} and (
      not is_published and ${isOneOf(sql`channel_id`, channelIds)}
      or (
        select case when archive = any(${[...archives]}::text[]) then file_state in ('awaited', 'missing', 'gone')
            else ${isOneOf(sql`decision.channel_id`, channelIds)} end
          from publication
        where team_id = decision.team_id and decision_id = decision.id and pushed_at is not null
        limit 1
      )
    )`;
}

/** Of all decisions that are in the list, those that contain the words. */
function selectListed(
  teamId: string,
  archives: readonly string[],
  { words, channelIds, most }: CountQuestion,
): RawBuilder<unknown> {
  const unpublished = sql`
    select from unnest(${[...new Set(channelIds)]}::text[]) as one_channel, lateral (
      select from decision
      where team_id = ${teamId} and not is_published and channel_id = one_channel and ${contains('decision', words)}
      limit ${most + 1}
    ) as one`;
  const unindexed = [
    ...archives.map((archive) => sql`archive = ${archive} and file_state in ('awaited', 'missing', 'gone')`),
    ...between(archives).map((isBetween) => sql`${isBetween} and ${isOf(teamId, channelIds)}`),
  ].map(
    (isThere) => sql`(
      select from (
        select decision_id from publication where team_id = ${teamId} and ${isThere} and pushed_at is not null
        limit ${words.length > 0 ? mostLookedAt : most + 1}
      ) as one ${
        words.length > 0
          ? sql`, lateral (
              select from decision
              where team_id = ${teamId} and id = one.decision_id and ${contains('decision', words)} limit 1
            ) as two`
          : sql``
      }
    )`,
  );
  return sql.join([unpublished, ...unindexed], sql` union all `);
}

async function countRows({ db }: Handle, rows: RawBuilder<unknown>, name = sql``): Promise<number> {
  const { rows: counted } = await sql<{ count: number }>`
    ${name} select count(*) as count from (${rows}) as line`.execute(db);
  return counted[0]?.count ?? 0;
}
