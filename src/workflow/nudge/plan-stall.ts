import type { Decision } from '../../decision/decision.ts';
import { findStall, findStallAt } from '../../decision/time/stall.ts';
import type { Records } from '../ports/store.ts';

/** Schedules the question about a proposal that may stall from now on, replacing an earlier one. */
export async function planStall(records: Records, decision: Decision, now: Date): Promise<void> {
  if (findStall(decision) === undefined) return;
  await records.jobs.add('ask-stalled', { decisionId: decision.id }, { runAt: findStallAt(now) });
}
