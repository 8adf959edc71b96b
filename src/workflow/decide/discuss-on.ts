import { phaseOf } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import { checkLength, cleanText } from '../../decision/text.ts';
import { discussOn } from '../../decision/vote/voting.ts';
import { checkMayOverrideNow, findForManager } from '../access/access.ts';
import { changeDecision } from '../change/change.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * Goes on discussing instead of recording an outcome, for everybody who manages the decision. An open vote closes, if
 * the rule lets them decide in place of it, and can be opened again. The thread and the history say so, with their
 * reason. Throws RuleBroken.
 */
export async function goOnDiscussing(ports: Ports, decisionId: string, actor: Actor, typed: string): Promise<void> {
  const seen = await findForManager(ports, decisionId, actor, 'record the outcome');
  if (phaseOf(seen) === 'voting') await checkMayOverrideNow(ports, seen, actor, 'end the vote');
  const reason = cleanText(typed);
  checkLength(reason, limits.justification, 'reason', { field: 'justification' });
  await changeDecision(ports, decisionId, actor.userId, (before) => {
    const by = actor.userId;
    const isClosed = phaseOf(before) === 'voting';
    return {
      decision: discussOn(before, { by, reason }, ports.now()),
      kind: 'discussed on',
      detail: { reason, isClosed },
      announcement: { kind: 'discussed on', by, reason, isClosed },
    };
  });
}
