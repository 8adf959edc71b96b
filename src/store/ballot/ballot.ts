import { sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Decision } from '../../decision/decision.ts';
import type { Ballot } from '../../decision/vote/ballot.ts';
import type { LateReaction, LateVote, Vote } from '../../workflow/ports/records/ballots.ts';
import { mayCloseEarly, rankOf, renewMark } from '../card/card-mark.ts';
import { type BallotColumns, toBallots } from '../columns.ts';
import type { Handle } from '../handle.ts';
import { type CastOne, openBallotBox, type Written } from './ballot-box.ts';

/** What to do with votes whose decision is locked, for example by a step that closes it. */
type WhenHeld = 'wait' | 'leave';

interface Answer {
  readonly left: number[];
  readonly late: (LateVote & { readonly place: number })[] | null;
  readonly are_marked: boolean;
}

/** What became of votes, and whether they added any cards to those waiting to be shown. */
interface Marked extends Written {
  readonly areMarked: boolean;
}

/**
 * One statement from reactions to ballots, for any number of votes. It finds the open cards, except those whose options
 * are scored by a form, and the options; writes each ballot unless a later event is known; and marks the cards that
 * have changed.
 *
 * A step that closes a decision locks it, so that no ballot is written behind the back of its verdict. Votes for it
 * either wait or are left out: the result has the positions of these in the list, and says which votes came after the
 * end. Decisions, ballots and marks are locked in the order of their ids, so that two such statements never wait for
 * each other.
 */
async function castBallots(
  { db, teamId }: Handle,
  votes: readonly Vote[],
  now: Date,
  whenHeld: WhenHeld,
): Promise<Marked> {
  const list = <Value>(pick: (vote: Vote) => Value) => votes.map(pick);
  const isLeft = whenHeld === 'leave';
  const { rows } = await sql<Answer>`
    ${prepared(isLeft ? 'cast ballots' : 'cast ballots and wait')}
    with vote as (
      select * from unnest(
        ${list((vote) => vote.channelId)}::text[], ${list((vote) => vote.cardTs)}::text[],
        ${list((vote) => vote.emoji)}::text[], ${list((vote) => vote.userId)}::text[],
        ${list((vote) => vote.isCast)}::boolean[], ${list((vote) => vote.eventUs)}::bigint[]
      ) with ordinality as vote (channel_id, card_ts, emoji, user_id, is_cast, event_us, place)
    ), card as (
      select id, channel_id, card_ts, round,
        status = 'proposed' and voting_closed_at is null as is_open,
        extract(epoch from least(closes_at, voting_closed_at)) * 1000000 as ended_us
      from decision
      where team_id = ${teamId} and (channel_id, card_ts) in (select channel_id, card_ts from vote)
        and voting_opened_at is not null
        and rule ->> 'method' <> 'score'
    ), open as (
      select id, channel_id, card_ts from card where is_open
    ), taken as (
      select id, round, closes_at, ${mayCloseEarly} as may_close_early from decision
      where team_id = ${teamId} and id in (select id from open)
        and status = 'proposed' and voting_opened_at is not null and voting_closed_at is null
      order by id
      for key share ${isLeft ? sql`skip locked` : sql``}
    ), written as (
      insert into ballot (team_id, decision_id, round, option_id, user_id, is_cast, event_us, card_ts)
      select distinct on (taken.id, option.id, vote.user_id)
        ${teamId}::text, taken.id, taken.round, option.id, vote.user_id, vote.is_cast, vote.event_us, vote.card_ts
      from vote
      join open using (channel_id, card_ts)
      join taken on taken.id = open.id
      join option on option.team_id = ${teamId} and option.decision_id = taken.id and option.emoji = vote.emoji
        and option.withdrawn_at is null
      where extract(epoch from taken.closes_at) * 1000000 >= vote.event_us
      order by taken.id, option.id, vote.user_id, vote.event_us desc, vote.place
      on conflict (team_id, decision_id, round, option_id, user_id)
      do update set is_cast = excluded.is_cast, event_us = excluded.event_us, card_ts = excluded.card_ts,
        button = null
      where ballot.event_us < excluded.event_us
      returning decision_id
    ), marked as (
      insert into card_mark (team_id, decision_id, task, urgency, since)
      select ${teamId}::text, taken.id, task, ${rankOf('stale')}, ${now}::timestamptz
      from taken, unnest(array['judge', 'show']) as task
      where taken.id in (select decision_id from written) and (task = 'show' or taken.may_close_early)
      order by taken.id, task
      ${renewMark}
      returning 1
    ), late as (
      select vote.*, card.id, card.round, card.is_open, option.id as option_id
      from vote
      join card using (channel_id, card_ts)
      join option on option.team_id = ${teamId} and option.decision_id = card.id and option.emoji = vote.emoji
        and option.withdrawn_at is null
      where vote.event_us > card.ended_us
    ), noted as (
      insert into late_vote (team_id, decision_id, round, option_id, user_id, is_cast, event_us)
      select ${teamId}::text, id, round, option_id, user_id, is_cast, event_us from late where is_open
      on conflict do nothing
    )
    select
      exists (select from marked) as are_marked,
      array(
        select place::integer - 1 from vote join open using (channel_id, card_ts)
        where open.id not in (select id from taken)
      ) as left,
      (
        select json_agg(json_build_object('place', place - 1, 'decisionId', id, 'teamId', ${teamId}::text, 'round', round))
        from late where is_cast
      ) as late`.execute(db);
  const { left = [], late, are_marked: areMarked = false } = rows[0] ?? {};
  return { left, late: new Map(late?.map(({ place, ...vote }) => [place, vote])), areMarked };
}

