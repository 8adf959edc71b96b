import type { Decision } from '../../decision/decision.ts';
import { endHolds, findEndedHolds } from '../../decision/objection/objection.ts';
import type { Records } from '../ports/store.ts';

/**
 * Records, with an event for each, that the time of holds on a locked decision is up, and returns the updated decision.
 * Everything that is done with a decision starts here, so that no other code has to check its holds against the clock.
 */
export async function takeDownHolds(records: Records, locked: Decision, now: Date): Promise<Decision> {
  const ended = findEndedHolds(locked, now);
  if (ended.length === 0) return locked;
  const decision = endHolds(locked, now);
  await records.decisions.save(decision);
  for (const { reason } of ended) {
    await records.events.record({ decision, at: now, actorId: undefined, kind: 'hold ended', detail: { reason } });
  }
  return { ...decision, version: decision.version + 1 };
}
