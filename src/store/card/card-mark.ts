import { sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { CardTask, Most, TakenCard, Turn, Urgency } from '../../workflow/ports/jobs/card-marks.ts';
import type { Handle } from '../handle.ts';

const urgencies: readonly Urgency[] = ['closing', 'acted', 'stale'];

/** How an urgency is stored: the smaller the number, the sooner it is due. */
export function rankOf(urgency: Urgency): number {
  return urgencies.indexOf(urgency) + 1;
}

/** The decision's vote is open, and its rule may close it before the deadline. */
export const mayCloseEarly = sql`(
  decision.status = 'proposed' and decision.voting_opened_at is not null and decision.voting_closed_at is null
  and jsonb_array_length(decision.rule -> 'closesEarly') > 0
)`;

/**
 * What a change does to an existing mark. A mark that waits keeps its place in line. A mark that is taken may already
 * have been counted, so the work is done once more; and one that failed is tried again at once. PostgreSQL locks the
 * row until the change is committed, even if there is nothing to write, so nobody takes the mark and counts before the
 * change is visible.
 */
export const renewMark = sql`
  on conflict (team_id, decision_id, task) do update set
    since = case when card_mark.taken_by is null or card_mark.is_renewed then card_mark.since else excluded.since end,
    urgency = case
      when card_mark.taken_by is null or card_mark.is_renewed then least(card_mark.urgency, excluded.urgency)
      else excluded.urgency
    end,
    is_renewed = card_mark.taken_by is not null,
    failures = 0,
    not_before = '-infinity'
  where card_mark.failures > 0 or card_mark.urgency > excluded.urgency
    or (card_mark.taken_by is not null and not card_mark.is_renewed)`;

/** Marks a card to be shown, and its vote to be judged, if its rule may close it early. */
export async function markCard({ db, teamId }: Handle, decisionId: string, urgency: Urgency, now: Date): Promise<void> {
  await sql`
    insert into card_mark (team_id, decision_id, task, urgency, since)
    select decision.team_id, decision.id, task, ${rankOf(urgency)}, ${now}::timestamptz
    from decision, unnest(array['judge', 'show']) as task
    where decision.team_id = ${teamId} and decision.id = ${decisionId} and (task = 'show' or ${mayCloseEarly})
    order by task
    ${renewMark}`.execute(db);
}

/** Marks open proposals to be compared with Slack, in this order, behind those that already wait for it. */
export async function markToCompare({ db, teamId }: Handle, decisionIds: readonly string[], now: Date): Promise<void> {
  await sql`
    insert into card_mark (team_id, decision_id, task, urgency, since)
    select decision.team_id, decision.id, 'compare', ${rankOf('stale')},
      ${now}::timestamptz + place * interval '1 microsecond'
    from unnest(${decisionIds}::uuid[]) with ordinality as wanted (id, place)
    join decision on decision.team_id = ${teamId} and decision.id = wanted.id
    order by decision.id
    ${renewMark}`.execute(db);
}

/** After this time a mark is free again, unless whoever took it renews the lease. */
const lease = sql`interval '6 seconds'`;

/** By the database's clock, because it concerns processes that may be on several machines. */
const isFree = sql`(card_mark.taken_by is null or card_mark.leased_until < clock_timestamp())`;

/** When a card may be shown again: a second after the last time, or later if that failed. */
const turn = sql`(case
  when card_mark.task = 'show'
  then greatest(card_mark.not_before, decision.card_shown_at + interval '1 second')
  else card_mark.not_before
end)`;

interface Answer {
  readonly taken: (Omit<TakenCard, 'task' | 'urgency'> & { readonly rank: number })[] | null;
  readonly urgent_waits: number | null;
  readonly stale_waits: number | null;
}

/**
 * Takes at most so many cards that are due, the most urgent first, then those that have waited longest. Cards that
 * somebody is changing right now are left for the next time.
 */
export async function takeCards({ db, teamId }: Handle, task: CardTask, most: Most, now: Date): Promise<Turn> {
  const isDue = sql`card_mark.team_id = ${teamId} and card_mark.task = ${task} and ${isFree}
    and ${turn} <= ${now}::timestamptz`;
  const stale = rankOf('stale');
  const { rows } = await sql<Answer>`
    ${prepared('take cards')}
    with urgent as (
      select card_mark.decision_id from card_mark join decision
        on decision.team_id = card_mark.team_id and decision.id = card_mark.decision_id
      where ${isDue} and card_mark.urgency < ${stale}
      order by card_mark.urgency, card_mark.since
      limit ${most.all}
      for update of card_mark skip locked
    ), stale as (
      select card_mark.decision_id from card_mark join decision
        on decision.team_id = card_mark.team_id and decision.id = card_mark.decision_id
      where ${isDue} and card_mark.urgency = ${stale}
      order by card_mark.since
      limit least(${most.stale}::bigint, ${most.all}::bigint - (select count(*) from urgent))
      for update of card_mark skip locked
    ), taken as (
      update card_mark
      set taken_by = gen_random_uuid(), leased_until = clock_timestamp() + ${lease}, is_renewed = false
      where team_id = ${teamId} and task = ${task}
        and decision_id in (select decision_id from urgent union all select decision_id from stale)
      returning decision_id, taken_by, failures, urgency, since
    ), waiting as (
      select card_mark.urgency < ${stale} as is_urgent,
        extract(epoch from min(${turn}) - ${now}::timestamptz) * 1000 as milliseconds
      from card_mark join decision
        on decision.team_id = card_mark.team_id and decision.id = card_mark.decision_id
      where card_mark.team_id = ${teamId} and card_mark.task = ${task} and ${isFree}
        and card_mark.decision_id not in (select decision_id from taken)
      group by is_urgent
    )
    select
      (
        select json_agg(
          json_build_object('decisionId', decision_id, 'sign', taken_by, 'failures', failures, 'rank', urgency)
          order by urgency, since
        ) from taken
      ) as taken,
      (select milliseconds from waiting where is_urgent)::float as urgent_waits,
      (select milliseconds from waiting where not is_urgent)::float as stale_waits`.execute(db);
  const { taken, urgent_waits = null, stale_waits = null } = rows[0] ?? {};
  // For something long overdue, this is negative.
  const after = (waits: number | null) => (waits === null ? undefined : new Date(now.getTime() + Math.max(0, waits)));
  return {
    taken: (taken ?? []).map(({ rank, ...card }) => ({ ...card, task, urgency: urgencies[rank - 1] ?? 'stale' })),
    nextUrgent: after(urgent_waits),
    nextStale: after(stale_waits),
  };
}

/** The mark as somebody took it. */
const isTakenAs = (teamId: string, { decisionId, task, sign }: TakenCard) =>
  sql`team_id = ${teamId} and decision_id = ${decisionId} and task = ${task} and taken_by = ${sign}`;

/** The work is done: the mark is deleted, unless it was renewed in the meantime and then waits for its next turn. */
export async function finishCard({ db, teamId }: Handle, card: TakenCard): Promise<void> {
  const own = isTakenAs(teamId, card);
  // Two statements: a single one would see a mark as it was before a change that it had to wait for.
  const { numAffectedRows: gone } = await sql`
    ${prepared('finish card')}
    delete from card_mark where ${own} and not is_renewed`.execute(db);
  if (gone) return;
  await sql`
    ${prepared('free card')}
    update card_mark set taken_by = null, leased_until = null, is_renewed = false where ${own}`.execute(db);
}

/** The work failed: the mark waits until then, or is free at once if it was renewed in the meantime. */
export async function putCardBack({ db, teamId }: Handle, card: TakenCard, notBefore: Date): Promise<void> {
  await sql`
    update card_mark set
      taken_by = null, leased_until = null, is_renewed = false,
      failures = case when is_renewed then 0 else failures + 1 end,
      not_before = case when is_renewed then '-infinity' else ${notBefore}::timestamptz end
    where ${isTakenAs(teamId, card)}`.execute(db);
}

/** Renews the lease of a card that somebody is still working on. */
export async function keepCard({ db, teamId }: Handle, card: TakenCard): Promise<void> {
  await sql`
    update card_mark set leased_until = clock_timestamp() + ${lease}
    where ${isTakenAs(teamId, card)}`.execute(db);
}

/** Whether somebody is currently showing a card. */
export async function isCardTaken({ db, teamId }: Handle, decisionId: string): Promise<boolean> {
  const { rows } = await sql`
    select from card_mark
    where team_id = ${teamId} and decision_id = ${decisionId} and task = 'show' and not ${isFree}`.execute(db);
  return rows.length > 0;
}
