import { findForManager, findForReader } from '../../workflow/access/access.ts';
import { learnPeople } from '../../workflow/access/people.ts';
import { viewCard } from '../../workflow/card/show-card.ts';
import { hasCorrectable } from '../../workflow/deliberate/correct.ts';
import { giveArgument, giveOption } from '../../workflow/deliberate/deliberate.ts';
import { editDecision } from '../../workflow/propose/edit.ts';
import type { ActionGesture, Desk, Submission } from '../app/gesture.ts';
import { FormState } from '../form/form-state.ts';
import { readMetadata } from '../form/metadata.ts';
import { openModal } from '../form/open-modal.ts';
import { learnNames } from '../ports/names.ts';
import { decidersBlock } from '../propose/deciders-input.ts';
import { type EditMetadata, editBlockOf, editView, readEdit } from '../propose/edit-view.ts';
import { optionView, readOption } from '../propose/option-view.ts';
import { listGroups } from '../propose/read-form.ts';
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

/** “Edit”, from the card's menu. */
export async function onEdit(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.card.buttons.edit, async () => {
    const decision = await findForManager(desk.ports, value, actor, 'edit');
    return editView(language, decision, decision.voting ? [] : await listGroups(desk.ports));
  });
}

/** Somebody was named in “Edit”. We look them up now, because a submission must be answered within three seconds. */
export async function onName({ ports }: Desk, { actor, view }: ActionGesture): Promise<void> {
  const named = new FormState(view?.state.values ?? {}).people(decidersBlock);
  await learnPeople(ports, actor.teamId, named).catch((error) =>
    ports.log.warn({ error }, 'The people named in “Edit” could not be looked up yet.'),
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

export const editSubmission: Submission = {
  async handle({ ports }, { actor, view, language }) {
    const { decisionId, seen } = readMetadata<EditMetadata>(view);
    const decision = await findForReader(ports, decisionId, actor);
    const names = await learnNames(language, ports, actor, view.state.values);
    await editDecision(ports, decisionId, actor, readEdit(view.state.values, decision, names), seen);
  },
  blockOf:
    ({ blocks }) =>
    (field, position) => {
      const id = editBlockOf(field, position);
      return blocks.some(({ type, block_id }) => type === 'input' && block_id === id) ? id : undefined;
    },
};
