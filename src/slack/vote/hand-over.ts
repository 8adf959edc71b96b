import { say } from '../../words/say.ts';
import { findOwnHandover, giveVoteBack, handVoteOver, takeBackVote } from '../../workflow/vote/hand-over.ts';
import { answer, tellPrivately } from '../app/answer.ts';
import type { ActionGesture, Desk, Submission } from '../app/gesture.ts';
import { readMetadata } from '../form/metadata.ts';
import { notice } from '../form/notice.ts';
import { openModal, replaceView } from '../form/open-modal.ts';
import { nameOf } from '../text/people-text.ts';
import { paragraph } from '../text/words.ts';
import { readReceivedVote } from './give-back-button.ts';
import { handOverView, readReceiver, receiverBlock } from './hand-over-view.ts';

/** “Hand over my vote”, from the card's menu: to whom, or whether to take it back. */
export async function onHandOver(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.card.buttons.handOver, async () =>
    handOverView(language, await findOwnHandover(desk.ports, value, actor)),
  );
}

/** “Give it back”, below the message that tells of a vote, or in that form. */
export async function onGiveVoteBack(desk: Desk, gesture: ActionGesture): Promise<void> {
  const { ports, client } = desk;
  const { actor, channelId, value, view, language } = gesture;
  const { decisionId, from } = readReceivedVote(value);
  const give = async () => {
    const given = await giveVoteBack(ports, decisionId, actor, from);
    const { handover } = language;
    return given === undefined ? handover.notYours : handover.gaveBack(nameOf(language, given.people, from));
  };
  if (view === undefined) {
    const said = answer(say`${await give()}`);
    return tellPrivately({ client, userId: actor.userId, channelId }, said, ports.log);
  }
  const title = language.card.buttons.handOver;
  await replaceView(language, desk, { viewId: view.id }, title, async () =>
    notice(language, title, paragraph(await give())),
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
