import { sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Review } from '../../decision/publication/review.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { WaitingDecision, WaitingReview } from '../../workflow/ports/records/summaries.ts';
import type { Handle } from '../handle.ts';
import { newsAt } from './news.ts';

const columns = sql`
  id, channel_id as "channelId", title, closes_at as "closesAt",
  voting_closed_at is not null as "isUndecided", card_link as "cardLink"`;

/** What waits for somebody: see `Records.findWaiting`. */
export async function findWaiting(
  { db, teamId }: Handle,
  { userId }: Actor,
  now: Date,
  most: number,
): Promise<{
  votes: WaitingDecision[];
  proposals: WaitingDecision[];
  outcomes: WaitingDecision[];
  reviews: WaitingReview[];
  objections: WaitingDecision[];
}> {
  const votes = sql<Waiting>`
    ${prepared('find votes waiting')}
    with theirs as materialized (
      select decision_id, round from decider
      where team_id = ${teamId} and user_id = ${userId} and excluded is null and gone is null and handed_at is null
        and decision_id = any(array(
          select id from decision
          where team_id = ${teamId} and status = 'proposed' and voting_opened_at is not null and voting_closed_at is null
            and closes_at > ${now}
        ))
    )
    select ${columns} from theirs, lateral (
      select * from decision where team_id = ${teamId} and id = theirs.decision_id and round = theirs.round limit 1
    ) as decision
    -- Option by option, by their keys, which the limits make sure of: no vote of the others is read.
    where (
      select true from option
      where option.team_id = decision.team_id and option.decision_id = decision.id and option.withdrawn_at is null and (
        select true from ballot
        where ballot.team_id = decision.team_id and ballot.decision_id = decision.id and ballot.round = decision.round
          and ballot.option_id = option.id and ballot.user_id = ${userId} and is_cast
        limit 1
      )
      limit 1
    ) is null
    order by closes_at limit ${most}`.execute(db);
  const proposals = sql<Waiting>`
    ${prepared('find proposals waiting')}
    select ${columns}, ${newsAt} as "newsAt" from decision
    where team_id = ${teamId} and status = 'proposed' and proposer_id = ${userId}
      and (voting_opened_at is null or voting_closed_at is not null)
    order by proposed_at limit ${most}`.execute(db);
  const outcomes = sql<Waiting>`
    ${prepared('find outcomes waiting')}
    select ${columns} from decision
    where team_id = ${teamId} and awaited is not null and awaited #>> '{outcome,decidedBy}' <> ${userId}
    order by proposed_at limit ${most}`.execute(db);
  const objections = sql<Waiting>`
    ${prepared('find objections waiting')}
    select ${columns} from decision
    where team_id = ${teamId} and status = 'proposed' and proposer_id = ${userId}
      and (
        select true from objection
        where team_id = decision.team_id and decision_id = decision.id and kind = 'objection' and settled is null
          and author_id <> ${userId}
        limit 1
      )
    order by proposed_at limit ${most}`.execute(db);
  const [toVoteOn, toDecide, toConfirm, toAnswer, reviews] = await Promise.all([
    votes,
    proposals,
    outcomes,
    objections,
    findWaitingReviews({ db, teamId }, userId, most),
  ]);
  return {
    votes: toVoteOn.rows.map(toWaiting),
    proposals: toDecide.rows.map(toWaiting),
    outcomes: toConfirm.rows.map(toWaiting),
    reviews,
    objections: toAnswer.rows.map(toWaiting),
  };
}

function toWaiting({ newsAt: at, ...row }: Waiting): WaitingDecision {
  return { ...row, cardLink: row.cardLink ?? undefined, ...(at ? { newsAt: at } : {}) };
}

/**
 * Those that somebody proposed, and those that they decided: these start from the few ADRs that are in review, and look at
 * nothing but the deciders of each, by their key.
 */
async function findWaitingReviews(
  { db, teamId }: Pick<Handle, 'db' | 'teamId'>,
  userId: string,
  most: number,
): Promise<WaitingReview[]> {
  const { rows } = await sql<InReview>`
    ${prepared('find reviews waiting')}
    with theirs as materialized (
      select decision.id from decision
      where team_id = ${teamId} and proposer_id = ${userId} and status <> 'proposed' and not is_published
      union
      select decision_id from decider
      where team_id = ${teamId} and user_id = ${userId} and excluded is null and gone is null
        and decision_id = any(array(
          select decision_id from publication where team_id = ${teamId} and state = 'in review'
        ))
        and round = (select round from decision where team_id = ${teamId} and id = decider.decision_id)
    )
    select decided.id, channel_id as "channelId", title, card_link as "cardLink", opened.number, url, branch, seen,
      opened_at as since
    from theirs, lateral (
      select * from decision where team_id = ${teamId} and decision.id = theirs.id limit 1
    ) as decided, lateral (
      select * from review where team_id = ${teamId} and decision_id = theirs.id and opened_at is not null limit 1
    ) as opened
    where (
      select state from publication where team_id = ${teamId} and decision_id = theirs.id
    ) = 'in review'
    order by opened_at limit ${most}`.execute(db);
  return rows.map((row) => ({
    ...row,
    cardLink: row.cardLink ?? undefined,
    number: row.number ?? undefined,
    url: row.url ?? undefined,
    seen: row.seen ?? undefined,
  }));
}

type InReview = Pick<WaitingReview, 'id' | 'channelId' | 'title' | 'branch' | 'since'> & {
  readonly cardLink: string | null;
  readonly number: number | null;
  readonly url: string | null;
  readonly seen: Review | null;
};

type Waiting = Omit<WaitingDecision, 'cardLink' | 'newsAt'> & {
  readonly cardLink: string | null;
  readonly newsAt?: Date | null;
};
