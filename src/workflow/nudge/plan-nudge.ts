import { type Decision, phaseOf } from '../../decision/decision.ts';
import { planNudges } from '../../decision/time/nudge.ts';
import type { Records } from '../ports/store.ts';

/**
 * The moments at which people who have not voted are nudged; none unless voting is open. If the rule takes silence for
 * assent, or an option has won already and is open to final comments, no vote is missing.
 */
export function nudgesOf(decision: Decision, now: Date): readonly Date[] {
  const { voting, closesAt } = decision;
  if (phaseOf(decision) !== 'voting' || voting === undefined || closesAt <= now) return [];
  return voting.rule.silence === 'assent' || voting.finalComments ? [] : planNudges(voting, closesAt);
}

/** Schedules the next nudge of an open vote, replacing the one scheduled before. */
export async function planNextNudge(records: Records, decision: Decision, now: Date): Promise<void> {
  const dueAt = nudgesOf(decision, now).find((moment) => moment > now);
  if (dueAt === undefined) return;
  const payload = { decisionId: decision.id, dueAt: dueAt.toISOString() };
  await records.jobs.add('nudge', payload, { runAt: dueAt });
}

/**
 * Schedules nudges again after a move changed when people can vote. A moment that falls into the past under the new
 * deadline is left out, since whoever moved it has just told everyone.
 */
export async function planNudge(records: Records, before: Decision, after: Decision, now: Date): Promise<void> {
  if (spanOf(before) !== spanOf(after)) await planNextNudge(records, after, now);
}

function spanOf(decision: Decision): string {
  const { voting, closesAt } = decision;
  return phaseOf(decision) === 'voting' ? `${voting?.openedAt.toISOString()} ${closesAt.toISOString()}` : '';
}

/**
 * Has everybody whom the proposer named told that they are asked to vote, except whoever opened the vote. Members of
 * named groups see the card in the channel.
 */
export async function planAsking(records: Records, { id, namedDeciders, voting }: Decision, by: string): Promise<void> {
  if (voting === undefined) return;
  const deciders = new Set(voting.deciders);
  for (const userId of namedDeciders) {
    if (userId === by || !deciders.has(userId)) continue;
    await records.jobs.add('ask-decider', { decisionId: id, round: voting.round, userId });
  }
}
