import { findForManager } from '../../workflow/access/access.ts';
import { recordOutcome, suggestOutcome, withdrawDecision } from '../../workflow/decide/decide.ts';
import { goOnDiscussing } from '../../workflow/decide/discuss-on.ts';
import type { ActionGesture, Desk, Submission } from '../app/gesture.ts';
import { readMetadata } from '../form/metadata.ts';
import { openModal, replaceView } from '../form/open-modal.ts';
import { isUpToDate, outcomeBlockOf, outcomeView, readOutcome, readPicked, readWhy } from './outcome-view.ts';
import { readReason, withdrawView } from './withdraw-view.ts';

/** “Record outcome”: prefilled from the tally and the arguments. */
export async function onRecordOutcome(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.outcomeForm.title, async () =>
    outcomeView(language, await suggestOutcome(desk.ports, value, actor)),
  );
}

/** Something else was picked: says what it goes against, and suggests its consequences. */
export async function onPickOutcome(desk: Desk, { actor, view, language }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  const { decisionId, picked } = readPicked(view);
  const { id: viewId, hash } = view;
  await replaceView(language, desk, { viewId, hash }, language.outcomeForm.title, async () =>
    outcomeView(language, await suggestOutcome(desk.ports, decisionId, actor, picked), view),
  );
}

/** “Withdraw”, from the card's menu. */
export async function onWithdraw(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.card.buttons.withdraw, async () =>
    withdrawView(language, await findForManager(desk.ports, value, actor, 'withdraw')),
  );
}

export const outcomeSubmission: Submission = {
  async askFurther({ ports }, { actor, view, language }) {
    const { decisionId, picked } = readPicked(view);
    if (picked.answer === 'discuss') return undefined;
    const suggestion = await suggestOutcome(ports, decisionId, actor, picked);
    return isUpToDate(view, suggestion) ? undefined : outcomeView(language, suggestion, view);
  },
  async handle({ ports }, { actor, view }) {
    const { decisionId } = readPicked(view);
    const form = readOutcome(view);
    if (form) await recordOutcome(ports, decisionId, actor, form);
    else await goOnDiscussing(ports, decisionId, actor, readWhy(view));
  },
  blockOf: outcomeBlockOf,
};

export const withdrawSubmission: Submission = {
  async handle({ ports }, { actor, view }) {
    const { decisionId } = readMetadata<{ decisionId: string }>(view);
    await withdrawDecision(ports, decisionId, actor, readReason(view.state.values));
  },
};
