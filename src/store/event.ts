import { sql } from 'kysely';
import type { RecordedEvent, VoteCount } from '../workflow/ports/store.ts';
import type { Handle } from './handle.ts';

/** What happened to a decision, from the first event on: `most` of it after the first `skip`, and how much there is. */
export async function findEvents(
  db: Handle,
  decisionId: string,
  { skip, most }: { readonly skip: number; readonly most: number },
): Promise<{ events: RecordedEvent[]; total: number }> {
  const all = db.selectFrom('event').where('decision_id', '=', decisionId);
  const { total } = await all.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  const rows = await all.select(['at', 'actor_id', 'kind', 'detail']).orderBy('id').offset(skip).limit(most).execute();
  const events = rows.map(({ at, actor_id, kind, detail }) => ({ at, actorId: actor_id ?? undefined, kind, detail }));
  return { events, total: Number(total) };
}

/**
 * How many votes the deciders cast in each round, abstentions included, and how many of them they took back. Where
 * options are scored, somebody's scores together are one vote.
 */
export async function countVotes(db: Handle, decisionId: string): Promise<VoteCount[]> {
  const { rows } = await sql<{ round: number; cast: string; takenBack: string }>`
    select round, count(*) as cast, count(*) filter (where not is_cast) as "takenBack"
    from (
      select ballot.round, bool_or(is_cast) as is_cast
      from ballot
      join decider using (decision_id, round, user_id)
      join decision on decision.id = decision_id
      where decision_id = ${decisionId} and excluded is null and gone is null
      group by ballot.round, user_id, case when rule ->> 'method' <> 'score' then option_id end
    ) as vote
    group by round
    order by round`.execute(db);
  return rows.map((row) => ({ ...row, cast: Number(row.cast), takenBack: Number(row.takenBack) }));
}
