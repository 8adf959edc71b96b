import { findAbsence, takeOutAway } from '../../workflow/vote/take-out.ts';
import type { ActionGesture, Desk, Submission } from '../app/gesture.ts';
import { readMetadata } from '../form/metadata.ts';
import { openModal } from '../form/open-modal.ts';
import { readTakenOut, takeOutView } from './take-out-view.ts';

/** “Who is away”, beside what the card says about them. */
export async function onTakeOut(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.card.buttons.takeOut, async () =>
    takeOutView(language, await findAbsence(desk.ports, value, actor)),
  );
}

export const takeOutSubmission: Submission = {
  async handle({ ports }, { actor, view }) {
    const { decisionId } = readMetadata<{ decisionId: string }>(view);
    await takeOutAway(ports, decisionId, actor, readTakenOut(view.state.values));
  },
};
