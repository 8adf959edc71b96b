import type { Decision } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import { findForManager, findForReader } from '../../workflow/access/access.ts';
import { learnPeople } from '../../workflow/access/people.ts';
import { viewCard } from '../../workflow/card/show-card.ts';
import { hasCorrectable } from '../../workflow/deliberate/correctable.ts';
import { giveArgument, giveOption } from '../../workflow/deliberate/deliberate.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import { findAskedEntries } from '../../workflow/propose/asked-entries.ts';
import { editDecision, listRemovable } from '../../workflow/propose/edit.ts';
import { listKnownTags } from '../../workflow/propose/known-tags.ts';
import type { ActionGesture, Desk, Submission } from '../app/gesture.ts';
import { FormState } from '../form/form-state.ts';
import { readMetadata } from '../form/metadata.ts';
import { openModal, replaceView } from '../form/open-modal.ts';
import { learnNames } from '../ports/names.ts';
import { readOptionChange } from '../propose/arrange-options.ts';
import { decidersBlock } from '../propose/deciders-input.ts';
import {
  type Arrangement,
  changeArrangement,
  type EditMetadata,
  editBlockOf,
  editView,
  readEdit,
  readEditMetadata,
  showsTags,
} from '../propose/edit-view.ts';
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
    const removable = listRemovable(decision, actor);
    const { groups, ...more } = await findForEdit(desk, actor, decision);
    return editView(language, decision, groups, { removable, ...more });
  });
}

/**
 * What the edit modal shows besides the decision, as it is arranged, or as it opens: the workspace's groups, what the
 * house asks for, and the tags that decisions have already, where it asks for tags.
 */
async function findForEdit({ ports }: Desk, actor: Actor, decision: Decision, before?: Arrangement) {
  const { teamId, channelId, archive, voting } = decision;
  const [groups, asked] = await Promise.all([
    voting ? [] : listGroups(ports),
    findAskedEntries(ports, teamId, archive),
  ]);
  const knownTags = showsTags(decision, asked, before) ? await listKnownTags(ports, actor, channelId) : [];
  return { groups, asked, knownTags };
}

/** “Describe it” in “Edit”, and the menu beside it: moves an option, and marks it to be removed or kept. */
export async function onArrange(desk: Desk, gesture: ActionGesture): Promise<void> {
  const read = readOptionChange(gesture.value);
  if (read === undefined) return;
  await rearrange(desk, gesture, (before, decision) => changeArrangement(before, decision, read.change, read.key));
}

/** “Add a section” in “Edit”. */
export async function onAddSectionToEdit(desk: Desk, gesture: ActionGesture): Promise<void> {
  await rearrange(desk, gesture, (before) => ({ ...before, sections: Math.min(before.sections + 1, limits.sections) }));
}

/** “Tags, paths, when to look again” in “Edit”. */
export async function onAddRecallToEdit(desk: Desk, gesture: ActionGesture): Promise<void> {
  await rearrange(desk, gesture, (before) => ({ ...before, asksForRecall: true }));
}

/** Shows the edit modal arranged anew. Slack keeps what is typed in the inputs that stay. */
async function rearrange(
  desk: Desk,
  { actor, view, language }: ActionGesture,
  change: (before: Arrangement, decision: Decision) => Arrangement,
): Promise<void> {
  if (view === undefined) return;
  const { decisionId } = readMetadata<EditMetadata>(view);
  await replaceView(language, desk, { viewId: view.id, hash: view.hash }, language.card.buttons.edit, async () => {
    const decision = await findForManager(desk.ports, decisionId, actor, 'edit');
    const before = readEditMetadata(view, decision);
    // If voting has opened meanwhile, nothing typed goes away: saving it says what can be done.
    const editable = { ...decision, voting: undefined };
    const after = { ...before, ...change(before, decision) };
    const removable = listRemovable(decision, actor);
    const { groups, ...more } = await findForEdit(desk, actor, decision, after);
    return editView(language, editable, groups, { removable, ...more, before: after });
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
    const decision = await findForReader(ports, readMetadata<EditMetadata>(view).decisionId, actor);
    const metadata = readEditMetadata(view, decision);
    const names = await learnNames(language, ports, actor, view.state.values);
    const form = readEdit(language, view.state.values, decision, names, metadata);
    await editDecision(ports, decision.id, actor, form, metadata.seen);
  },
  blockOf: (view) => {
    const inputs = view.blocks.flatMap(({ type, block_id }) => (type === 'input' && block_id ? [block_id] : []));
    return (field, position) => {
      const id = editBlockOf(inputs, readMetadata<EditMetadata>(view), field, position);
      return id !== undefined && inputs.includes(id) ? id : undefined;
    };
  },
};
