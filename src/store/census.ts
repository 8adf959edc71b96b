import { sql } from 'kysely';
import { prepared } from '../../db/prepare.ts';
import type { Alike, Census } from '../decision/census.ts';
import type { Decision, Gone } from '../decision/decision.ts';
import type { Handle } from './handle.ts';

/** People who voted alike, as PostgreSQL groups them. */
interface AlikeRow {
  readonly is_decider: boolean;
  readonly gone: Gone['why'] | null;
  /** Nothing instead of empty lists. */
  readonly option_ids: readonly string[] | null;
  readonly scores: readonly number[] | null;
  readonly latest_id: string | null;
  readonly is_undated: boolean | null;
  readonly taken_back: number | null;
  readonly user_ids: readonly string[];
}

/** The ballots of each of them. An order is all that is left of the times: the latest of several, or that nobody knows. */
function toBallots(row: AlikeRow): Alike['ballots'] {
  const standing = (row.option_ids ?? []).map((optionId, index) => {
    const eventUs = row.is_undated ? 0 : optionId === row.latest_id ? 2 : 1;
    return { optionId, isCast: true, score: row.scores?.[index] ?? 1, eventUs, cardTs: '' };
  });
  const takenBack = Array.from({ length: row.taken_back ?? 0 }, () => {
    return { optionId: '', isCast: false, score: 1, eventUs: 1, cardTs: '' };
  });
  return [...standing, ...takenBack];
}

function toAlike(row: AlikeRow): Alike {
  return {
    userIds: row.user_ids,
    isDecider: row.is_decider,
    gone: row.gone ?? undefined,
    ballots: toBallots(row),
  };
}

/**
 * How people voted in the current rounds of these decisions, by decision: grouped here, as ten thousand ballots take
 * long to read and a few kinds of them do not.
 */
export async function takeCensus(
  db: Handle,
  decisions: readonly Decision[],
): Promise<ReadonlyMap<Decision['id'], Census>> {
  const { rows } = await sql<{ decision_id: string; alike: AlikeRow[] }>`
    ${prepared('take census')}
    with wanted as (
      select * from unnest(
        ${decisions.map(({ id }) => id)}::uuid[], ${decisions.map(({ voting }) => voting?.round ?? 1)}::integer[]
      ) as wanted (decision_id, round)
    ), voter as (
      select decision_id, user_id,
        array_agg(option_id order by option_id) filter (where is_cast) as option_ids,
        array_agg(score order by option_id) filter (where is_cast) as scores,
        -- Of several at the same time, the last by its id; as text, which is quicker than in order.
        right(max((lpad(event_us::text, 20, '0') || option_id) collate "C") filter (where is_cast), 36) as latest_id,
        bool_or(event_us = 0) filter (where is_cast) as is_undated,
        count(*) filter (where not is_cast) as taken_back
      from ballot join wanted using (decision_id, round)
      group by decision_id, user_id
    ), person as (
      select decision_id, user_id, decider.user_id is not null as is_decider, decider.gone,
        voter.option_ids, voter.scores, voter.latest_id, voter.is_undated, voter.taken_back
      from voter
      full join (
        select decision_id, user_id, gone from decider join wanted using (decision_id, round) where excluded is null
      ) as decider using (decision_id, user_id)
    ), alike as (
      select decision_id, is_decider, gone, option_ids, scores, latest_id, is_undated, taken_back,
        array_agg(user_id order by user_id) as user_ids
      from person
      group by decision_id, is_decider, gone, option_ids, scores, latest_id, is_undated, taken_back
    )
    select decision_id, json_agg(to_json(alike) order by user_ids[1]) as alike from alike
    group by decision_id`.execute(db);
  return new Map(rows.map(({ decision_id, alike }) => [decision_id, alike.map(toAlike)]));
}
