import { findForManager } from '../../workflow/access/access.ts';
import { recordOutcome, suggestOutcome, withdrawDecision } from '../../workflow/decide/decide.ts';
import { goOnDiscussing } from '../../workflow/decide/discuss-on.ts';
import type { ActionGesture, Desk, Submission } from '../app/gesture.ts';
import { readMetadata } from '../form/metadata.ts';
import { openModal } from '../form/open-modal.ts';
import { type OutcomeMetadata, outcomeBlockOf, outcomeView, readOutcome, readWhy } from './outcome-view.ts';
import { readReason, withdrawView } from './withdraw-view.ts';

/** “Record outcome”: prefilled from the tally and the arguments. */
export async function onRecordOutcome(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.outcomeForm.title, async () =>
    outcomeView(language, await suggestOutcome(desk.ports, value, actor)),
  );
}

/** “Withdraw”, from the card's menu. */
export async function onWithdraw(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.card.buttons.withdraw, async () =>
    withdrawView(language, await findForManager(desk.ports, value, actor, 'withdraw')),
  );
}

export const outcomeSubmission: Submission = {
  async handle({ ports }, { actor, view }) {
    const metadata = readMetadata<OutcomeMetadata>(view);
    const form = readOutcome(view.state.values, metadata);
    if (form) await recordOutcome(ports, metadata.decisionId, actor, form);
    else await goOnDiscussing(ports, metadata.decisionId, actor, readWhy(view.state.values, metadata));
  },
  blockOf: () => outcomeBlockOf,
};

export const withdrawSubmission: Submission = {
  async handle({ ports }, { actor, view }) {
    const { decisionId } = readMetadata<{ decisionId: string }>(view);
    await withdrawDecision(ports, decisionId, actor, readReason(view.state.values));
  },
};
