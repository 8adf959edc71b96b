import { type RawBuilder, sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Reason } from '../../decision/decision.ts';
import type { Summary } from '../../decision/digest/digest.ts';
import type { PublicationTrouble } from '../../decision/failure/forge-trouble.ts';
import type { Departure } from '../../decision/outcome/departure.ts';
import type { PublishedAs } from '../../workflow/ports/records/summaries.ts';
import type { Handle } from '../handle.ts';
import type { Row } from '../row.ts';
import { isStorableInteger, storable } from '../storable.ts';

type SummaryRow = Pick<
  Row<'decision'>,
  | ('id' | 'archive' | 'channel_id' | 'title' | 'status' | 'voting_opened_at' | 'voting_closed_at')
  | ('voting_final_comments' | 'closes_at' | 'proposed_at' | 'decided_at' | 'decided_by' | 'confirmed_by')
  | ('departures' | 'card_link' | 'reason' | 'tags')
> &
  // Where there is none, a row has nothing but nulls.
  Nullable<Pick<Row<'publication'>, 'number' | 'file_name' | 'commit_url' | 'pushed_at' | 'trouble' | 'state'>> & {
    readonly chosen: string | null;
    readonly review_number: number | null;
    readonly review_url: string | null;
    readonly number_in_git: number | null;
    readonly status_in_git: Row<'adr'>['status'];
  };

type Nullable<Columns> = { readonly [Name in keyof Columns]: Columns[Name] | null };

/**
 * What a list says about the decisions that a query finds: it selects `id` and `place`, the order. `name` is that of the
 * statement, if it is prepared. Row by row, each by its key, which `limit` ensures: joined otherwise, whole tables are read for a hundred
 * rows. The file in git wins, if somebody changed it by hand.
 */
export async function readSummaries(
  { db, teamId }: Handle,
  name: string | undefined,
  wanted: RawBuilder<unknown>,
): Promise<Summary[]> {
  const { rows } = await sql<SummaryRow>`
    ${name === undefined ? sql`` : prepared(name)}
    select decision.id, decision.archive, decision.channel_id, decision.title, decision.status,
      decision.voting_opened_at, decision.voting_closed_at, decision.voting_final_comments, decision.closes_at,
      decision.proposed_at, decision.decided_at, decision.decided_by, decision.confirmed_by, decision.departures,
      decision.card_link, decision.reason, decision.tags, option.title as chosen,
      publication.number, publication.file_name, publication.commit_url, publication.pushed_at, publication.trouble,
      publication.state, review.number as review_number, review.url as review_url,
      adr.number as number_in_git, adr.status as status_in_git
    from (${wanted}) as wanted
    cross join lateral (
      select * from decision where team_id = ${teamId} and decision.id = wanted.id limit 1
    ) as decision
    left join lateral (
      select title from option where team_id = decision.team_id and option.id = decision.chosen_option_id limit 1
    ) as option on true
    left join lateral (
      select * from publication where team_id = decision.team_id and decision_id = decision.id limit 1
    ) as publication on true
    left join lateral (
      select number, url from review
      where team_id = publication.team_id and decision_id = publication.decision_id limit 1
    ) as review on true
    left join lateral (
      select number, status from adr
      where team_id = publication.team_id and archive = publication.archive and file_name = publication.file_name
        and removed_at is null and publication.pushed_at is not null
      limit 1
    ) as adr on true
    order by wanted.place`.execute(db);
  return rows.map(toSummary);
}

function toSummary(row: SummaryRow): Summary {
  return {
    id: row.id,
    archive: row.archive,
    channelId: row.channel_id,
    title: row.title,
    status: row.status_in_git ?? row.status,
    statusHere: row.status,
    isVoting: row.status === 'proposed' && row.voting_opened_at !== null && row.voting_closed_at === null,
    ...(row.voting_final_comments !== null && row.voting_closed_at === null && row.status === 'proposed'
      ? { isFinal: true }
      : {}),
    closesAt: row.closes_at,
    proposedAt: row.proposed_at,
    decidedAt: row.decided_at ?? undefined,
    chosen: row.chosen ?? undefined,
    tags: row.tags,
    reason: (row.reason as Reason | null) ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    confirmedBy: row.confirmed_by ?? undefined,
    departures: row.departures as readonly Departure[],
    cardLink: row.card_link ?? undefined,
    number: row.number_in_git ?? (row.pushed_at && row.number) ?? undefined,
    fileName: row.file_name ?? undefined,
    commitUrl: row.commit_url ?? undefined,
    isPublished: row.pushed_at !== null,
    ...(row.state === 'in review'
      ? { inReview: { number: row.review_number ?? undefined, url: row.review_url ?? undefined } }
      : {}),
    ...(row.state === 'merged' && row.pushed_at ? { mergedAt: row.pushed_at } : {}),
    trouble: (row.trouble as PublicationTrouble | null) ?? undefined,
  };
}

/** What a list says about each of these decisions, in order; the caller decides who may see which. */
export async function findSummaries(handle: Handle, ids: readonly string[]): Promise<Summary[]> {
  if (ids.length === 0) return [];
  const wanted = sql`select id, place from unnest(${[...ids]}::uuid[]) with ordinality as one (id, place)`;
  return readSummaries(handle, 'find summaries', wanted);
}

/** Decisions published under a number or a file name, latest first. */
export async function findPublishedAs(handle: Handle, reference: PublishedAs): Promise<Summary[]> {
  if ('number' in reference && !isStorableInteger(reference.number)) return [];
  const published = handle.db
    .selectFrom('publication')
    .select('decision_id')
    .where('team_id', '=', handle.teamId)
    .where('pushed_at', 'is not', null)
    .orderBy('pushed_at', 'desc');
  const rows = await ('number' in reference
    ? published.where('number', '=', reference.number)
    : published.where('file_name', '=', storable(reference.fileName))
  ).execute();
  return findSummaries(
    handle,
    rows.map((row) => row.decision_id),
  );
}
