import type { ModalView } from '@slack/types';
import type { Decision } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import { toRecallForm } from '../../decision/recall/recall.ts';
import type { Language } from '../../words/language.ts';
import { findForManager, findForReader } from '../../workflow/access/access.ts';
import { learnPeople } from '../../workflow/access/people.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import { findAskedEntries } from '../../workflow/propose/asked-entries.ts';
import { editDecision, listRemovable } from '../../workflow/propose/edit.ts';
import { listKnownTags } from '../../workflow/propose/known-tags.ts';
import { findPatternDoubts } from '../../workflow/propose/pattern-doubts.ts';
import type { ActionGesture, Desk, SeenView, Submission } from '../app/gesture.ts';
import { FormState } from '../form/form-state.ts';
import { readMetadata } from '../form/metadata.ts';
import { openModal, refreshView, replaceView } from '../form/open-modal.ts';
import { keyOfDoubted, readRecall } from '../form/recall-input.ts';
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
import { listGroups } from '../propose/read-form.ts';

/** “Edit”, from the card's menu. */
export async function onEdit(desk: Desk, { actor, triggerId, value, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.card.buttons.edit, async () => {
    const decision = await findForManager(desk.ports, value, actor, 'edit');
    const removable = listRemovable(decision, actor);
    const { groups, ...more } = await findForEdit(desk, actor, decision, { patterns: toRecallForm(decision).affects });
    return editView(language, decision, groups, { removable, ...more });
  });
}

/** What somebody sees in the edit modal now: how it is arranged, unless it is just opening, and the patterns in it. */
interface SeenEdit {
  readonly before?: Arrangement;
  readonly patterns: string;
}

/**
 * What the edit modal shows besides the decision: the workspace's groups, what the house asks for, the tags that decisions
 * have already, where it asks for tags, and the patterns of paths that may not be meant.
 */
async function findForEdit({ ports }: Desk, actor: Actor, decision: Decision, { before, patterns }: SeenEdit) {
  const { teamId, channelId, archive, voting } = decision;
  const [groups, asked, doubted] = await Promise.all([
    voting ? [] : listGroups(ports),
    findAskedEntries(ports, teamId, archive),
    findPatternDoubts(ports, archive, patterns, { mayFetch: false }),
  ]);
  const knownTags = showsTags(decision, asked, before) ? await listKnownTags(ports, actor, channelId) : [];
  return { groups, asked, knownTags, doubted };
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
    const after = { ...before, ...change(before, decision) };
    return drawAnew(language, desk, actor, { decision, view, before: after });
  });
}

/** The edit modal as it is, with other content around what is typed in it. */
async function drawAnew(
  language: Language,
  desk: Desk,
  actor: Actor,
  shown: { readonly decision: Decision; readonly view: SeenView; readonly before: EditMetadata & Arrangement },
): Promise<ModalView> {
  const { decision, view, before } = shown;
  const patterns = typedPatterns(view, decision);
  const { groups, ...more } = await findForEdit(desk, actor, decision, { before, patterns });
  // If voting has opened meanwhile, nothing typed goes away: saving it says what can be done.
  const editable = hasOptions(view) ? { ...decision, voting: undefined } : decision;
  return editView(language, editable, groups, { removable: listRemovable(decision, actor), ...more, before });
}

/** Whether the modal was drawn before voting opened. */
function hasOptions({ blocks }: SeenView): boolean {
  return blocks.some(({ block_id }) => block_id?.startsWith('option:'));
}

function typedPatterns({ state }: SeenView, decision: Decision): string {
  return readRecall(new FormState(state.values), toRecallForm(decision)).affects;
}

/** Somebody chose people or typed patterns of paths in “Edit”. */
export async function onTypedInEdit(desk: Desk, gesture: ActionGesture): Promise<void> {
  const { log } = desk.ports;
  await Promise.all([
    learnNamed(desk, gesture).catch((error) =>
      log.warn({ error }, 'The people named in “Edit” could not be looked up yet.'),
    ),
    tellDoubts(desk, gesture).catch((error) => log.warn({ error }, 'The patterns in “Edit” could not be looked up.')),
  ]);
}

/** We look people up as they are named, because a submission must be answered within three seconds. */
async function learnNamed({ ports }: Desk, { actor, view }: ActionGesture): Promise<void> {
  await learnPeople(ports, actor.teamId, new FormState(view?.state.values ?? {}).people(decidersBlock));
}

/** Says below the patterns which of them may not be meant, as soon as others may not be. */
async function tellDoubts(desk: Desk, { actor, view, language }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  const { decisionId, doubted: told } = readMetadata<EditMetadata>(view);
  const decision = await findForManager(desk.ports, decisionId, actor, 'edit');
  if (decision.voting === undefined && !hasOptions(view)) return;
  const patterns = typedPatterns(view, decision);
  const doubted = await findPatternDoubts(desk.ports, decision.archive, patterns, { mayFetch: true });
  if ((keyOfDoubted(doubted) || undefined) === told) return;
  await refreshView(language, desk, { viewId: view.id, hash: view.hash }, language.card.buttons.edit, () =>
    drawAnew(language, desk, actor, { decision, view, before: readEditMetadata(view, decision) }),
  );
}

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
