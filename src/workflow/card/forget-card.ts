import type { Decision } from '../../decision/decision.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';

/** Forgets a card that is gone from its channel, and records an event. The next look posts a new card. */
export async function forgetCard({ now }: Pick<Ports, 'now'>, records: Records, decision: Decision): Promise<void> {
  await records.cards.drop(decision.id);
  const detail = { ts: decision.card?.ts };
  await records.events.record({ decision, at: now(), actorId: undefined, kind: 'card gone', detail });
}
