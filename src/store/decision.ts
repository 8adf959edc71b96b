import type { Selectable } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { Decision } from '../decision/decision.ts';
import type { HistoryEvent } from '../workflow/ports.ts';
import type { Handle } from './handle.ts';
import { fromArgument, fromDecision, fromOption, toDecision } from './rows.ts';

async function complete(db: Handle, decision: Selectable<Database['decision']>): Promise<Decision> {
  const { id, round } = decision;
  const [options, reasons, deciders, consequences] = await Promise.all([
    db.selectFrom('option').selectAll().where('decision_id', '=', id).orderBy('position').execute(),
    db.selectFrom('argument').selectAll().where('decision_id', '=', id).orderBy('made_at').orderBy('id').execute(),
    db
      .selectFrom('decider')
      .select('user_id')
      .where('decision_id', '=', id)
      .where('round', '=', round)
      .orderBy('user_id')
      .execute(),
    // A card is read once a second while people vote, when there are none yet.
    decision.decided_at === null
      ? []
      : db.selectFrom('consequence').selectAll().where('decision_id', '=', id).orderBy('position').execute(),
  ]);
  return toDecision({ decision, options, arguments: reasons, deciders, consequences });
}

export async function findDecision(db: Handle, id: string): Promise<Decision | undefined> {
  const row = await db.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst();
  return row && complete(db, row);
}

/** As `findDecision`; the row is ours until the transaction ends. */
export async function lockDecision(db: Handle, id: string): Promise<Decision | undefined> {
  const row = await db.selectFrom('decision').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && complete(db, row);
}

/** Writes a new decision with its options. False when there is one with this id. */
export async function insertDecision(db: Handle, decision: Decision): Promise<boolean> {
  const { id, teamId, channelId, isPrivate, proposerId, timeZone, version, proposedAt } = decision;
  const inserted = await db
    .insertInto('decision')
    .values({
      ...fromDecision(decision),
      id,
      team_id: teamId,
      channel_id: channelId,
      is_private: isPrivate,
      proposer_id: proposerId,
      named_deciders: [...decision.namedDeciders],
      time_zone: timeZone,
      version,
      proposed_at: proposedAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return false;
  await saveParts(db, decision);
  return true;
}

/** Saves what a move changed, and raises the version by one. */
export async function saveDecision(db: Handle, decision: Decision): Promise<void> {
  await saveParts(db, decision);
  await db
    .updateTable('decision')
    .set({ ...fromDecision(decision), version: decision.version + 1 })
    .where('id', '=', decision.id)
    .execute();
}

/** Options, arguments, deciders and consequences: what is new is added, an option's words may have changed. */
async function saveParts(db: Handle, decision: Decision): Promise<void> {
  const { id: decision_id, teamId: team_id, voting, outcome } = decision;
  await db
    .insertInto('option')
    .values(decision.options.map((option) => fromOption(decision, option)))
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((row) => ({ title: row.ref('excluded.title'), description: row.ref('excluded.description') })),
    )
    .execute();
  const reasons = decision.arguments.map((argument) => fromArgument(decision, argument));
  if (reasons.length > 0) {
    await db
      .insertInto('argument')
      .values(reasons)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
  const deciders = (voting?.deciders ?? []).map((user_id) => ({
    decision_id,
    team_id,
    user_id,
    round: voting?.round ?? 1,
  }));
  if (deciders.length > 0) {
    await db
      .insertInto('decider')
      .values(deciders)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
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

/** Adds to the history of a decision. */
export async function recordEvent(db: Handle, event: HistoryEvent): Promise<void> {
  const { decision, at, kind } = event;
  await db
    .insertInto('event')
    .values({
      team_id: decision.teamId,
      decision_id: decision.id,
      at,
      actor_id: event.actorId ?? null,
      kind,
      detail: JSON.stringify(event.detail),
    })
    .execute();
}
