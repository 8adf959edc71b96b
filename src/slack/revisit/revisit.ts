import type { BondKind } from '../../decision/decision.ts';
import { leaveNote, reopenNote } from '../../workflow/revisit/closed-note.ts';
import { findRevisited, findRevisitedFile, recordStillRight } from '../../workflow/revisit/still-right.ts';
import { answer, tellPrivately } from '../app/answer.ts';
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

/** “Open it again”, about the review of a note: the thread tells when it is open, which may take a moment. */
export async function onReopenNote({ ports, client }: Desk, gesture: ActionGesture): Promise<void> {
  const { actor, channelId, value, language } = gesture;
  await reopenNote(ports, actor, value);
  const said = answer(language.reviews.reopening);
  await tellPrivately({ client, userId: actor.userId, channelId }, said, ports.log);
}

/** “Leave it”: the ADR stays as it is, and the message says who chose that. */
export async function onLeaveNote({ ports }: Desk, { actor, value }: ActionGesture): Promise<void> {
  await leaveNote(ports, actor, value);
}
