import { type Decision, phaseOf } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { confirm, findAwaited, stopAwaiting } from '../../decision/outcome/confirmation.ts';
import { checkMayOverrideNow, findForActor } from '../access/access.ts';
import { changeDecision } from '../change/change.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import { isStillAwaited } from '../vote/standing.ts';
import { nameDepartures, reconcileIfPossible, startPublishing } from './decide.ts';

/** Whether somebody has already confirmed the outcome that a decision has, as after a double click. */
function isConfirmedBy({ outcome }: Decision, { userId }: Actor): boolean {
  return outcome?.confirmedBy === userId;
}

/**
 * Confirms, as a second person whom the rule lets decide in place of the vote, the outcome that somebody else recorded:
 * the decision has it from then on. If the vote has changed since it was recorded, it no longer waits. Throws RuleBroken.
 */
export async function confirmOutcome(ports: Ports, decisionId: string, actor: Actor, id: string): Promise<void> {
  const seen = await findForActor(ports, decisionId, actor);
  if (isConfirmedBy(seen, actor)) return;
  if (findAwaited(seen, id).outcome.decidedBy === actor.userId) throw new RuleBroken({ code: 'own outcome' });
  await checkMayOverrideNow(ports, seen, actor, 'confirm the outcome');
  await reconcileIfPossible(ports, decisionId);

  const changed = await changeDecision(ports, decisionId, actor.userId, async (before, records) => {
    if (isConfirmedBy(before, actor)) return undefined;
    const { outcome } = findAwaited(before, id);
    // The move that changes nothing ends the wait, with its own message.
    if (!(await isStillAwaited(records, before, ports.now()))) return { decision: before, kind: 'outcome overtaken' };
    const decision = confirm(before, id, actor.userId, ports.now());
    await startPublishing(ports, records, decision);
    const { chosenOptionId, reason, consequences, departures, decidedBy: recordedBy = '' } = outcome;
    const recorder = await records.people.find(before.teamId, [recordedBy]);
    return {
      decision,
      kind: decision.status,
      detail: {
        ...{ chosenOptionId, reason, consequences },
        recordedBy: recorder.get(recordedBy)?.name ?? null,
        departures: await nameDepartures(records, before.teamId, departures),
      },
      announcement: {
        kind: 'outcome recorded',
        by: recordedBy,
        ...(phaseOf(before) === 'voting' ? { closesAt: before.closesAt.toISOString() } : {}),
      },
    };
  });
  if (changed?.status === 'proposed') throw new RuleBroken({ code: 'vote changed meanwhile' });
}

/**
 * Declines the outcome that waits for a second person; whoever recorded it takes it back that way. The decision goes on
 * as before. Throws RuleBroken.
 */
export async function declineOutcome(ports: Ports, decisionId: string, actor: Actor, id: string): Promise<void> {
  const seen = await findForActor(ports, decisionId, actor);
  const isOwn = findAwaited(seen, id).outcome.decidedBy === actor.userId;
  if (!isOwn) await checkMayOverrideNow(ports, seen, actor, 'confirm the outcome');
  await changeDecision(ports, decisionId, actor.userId, (before) => {
    const { decidedBy: recordedBy = '' } = findAwaited(before, id).outcome;
    return {
      decision: stopAwaiting(before),
      kind: 'outcome declined',
      announcement: { kind: 'outcome declined', by: actor.userId, recordedBy },
    };
  });
}
