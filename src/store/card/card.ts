import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { prepared } from '../../../db/prepare.ts';
import type { CardPlace, Decision } from '../../decision/decision.ts';
import type { CardPosting, CardShowing } from '../../workflow/ports/records/cards.ts';
import { findDecisionRows } from '../decision/decision.ts';
import { toCardPosting, toDecision } from '../decision/decision-rows.ts';
import type { Handle } from '../handle.ts';

/** Decisions, and how their cards are posted. */
export async function findCards(
  handle: Handle,
  decisionIds: readonly string[],
): Promise<{ decision: Decision; posting: CardPosting }[]> {
  const found = await findDecisionRows(handle, decisionIds);
  return found.map((rows) => ({ decision: toDecision(rows), posting: toCardPosting(rows) }));
}

export async function placeCard({ db, teamId }: Handle, decisionId: string, place: CardPlace): Promise<void> {
  await db
    .updateTable('decision')
    .set({ card_ts: place.ts, card_link: place.link })
    .where('team_id', '=', teamId)
    .where('id', '=', decisionId)
    .execute();
}

/** Replaces what Slack was known to show with the mark of an attempt. */
export async function announceCard({ db, teamId }: Handle, decisionId: string, sign: string): Promise<void> {
  await sql`
    ${prepared('announce card')}
    update decision set card_shown = ${sign} where team_id = ${teamId} and id = ${decisionId}`.execute(db);
}

/**
 * Records when a card was looked at, and what Slack shows. Of two concurrent attempts, nobody knows which came last, so
 * the mark of one stays.
 */
export async function markCardShown(
  { db, teamId }: Handle,
  decisionId: string,
  at: Date,
  showing?: CardShowing,
): Promise<void> {
  const { sign = null, fingerprint = null } = showing ?? {};
  await sql`
    ${prepared('mark card shown')}
    update decision set
      card_shown_at = ${at},
      card_shown = case
        when ${sign}::text is null then card_shown
        when card_shown = ${sign} then ${fingerprint}
        else ${sign}
      end
    where team_id = ${teamId} and id = ${decisionId}`.execute(db);
}

export async function markOptionsSeeded({ db, teamId }: Handle, decisionId: string, count: number): Promise<void> {
  await db
    .updateTable('decision')
    .set({ card_seeded: count })
    .where('team_id', '=', teamId)
    .where('id', '=', decisionId)
    .execute();
}

/** Forgets where the card was; the next one is a new message. */
export async function dropCard({ db, teamId }: Handle, decisionId: string): Promise<void> {
  const gone = { card_ts: null, card_link: null, card_shown: null, card_seeded: 0, card_message_id: randomUUID() };
  await db.updateTable('decision').set(gone).where('team_id', '=', teamId).where('id', '=', decisionId).execute();
}
