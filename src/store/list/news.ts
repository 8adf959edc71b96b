import { sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Summary } from '../../decision/digest/digest.ts';
import type { EventKind } from '../../workflow/change/event-kind.ts';
import type { Handle } from '../handle.ts';
import { findSummaries } from './summary.ts';

/** What Gavel notes by itself about a proposal, and what is no news to the people who discuss it. */
const quiet: readonly EventKind[] = [
  ...(['nudged', 'ballots reconciled', 'deciders changed', 'card gone'] satisfies EventKind[]),
  ...(['review proposed', 'proposal closed', 'stall asked'] satisfies EventKind[]),
];

/** When something new last happened to the decision of a query. */
export const newsAt = sql<Date>`coalesce((
  select at from event
  where team_id = decision.team_id and decision_id = decision.id and not kind = any(${quiet}::text[])
  order by id desc limit 1
), proposed_at)`;

/** When something new last happened to a decision, and whether its proposer has been asked about it since. */
export async function findLastNews(
  { db, teamId }: Handle,
  decisionId: string,
): Promise<{ readonly at: Date; readonly wasAsked: boolean } | undefined> {
  const { rows } = await sql<{ at: Date; wasAsked: boolean | null }>`
    select ${newsAt} as at, (
      select kind = 'stall asked' from event
      where team_id = decision.team_id and decision_id = decision.id
        and (kind = 'stall asked' or not kind = any(${quiet}::text[]))
      order by id desc limit 1
    ) as "wasAsked"
    from decision where team_id = ${teamId} and id = ${decisionId}`.execute(db);
  const [row] = rows;
  return row && { at: row.at, wasAsked: row.wasAsked ?? false };
}

/** Proposals of these channels without an open vote where nothing new has happened since `before`, the oldest news first. */
export async function findStalled(
  handle: Handle,
  channelIds: readonly string[],
  before: Date,
): Promise<(Summary & { readonly newsAt: Date })[]> {
  const { db, teamId } = handle;
  const { rows } = await sql<{ id: string; newsAt: Date }>`
    ${prepared('find stalled')}
    select id, news_at as "newsAt" from (
      select id, ${newsAt} as news_at from decision
      where team_id = ${teamId} and status = 'proposed' and proposed_at <= ${before}
        and (voting_opened_at is null or voting_closed_at is not null)
        and channel_id = any(${[...channelIds]}::text[])
    ) as waiting
    where news_at <= ${before}
    order by news_at, id`.execute(db);
  const at = new Map(rows.map((row) => [row.id, row.newsAt]));
  const summaries = await findSummaries(handle, [...at.keys()]);
  return summaries.map((summary) => ({ ...summary, newsAt: at.get(summary.id) ?? before }));
}
