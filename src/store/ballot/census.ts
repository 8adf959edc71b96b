import { sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Decision, Gone } from '../../decision/decision.ts';
import type { Alike, Census } from '../../decision/tally/census.ts';
import type { Handle } from '../handle.ts';

/** People who voted alike, as PostgreSQL groups them. */
interface AlikeRow {
  readonly is_decider: boolean;
  readonly gone: Gone['why'] | null;
  readonly is_taken_out: boolean;
  /**
   * Their standing ballots for what can be chosen: for each option, the score plus one in the four bits at its position.
   * Null for none.
   */
  readonly standing: number | null;
  /** The position of the latest ballot's option. */
  readonly latest: number | null;
  readonly is_undated: boolean | null;
  readonly taken_back: number | null;
  readonly user_ids: readonly string[];
}

/** The figures of all options fit into one number: up to ten options and an abstention (limits.ts), four bits each. */
const bitsEach = 4;

/**
 * Each person's ballots. Of the times, only an order is left: which of several is the latest, or that it is unknown.
 */
function toBallots(row: AlikeRow, optionIds: readonly string[]): Alike['ballots'] {
  const standing = optionIds.flatMap((optionId, place) => {
    const figure = Math.floor((row.standing ?? 0) / 2 ** (bitsEach * place)) % 2 ** bitsEach;
    if (figure === 0) return [];
    const eventUs = row.is_undated ? 0 : place === row.latest ? 2 : 1;
    return [{ optionId, isCast: true, score: figure - 1, eventUs, cardTs: '' }];
  });
  const takenBack = Array.from({ length: row.taken_back ?? 0 }, () => {
    return { optionId: '', isCast: false, score: 1, eventUs: 1, cardTs: '' };
  });
  return [...standing, ...takenBack];
}

function toAlike(row: AlikeRow, optionIds: readonly string[]): Alike {
  return {
    userIds: row.user_ids,
    isDecider: row.is_decider,
    gone: row.gone ?? undefined,
    isTakenOut: row.is_taken_out,
    ballots: toBallots(row, optionIds),
  };
}

/**
 * How people voted in the current rounds of these decisions, by decision. PostgreSQL groups them, since reading ten
 * thousand ballots takes long and a few groups don't. It first turns each person's votes into one number, which takes a
 * third of the time of grouping by lists of options.
 */
export async function takeCensus(
  { db, teamId }: Handle,
  decisions: readonly Decision[],
): Promise<ReadonlyMap<Decision['id'], Census>> {
  const { rows } = await sql<{ decision_id: string; option_ids: string[]; alike: AlikeRow[] }>`
    ${prepared('take census')}
    with wanted as (
      select * from unnest(
        ${decisions.map(({ id }) => id)}::uuid[], ${decisions.map(({ voting }) => voting?.round ?? 1)}::integer[]
      ) as wanted (decision_id, round)
    ), choice as (
      select decision_id, id, withdrawn_at is null as counts,
        (row_number() over (partition by decision_id order by id) - 1)::integer as place
      from option where team_id = ${teamId} and decision_id in (select decision_id from wanted) and position is not null
    ), voter as (
      select ballot.decision_id, user_id,
        bit_or((score + 1)::bigint << (${bitsEach} * place)) filter (where is_cast and counts) as standing,
        -- Of several at the same time, the last by its id.
        (max(event_us * 16 + place) filter (where is_cast and counts) % 16)::integer as latest,
        bool_or(event_us = 0) filter (where is_cast and counts) as is_undated,
        count(*) filter (where not is_cast and counts) as taken_back
      from ballot
      join wanted using (decision_id, round)
      join choice on choice.id = ballot.option_id
      where ballot.team_id = ${teamId}
      group by ballot.decision_id, user_id
    ), person as (
      select decision_id, user_id, decider.user_id is not null as is_decider, decider.gone,
        coalesce(decider.is_taken_out, false) as is_taken_out,
        voter.standing, voter.latest, voter.is_undated, voter.taken_back
      from voter
      full join (
        select decision_id, user_id, gone, taken_out_at is not null as is_taken_out from decider join wanted using (decision_id, round)
        where team_id = ${teamId} and excluded is null
      ) as decider using (decision_id, user_id)
    ), alike as (
      select decision_id, is_decider, gone, is_taken_out, standing, latest, is_undated, taken_back,
        array_agg(user_id order by user_id collate "C") as user_ids
      from person
      group by decision_id, is_decider, gone, is_taken_out, standing, latest, is_undated, taken_back
    )
    select decision_id, json_agg(to_json(alike) order by user_ids[1] collate "C") as alike,
      (select json_agg(id order by place) from choice where choice.decision_id = alike.decision_id) as option_ids
    from alike
    group by decision_id`.execute(db);
  return new Map(
    rows.map(({ decision_id, option_ids, alike }) => [decision_id, alike.map((row) => toAlike(row, option_ids))]),
  );
}
