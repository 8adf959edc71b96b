import { randomUUID } from 'node:crypto';
import type { CardPlace } from '../decision/decision.ts';
import type { CardPosting } from '../workflow/ports.ts';
import type { Handle } from './handle.ts';

export async function findCardPosting(db: Handle, decisionId: string): Promise<CardPosting> {
  const row = await db
    .selectFrom('decision')
    .select(['card_message_id', 'card_shown_at', 'card_seeded'])
    .where('id', '=', decisionId)
    .executeTakeFirstOrThrow();
  return { messageId: row.card_message_id, shownAt: row.card_shown_at ?? undefined, seeded: row.card_seeded };
}

export async function placeCard(db: Handle, decisionId: string, place: CardPlace): Promise<void> {
  await db
    .updateTable('decision')
    .set({ card_ts: place.ts, card_link: place.link })
    .where('id', '=', decisionId)
    .execute();
}

export async function markCardShown(db: Handle, decisionId: string, at: Date): Promise<void> {
  await db.updateTable('decision').set({ card_shown_at: at }).where('id', '=', decisionId).execute();
}

export async function markOptionsSeeded(db: Handle, decisionId: string, count: number): Promise<void> {
  await db.updateTable('decision').set({ card_seeded: count }).where('id', '=', decisionId).execute();
}

/** Forgets where the card was; the next one is a new message. */
export async function dropCard(db: Handle, decisionId: string): Promise<void> {
  const gone = { card_ts: null, card_link: null, card_seeded: 0, card_message_id: randomUUID() };
  await db.updateTable('decision').set(gone).where('id', '=', decisionId).execute();
}
