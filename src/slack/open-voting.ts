import { suggestDeadline } from '../decision/deadline.ts';
import type { Decision } from '../decision/decision.ts';
import { findForManager } from '../workflow/access.ts';
import { askToOpenVoting, extendDeadline } from '../workflow/open-voting.ts';
import type { ActionGesture, Desk, Submission } from './gesture.ts';
import { extendView, openVotingView, readDeadline } from './modals/deadline.ts';
import { readMetadata } from './modals/metadata.ts';
import { openModal } from './open-modal.ts';

function deadlineOf(decision: Decision, now: Date): Date {
  return decision.closesAt > now ? decision.closesAt : suggestDeadline(now, decision.timeZone);
}

/** “Open voting”. */
export async function onOpenVoting(desk: Desk, { actor, triggerId, value }: ActionGesture): Promise<void> {
  await openModal(desk, triggerId, 'Open voting', async () => {
    const decision = await findForManager(desk.ports, value, actor, 'open voting');
    return openVotingView(decision, deadlineOf(decision, desk.ports.now()));
  });
}

/** “Move the deadline”, from the card's menu. */
export async function onExtend(desk: Desk, { actor, triggerId, value }: ActionGesture): Promise<void> {
  await openModal(desk, triggerId, 'Move the deadline', async () => {
    const decision = await findForManager(desk.ports, value, actor, 'move the deadline');
    return extendView(decision, deadlineOf(decision, desk.ports.now()));
  });
}

type SetsDeadline = typeof askToOpenVoting;

function deadlineSubmission(set: SetsDeadline): Submission {
  return {
    async handle({ ports }, { actor, view }) {
      const { decisionId } = readMetadata<{ decisionId: string }>(view);
      await set(ports, decisionId, actor, readDeadline(view.state.values));
    },
    blockOf: () => (field) => field,
  };
}

export const openVotingSubmission = deadlineSubmission(askToOpenVoting);
export const extendSubmission = deadlineSubmission(extendDeadline);
