import { sql } from 'kysely';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { WaitingDecision } from '../../workflow/ports/records/summaries.ts';
import type { Handle } from '../handle.ts';

const columns = sql`
  id, channel_id as "channelId", title, closes_at as "closesAt",
  voting_closed_at is not null as "isUndecided", card_link as "cardLink"`;

/** What waits for somebody: see `Records.findWaiting`. */
export async function findWaiting(
  { db, teamId }: Handle,
  { userId }: Actor,
  now: Date,
  most: number,
): Promise<{ votes: WaitingDecision[]; proposals: WaitingDecision[]; outcomes: WaitingDecision[] }> {
  const votes = await sql<Waiting>`
    select ${columns} from decision
    where team_id = ${teamId} and status = 'proposed' and voting_opened_at is not null and voting_closed_at is null
      and closes_at > ${now}
      -- Vote by vote and option by option, by their keys, which the limits make sure of: no vote of the others is read.
      and (
        select true from decider
        where team_id = decision.team_id and decision_id = decision.id and round = decision.round and user_id = ${userId}
          and excluded is null and gone is null
        limit 1
      )
      and (
        select true from option where option.team_id = decision.team_id and option.decision_id = decision.id
          and option.withdrawn_at is null and (
          select true from ballot
          where ballot.team_id = decision.team_id and ballot.decision_id = decision.id and ballot.round = decision.round
            and ballot.option_id = option.id and ballot.user_id = ${userId} and is_cast
          limit 1
        )
        limit 1
      ) is null
    order by closes_at limit ${most}`.execute(db);
  const proposals = await sql<Waiting>`
    select ${columns} from decision
    where team_id = ${teamId} and status = 'proposed' and proposer_id = ${userId}
      and (voting_opened_at is null or voting_closed_at is not null)
    order by proposed_at limit ${most}`.execute(db);
  const outcomes = await sql<Waiting>`
    select ${columns} from decision
    where team_id = ${teamId} and awaited is not null and awaited #>> '{outcome,decidedBy}' <> ${userId}
    order by proposed_at limit ${most}`.execute(db);
  const [toVoteOn, toDecide, toConfirm] = [votes, proposals, outcomes].map(({ rows }) =>
    rows.map((row) => ({ ...row, cardLink: row.cardLink ?? undefined })),
  );
  return { votes: toVoteOn ?? [], proposals: toDecide ?? [], outcomes: toConfirm ?? [] };
}

type Waiting = Omit<WaitingDecision, 'cardLink'> & { readonly cardLink: string | null };
