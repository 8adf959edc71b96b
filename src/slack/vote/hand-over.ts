import { findOwnHandover, handVoteOver, takeBackVote } from '../../workflow/vote/hand-over.ts';
import type { ActionGesture, Desk, Submission } from '../app/gesture.ts';
import { readMetadata } from '../form/metadata.ts';
import { openModal } from '../form/open-modal.ts';
import { handOverView, readReceiver, receiverBlock } from './hand-over-view.ts';

/** “Hand over my vote”, from the card's menu: to whom, or whether to take it back. */
export async function onHandOver(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.card.buttons.handOver, async () =>
    handOverView(language, await findOwnHandover(desk.ports, value, actor)),
  );
}

export const handOverSubmission: Submission = {
  async handle({ ports }, { actor, view }) {
    const { decisionId } = readMetadata<{ decisionId: string }>(view);
    await handVoteOver(ports, decisionId, actor, readReceiver(view.state.values));
  },
  blockOf: () => (field) => (field === 'deciders' ? receiverBlock : undefined),
};

export const takeVoteBackSubmission: Submission = {
  async handle({ ports }, { actor, view }) {
    const { decisionId } = readMetadata<{ decisionId: string }>(view);
    await takeBackVote(ports, decisionId, actor);
  },
};