/** Saves a vote as a ballot, if it is one, waiting while its decision is being closed. */
export async function castBallot(
  handle: Handle,
  vote: Vote,
  now: Date,
  onMarked: () => void,
): Promise<LateVote | undefined> {
  const { late, areMarked } = await castBallots(handle, [vote], now, 'wait');
  if (areMarked) onMarked();
  return late.get(0);
}

/** Casts votes from everywhere, gathered while earlier ones are being written: see `openBallotBox`. */
export function gatherBallots(handle: Handle, onMarked: () => void): CastOne {
  return openBallotBox(
    async (votes, now) => {
      const written = await castBallots(handle, votes, now, 'leave');
      if (written.areMarked) onMarked();
      return written;
    },
    (vote, now) => castBallot(handle, vote, now, onMarked),
  );
}

/** All ballots of the current round, cast and retracted; only one person's if a person is given. */
export async function findBallots({ db, teamId }: Handle, decision: Decision, userId?: string): Promise<Ballot[]> {
  // Column by column: ten thousand rows take twice as long to read.
  const { rows } = await sql<BallotColumns>`
    ${prepared(userId === undefined ? 'find ballots' : 'find ballots of one')}
    select
      to_json(array_agg(option_id)) as option_ids, to_json(array_agg(user_id)) as user_ids,
      to_json(array_agg(is_cast)) as are_cast, to_json(array_agg(score)) as scores,
      to_json(array_agg(event_us)) as events_us, to_json(array_agg(card_ts)) as cards_ts,
      to_json(array_agg(button)) as buttons
    from ballot
    where team_id = ${teamId} and decision_id = ${decision.id} and round = ${decision.voting?.round ?? 1}
      ${
        userId === undefined
          ? sql``
          : // Option by option, as the key has it: no vote of the others is read.
            sql`and user_id = ${userId} and option_id = any(array(
              select id from option where team_id = ${teamId} and decision_id = ${decision.id}
            ))`
      }`.execute(db);
  return rows.flatMap(toBallots);
}

/**
 * Saves ballots that were corrected or came from a form, one for each person and option; an event that came in between
 * has the last word.
 */
export async function writeBallots(
  { db, teamId }: Handle,
  decision: Decision,
  ballots: readonly Ballot[],
): Promise<void> {
  const list = <Value>(pick: (ballot: Ballot) => Value) => ballots.map(pick);
  // An array for each column: there may be as many corrections as people in the channel, and a statement takes 65,535
  // parameters. In order, so that two transactions that write the same ballots don't wait for each other.
  await sql`
    insert into ballot (team_id, decision_id, round, option_id, user_id, is_cast, score, event_us, card_ts, button)
    select ${teamId}::text, ${decision.id}::uuid, ${decision.voting?.round ?? 1}::integer, one.*
    from unnest(
      ${list(({ optionId }) => optionId)}::uuid[], ${list(({ userId }) => userId)}::text[],
      ${list(({ isCast }) => isCast)}::boolean[], ${list(({ score }) => score)}::smallint[],
      ${list(({ eventUs }) => eventUs)}::bigint[], ${list(({ cardTs }) => cardTs)}::text[],
      ${list(({ button }) => button ?? null)}::text[]
    ) as one (option_id, user_id, is_cast, score, event_us, card_ts, button)
    order by option_id, user_id
    on conflict (team_id, decision_id, round, option_id, user_id) do update set
      is_cast = excluded.is_cast, score = excluded.score, event_us = excluded.event_us, card_ts = excluded.card_ts,
      button = excluded.button
    where ballot.event_us < excluded.event_us`.execute(db);
}

/** The reactions that people added or removed after the deadline, in their current state. */
export async function findLateVotes(
  { db, teamId }: Handle,
  { id, voting, closesAt }: Decision,
): Promise<LateReaction[]> {
  const rows = await db
    .selectFrom('late_vote')
    .select(['option_id', 'user_id', 'is_cast', 'event_us'])
    .where('team_id', '=', teamId)
    .where('decision_id', '=', id)
    .where('round', '=', voting?.round ?? 1)
    .where('event_us', '>', closesAt.getTime() * 1_000)
    .execute();
  return rows.map((row) => ({
    optionId: row.option_id,
    userId: row.user_id,
    isCast: row.is_cast,
    eventUs: row.event_us,
  }));
}
