import type { Decision } from '../../decision/decision.ts';
import { findRevisitAt } from '../../decision/recall/revisit-time.ts';
import type { Records } from '../ports/store.ts';

/** Schedules the question whether a decision is still right, once it is accepted, and anew if the day changes. */
export async function planRevisit(records: Records, before: Decision, after: Decision, now: Date): Promise<void> {
  const { id: decisionId, revisit, status, timeZone } = after;
  if (status !== 'accepted' || revisit.on === undefined) return;
  if (before.status === 'accepted' && before.revisit.on === revisit.on) return;
  await records.jobs.add('ask-revisit', { decisionId }, { runAt: findRevisitAt(revisit.on, timeZone, now) });
}
