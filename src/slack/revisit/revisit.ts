import type { BondKind } from '../../decision/decision.ts';
import { findRevisited, findRevisitedFile, recordStillRight } from '../../workflow/revisit/still-right.ts';
import type { ActionGesture, Desk, Submission } from '../app/gesture.ts';
import { readMetadata } from '../form/metadata.ts';
import { openModal } from '../form/open-modal.ts';
import { proposeBound } from '../propose/supersede.ts';
import { readStillRight, stillRightBlockOf, stillRightView } from './still-right-view.ts';

/** “Still right”: asks when to look again. */
export async function onStillRight(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.revisit.title, async () =>
    stillRightView(language, await findRevisited(desk.ports, actor, value)),
  );
}

export const stillRightSubmission: Submission = {
  async handle({ ports }, { actor, view }) {
    const { revisitId } = readMetadata<{ revisitId: string }>(view);
    await recordStillRight(ports, actor, revisitId, readStillRight(view.state.values));
  },
  blockOf: () => stillRightBlockOf,
};

/** “Amend” and “Supersede”: the form of a proposal that changes what is no longer right. */
export function onChangeRevisited(kind: BondKind): (desk: Desk, gesture: ActionGesture) => Promise<void> {
  return async (desk, gesture) => {
    const { actor, triggerId, value, language } = gesture;
    await openModal(language, desk, triggerId, language.proposeForm.title, async () => {
      const { channelId, fileName } = await findRevisitedFile(desk.ports, actor, value);
      return proposeBound(desk, { ...gesture, channelId }, kind, { fileName });
    });
  };
}
