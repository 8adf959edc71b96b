import { findForReader } from '../../workflow/access/access.ts';
import { viewCard } from '../../workflow/card/show-card.ts';
import { hasCorrectable } from '../../workflow/deliberate/correctable.ts';
import { giveArgument, giveOption } from '../../workflow/deliberate/deliberate.ts';
import type { ActionGesture, Desk, Submission } from '../app/gesture.ts';
import { readMetadata } from '../form/metadata.ts';
import { openModal } from '../form/open-modal.ts';
import { learnNames } from '../ports/names.ts';
import { optionView, readOption } from '../propose/option-view.ts';
import { argumentView, readArgument } from './argument-view.ts';
import { readMoreView } from './read-more-view.ts';

/** “Read more”: everything that the card has no room for. */
export async function onReadMore(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.wholeDecision.title, async () => {
    const decision = await findForReader(desk.ports, value, actor);
    return readMoreView(language, await viewCard(desk.ports, decision), hasCorrectable(desk.ports, decision, actor));
  });
}

/** “Add pro / con”. */
export async function onGiveArgument(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.argumentForm.title, async () =>
    argumentView(language, await findForReader(desk.ports, value, actor)),
  );
}

/** “Add option”. */
export async function onGiveOption(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.optionForm.title, async () =>
    optionView(language, (await findForReader(desk.ports, value, actor)).id),
  );
}

export const argumentSubmission: Submission = {
  async handle({ ports }, { actor, view, language }) {
    const { decisionId, argumentId } = readMetadata<{ decisionId: string; argumentId: string }>(view);
    const names = await learnNames(language, ports, actor, view.state.values);
    await giveArgument(ports, decisionId, actor, { id: argumentId, ...readArgument(view.state.values, names) });
  },
  blockOf: () => (field) => field,
};

export const optionSubmission: Submission = {
  async handle({ ports }, { actor, view, language }) {
    const { decisionId } = readMetadata<{ decisionId: string }>(view);
    const names = await learnNames(language, ports, actor, view.state.values);
    await giveOption(ports, decisionId, actor, readOption(view.state.values, names));
  },
  blockOf: () => () => 'option',
};
