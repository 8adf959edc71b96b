import type { Decision } from '../../decision/decision.ts';
import { endHolds, findEndedHolds } from '../../decision/objection/objection.ts';
import type { Records } from '../ports/store.ts';

/**
 * Takes down, with an event for each, that the time of holds on a locked decision is up. Answers with the decision
 * then. Whatever is done with a decision begins with it, so that nobody has to look at the clock for its holds.
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
