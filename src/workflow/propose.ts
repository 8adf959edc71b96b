import { randomUUID } from 'node:crypto';
import type { Decision } from '../decision/decision.ts';
import { type ProposalForm, type ProposalPlace, propose } from '../decision/proposal.ts';
import type { Ports } from './ports.ts';

/**
 * Makes a decision of a draft. The decision has the draft's id, so that a form which is submitted twice, by a double
 * click or by Slack's own second delivery, is one decision. Throws RuleBroken under the field that is wrong.
 */
export async function proposeDecision(
  ports: Ports,
  form: ProposalForm,
  place: Omit<ProposalPlace, 'now'>,
): Promise<Decision> {
  const decision = propose(form, { ...place, now: ports.now() }, randomUUID);
  const { id: decisionId, proposerId } = decision;
  await ports.store.transaction(async (records) => {
    if (!(await records.insertDecision(decision))) return;
    await records.endDraft(decisionId, decision.proposedAt);
    const detail = { title: decision.title, options: decision.options.map((option) => option.title) };
    await records.recordEvent({ decision, at: decision.proposedAt, actorId: proposerId, kind: 'proposed', detail });
    await records.addJob('refresh-card', { decisionId });
    if (form.opensVotingNow) await records.addJob('open-voting', { decisionId, actorId: proposerId });
  });
  return decision;
}
