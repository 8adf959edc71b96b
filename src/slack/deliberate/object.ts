import { findSettleable, findToObject, object, settle, weighObjections } from '../../workflow/deliberate/object.ts';
import type { ActionGesture, Desk, Submission } from '../app/gesture.ts';
import { readMetadata } from '../form/metadata.ts';
import { openModal } from '../form/open-modal.ts';
import { learnNames } from '../ports/names.ts';
import { type ObjectionMetadata, objectionView, readObjection } from './objection-view.ts';
import { readSettled, settleView } from './settle-view.ts';

/** “Object”. */
export async function onObject(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.card.buttons.object, async () => {
    const decision = await findToObject(desk.ports, value, actor);
    return objectionView(language, decision, weighObjections(decision, actor.userId));
  });
}

/** “Resolve objection”, for people who raised one or may override it. */
export async function onSettle(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.card.buttons.settleObjection, async () =>
    settleView(language, await findSettleable(desk.ports, value, actor), actor.userId),
  );
}

export const objectionSubmission: Submission = {
  async handle({ ports }, { actor, view, language }) {
    const { decisionId, objectionId } = readMetadata<ObjectionMetadata>(view);
    const names = await learnNames(language, ports, actor, view.state.values);
    await object(ports, decisionId, actor, { id: objectionId, ...readObjection(view.state.values, names) });
  },
  blockOf: () => (field) => field,
};

export const settleSubmission: Submission = {
  async handle({ ports }, { actor, view, language }) {
    const { decisionId } = readMetadata<{ decisionId: string }>(view);
    const names = await learnNames(language, ports, actor, view.state.values);
    await settle(ports, decisionId, actor, readSettled(view.state.values, names));
  },
  blockOf: () => (field) => field,
};
