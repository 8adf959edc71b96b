import { findOwnScores, giveScores } from '../../workflow/vote/score.ts';
import type { ActionGesture, Desk, Submission } from '../app/gesture.ts';
import { readMetadata } from '../form/metadata.ts';
import { openModal } from '../form/open-modal.ts';
import { readScores, type ScoreMetadata, scoreView } from './score-view.ts';

/** “Give scores”. */
export async function onGiveScores(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.card.buttons.giveScores, async () =>
    scoreView(language, await findOwnScores(desk.ports, value, actor)),
  );
}

export const scoreSubmission: Submission = {
  async handle({ ports }, { actor, view }) {
    const { decisionId, round } = readMetadata<ScoreMetadata>(view);
    await giveScores(ports, decisionId, actor, readScores(view.state.values), round);
  },
};
