import { sql } from 'kysely';
import type { Cut } from '../../workflow/ports/list.ts';
import type { VoteCount } from '../../workflow/ports/records/ballots.ts';
import type { RecordedEvent } from '../../workflow/ports/records/events.ts';
import type { Handle } from '../handle.ts';

/** What happened to a decision, in order: at most `most` events after or before the event that it is cut at. */
export async function findEvents(
  { db, teamId }: Handle,
  decisionId: string,
  { cut, most }: { readonly cut: Cut<number>; readonly most: number },
): Promise<RecordedEvent[]> {
  const isOn = cut.side === 'after';
  let all = db.selectFrom('event').where('team_id', '=', teamId).where('decision_id', '=', decisionId);
  if (cut.id !== undefined) all = all.where('id', isOn ? '>' : '<', cut.id);
  const rows = await all
    .select(['id', 'at', 'actor_id', 'kind', 'detail'])
    .orderBy('id', isOn ? 'asc' : 'desc')
    .limit(most)
    .execute();
  const inOrder = isOn ? rows : rows.toReversed();
  return inOrder.map(({ actor_id, ...row }) => ({ ...row, actorId: actor_id ?? undefined }));
}

/** How many events a decision has, counted up to `most` plus one. */
export async function countEvents({ db, teamId }: Handle, decisionId: string, most: number): Promise<number> {
  const some = db
    .selectFrom('event')
    .select('id')
    .where('team_id', '=', teamId)
    .where('decision_id', '=', decisionId)
    .limit(most + 1);
  const { count } = await db
    .selectFrom(some.as('some'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * How many votes the deciders cast in each round, including abstentions, and how many of them they withdrew. If options
 * are scored, somebody's scores together are one vote.
 */
export async function countVotes({ db, teamId }: Handle, decisionId: string): Promise<VoteCount[]> {
  const { rows } = await sql<{ round: number; cast: string; takenBack: string }>`
    select round, count(*) as cast, count(*) filter (where not is_cast) as "takenBack"
    from (
      select round, bool_or(is_cast) as is_cast
      from ballot
      where team_id = ${teamId} and decision_id = ${decisionId}
        -- Ballot by ballot, by the key of the decider, which the limit makes sure of: joined, each is compared with all
        -- of a hundred thousand while PostgreSQL has no statistics of them.
        and (
          select excluded is null from decider
          where decider.team_id = ballot.team_id and decider.decision_id = ballot.decision_id
            and decider.round = ballot.round and decider.user_id = ballot.user_id
          limit 1
        )
      group by round, user_id, case when (
        select rule ->> 'method' from decision where team_id = ${teamId} and id = ${decisionId}
      ) <> 'score' then option_id end
    ) as vote
    group by round
    order by round`.execute(db);
  return rows.map((row) => ({ ...row, cast: Number(row.cast), takenBack: Number(row.takenBack) }));
}
