import { type RawBuilder, sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { Decision, Voting } from '../../decision/decision.ts';
import type { Option, WithdrawnOption } from '../../decision/proposal/option.ts';
import { abstentionEmoji, abstentionIdOf } from '../../decision/vote/ballot.ts';
import type { HistoryEvent } from '../../workflow/ports/records/events.ts';
import { noteChannel } from '../channel/channel.ts';
import { checkWorkspace, type Handle } from '../handle.ts';
import { isOneOf } from '../is-one-of.ts';
import { saveDecisionEntry } from '../search/entry.ts';
import { type DecisionRows, fromArgument, fromDecision, fromOption, toDecision } from './decision-rows.ts';
import { saveObjections } from './objection.ts';

/** The position, in table `option`, of the row that is not an option: people abstain with its emoji. */
const abstentionPosition = -1;

/** Decisions with everything that belongs to them, in one result. */
export async function findDecisionRows({ db, teamId }: Handle, ids: readonly string[]): Promise<DecisionRows[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<DecisionRows>`
    ${prepared('find decisions')}
    select
      to_json(decision) as decision,
      to_json(array(
        select option from option
        where team_id = decision.team_id and decision_id = decision.id
          and position is distinct from ${abstentionPosition}::integer
        order by position
      )) as options,
      to_json(array(
        select argument from argument where team_id = decision.team_id and decision_id = decision.id order by made_at, id
      )) as arguments,
      to_json(array(
        select objection from objection where team_id = decision.team_id and decision_id = decision.id
        order by raised_at, id
      )) as objections,
      to_json(array(
        select user_id from decider
        where team_id = decision.team_id and decision_id = decision.id and round = decision.round and excluded is null
        order by user_id
      )) as deciders,
      to_json(array(
        select decider from decider
        where team_id = decision.team_id and decision_id = decision.id and round = decision.round
          and (excluded is not null or gone is not null or taken_out_at is not null or handed_at is not null)
        order by user_id
      )) as absent,
      to_json(array(
        select consequence from consequence where team_id = decision.team_id and decision_id = decision.id
        order by position
      )) as consequences
    from decision
    where team_id = ${teamId} and id = any(${ids}::uuid[])`.execute(db);
  return rows;
}

export async function findDecisions(handle: Handle, ids: readonly string[]): Promise<Decision[]> {
  return (await findDecisionRows(handle, ids)).map(toDecision);
}

export async function findDecision(handle: Handle, id: string): Promise<Decision | undefined> {
  return (await findDecisions(handle, [id]))[0];
}

/** Reads a decision and locks its row until the transaction ends. */
export async function lockDecision(handle: Handle, id: string): Promise<Decision | undefined> {
  const { db, teamId } = handle;
  // First the lock: a statement that has to wait for it sees the other tables as they were before.
  await db.selectFrom('decision').select('id').where('team_id', '=', teamId).where('id', '=', id).forUpdate().execute();
  return findDecision(handle, id);
}

/** Saves a new decision with its options. False when one with this id exists. */
export async function insertDecision(handle: Handle, decision: Decision): Promise<boolean> {
  const { db, teamId } = handle;
  const { id, channelId, proposerId, timeZone, version, proposedAt } = decision;
  const inserted = await db
    .insertInto('decision')
    .values({
      ...fromDecision(decision),
      id,
      team_id: teamId,
      channel_id: channelId,
      proposer_id: proposerId,
      time_zone: timeZone,
      version,
      proposed_at: proposedAt,
      draft: decision.draft ?? null,
      bond: decision.bond ? JSON.stringify(decision.bond) : null,
      source: decision.source ? JSON.stringify(decision.source) : null,
    })
    .onConflict((conflict) => conflict.columns(['team_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return false;
  await noteChannel(handle, channelId);
  await saveParts(handle, decision);
  await saveDecisionEntry(handle, decision);
  return true;
}

/** Saves what a move changed, and raises the version by one. */
export async function saveDecision(handle: Handle, decision: Decision): Promise<void> {
  const { db, teamId } = handle;
  await saveParts(handle, decision);
  await db
    .updateTable('decision')
    .set({ ...fromDecision(decision), version: decision.version + 1 })
    .where('team_id', '=', teamId)
    .where('id', '=', decision.id)
    .execute();
  await saveDecisionEntry(handle, decision);
}

/** The options and, once voting is open, the abstention if the rule has one, since a vote is found by its emoji. */
function optionsToKeep(decision: Decision): readonly (Option | WithdrawnOption)[] {
  const { voting, proposerId: addedBy, withdrawn } = decision;
  const id = voting && abstentionIdOf(decision);
  const options = [...decision.options, ...withdrawn.options];
  if (id === undefined) return options;
  const abstention = { id, position: abstentionPosition, title: '', description: '', emoji: abstentionEmoji, addedBy };
  return [...options, abstention];
}

/**
 * Options, arguments, objections, deciders and consequences: new ones are added. The words of options and arguments may
 * have changed, and they may have been withdrawn.
 */
async function saveParts(handle: Handle, decision: Decision): Promise<void> {
  const { db, teamId: team_id } = handle;
  const { id: decision_id, voting, outcome } = decision;
  await db
    .insertInto('option')
    .values(optionsToKeep(decision).map((option) => fromOption(decision, option)))
    .onConflict((conflict) =>
      conflict.columns(['team_id', 'id']).doUpdateSet((row) => ({
        title: row.ref('excluded.title'),
        description: row.ref('excluded.description'),
        position: row.ref('excluded.position'),
        emoji: row.ref('excluded.emoji'),
        withdrawn_by: row.ref('excluded.withdrawn_by'),
        withdrawn_at: row.ref('excluded.withdrawn_at'),
        withdrawn_votes: row.ref('excluded.withdrawn_votes'),
      })),
    )
    .execute();
  const reasons = [...decision.arguments, ...decision.withdrawn.arguments].map((argument) =>
    fromArgument(decision, argument),
  );
  if (reasons.length > 0) {
    // One parameter, however many there are (PostgreSQL: 65,535 parameters per statement).
    await sql`
      insert into argument select * from json_populate_recordset(null::argument, ${JSON.stringify(reasons)}::json)
      on conflict (team_id, id) do update set
        kind = excluded.kind, text = excluded.text,
        withdrawn_by = excluded.withdrawn_by, withdrawn_at = excluded.withdrawn_at
      where (argument.kind, argument.text, argument.withdrawn_at)
        is distinct from (excluded.kind, excluded.text, excluded.withdrawn_at)`.execute(db);
  }
  await saveObjections(handle, decision);
  if (voting) await saveElectorate(handle, decision, voting);
  const consequences = (outcome?.consequences ?? []).map((consequence, position) => ({
    ...consequence,
    decision_id,
    team_id,
    position,
  }));
  if (consequences.length > 0) {
    await db
      .insertInto('consequence')
      .values(consequences)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/**
 * Saves who may vote in a round, once, when it opens; and after that, who is gone, who is back, who was taken out and
 * who has handed their vote over.
 */
async function saveElectorate(handle: Handle, { id }: Decision, voting: Voting): Promise<void> {
  const { db, teamId } = handle;
  const isInRound = sql`team_id = ${teamId} and decision_id = ${id} and round = ${voting.round}`;
  const { rows } = await sql`
    select from decider where ${isInRound} limit 1`.execute(db);
  if (rows.length === 0) await insertElectorate(handle, id, voting);
  const gone = voting.gone.map(({ id }) => id);
  await sql`
    update decider set gone = one.why
    from unnest(${gone}::text[], ${voting.gone.map(({ why }) => why)}::text[]) as one (user_id, why)
    where ${isInRound} and decider.user_id = one.user_id
      and excluded is null and gone is distinct from one.why`.execute(db);
  await sql`
    update decider set gone = null
    where ${isInRound} and gone is not null and not ${isOneOf(sql`user_id`, gone)}`.execute(db);
  const out = voting.takenOut.map(({ id }) => id);
  await sql`
    update decider set taken_out_by = one.taken_by, taken_out_at = one.taken_at
    from unnest(
      ${out}::text[], ${voting.takenOut.map(({ by }) => by)}::text[], ${voting.takenOut.map(({ at }) => at)}::timestamptz[]
    ) as one (user_id, taken_by, taken_at)
    where ${isInRound} and decider.user_id = one.user_id
      and excluded is null and taken_out_at is distinct from one.taken_at`.execute(db);
  await sql`
    update decider set taken_out_by = null, taken_out_at = null
    where ${isInRound} and taken_out_at is not null and not ${isOneOf(sql`user_id`, out)}`.execute(db);
  await saveHandovers(handle, isInRound, voting);
}

async function saveHandovers({ db }: Handle, isInRound: RawBuilder<unknown>, { handovers }: Voting): Promise<void> {
  const from = handovers.map((one) => one.from);
  await sql`
    update decider set handed_to = one.handed_to, handed_at = one.handed_at
    from unnest(
      ${from}::text[], ${handovers.map(({ to }) => to)}::text[], ${handovers.map(({ at }) => at)}::timestamptz[]
    ) as one (user_id, handed_to, handed_at)
    where ${isInRound} and decider.user_id = one.user_id
      and excluded is null and (decider.handed_to, decider.handed_at) is distinct from (one.handed_to, one.handed_at)`.execute(
    db,
  );
  await sql`
    update decider set handed_to = null, handed_at = null
    where ${isInRound} and handed_at is not null and not ${isOneOf(sql`user_id`, from)}`.execute(db);
}

/**
 * Everybody who may or may not vote in this round, in one array each: a channel may have a hundred thousand members.
 */
async function insertElectorate({ db, teamId }: Handle, id: string, voting: Voting): Promise<void> {
  const rows = [
    ...voting.deciders.map((userId) => ({ userId, excluded: null })),
    ...voting.excluded.map((one) => ({ userId: one.id, excluded: one.why })),
  ];
  await sql`
    insert into decider (team_id, decision_id, round, user_id, excluded)
    select ${teamId}::text, ${id}::uuid, ${voting.round}::integer, one.user_id, one.excluded
    from unnest(${rows.map((row) => row.userId)}::text[], ${rows.map((row) => row.excluded)}::text[])
      as one (user_id, excluded)
    on conflict do nothing`.execute(db);
}

/** Adds to the history of a decision. */
export async function recordEvent(handle: Handle, event: HistoryEvent): Promise<void> {
  const { decision, at, kind } = event;
  checkWorkspace(handle, decision);
  await handle.db
    .insertInto('event')
    .values({
      team_id: handle.teamId,
      decision_id: decision.id,
      at,
      actor_id: event.actorId ?? null,
      kind,
      detail: JSON.stringify(event.detail),
    })
    .execute();
}
