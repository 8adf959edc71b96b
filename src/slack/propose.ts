import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { suggestDeadline } from '../decision/deadline.ts';
import { limits } from '../decision/limits.ts';
import { findOpenChannel } from '../workflow/access.ts';
import { type DraftForm, findUnfinishedDraft, keepDraft, putDraftAside } from '../workflow/draft.ts';
import { learnPeople, learnPerson } from '../workflow/people.ts';
import { proposeDecision } from '../workflow/propose.ts';
import { shorten } from './blocks.ts';
import { FormState } from './form-state.ts';
import type { ActionGesture, CommandGesture, Desk, SeenView, Submission } from './gesture.ts';
import {
  emptyForm,
  emptyOption,
  type ProposeMetadata,
  proposeBlockOf,
  proposeCallback,
  proposeView,
  readDraftForm,
  readProposeMetadata,
  resumeView,
  toProposal,
} from './modals/propose.ts';
import { learnNames } from './names.ts';
import { openModal, replaceView } from './open-modal.ts';

const title = 'Propose a decision';

/** `/adr propose [title]`: opens the modal, or offers the draft that was left unfinished here. */
export async function onPropose(desk: Desk, gesture: CommandGesture): Promise<undefined> {
  const typedTitle = shorten(gesture.words.slice(1).join(' '), limits.title);
  await openModal(desk, gesture.triggerId, title, () => prepare(desk, gesture, typedTitle));
}

async function prepare({ ports }: Desk, { actor, channelId }: CommandGesture, typedTitle: string): Promise<ModalView> {
  const channel = await findOpenChannel(ports, channelId);
  const timeZone = (await learnPerson(ports, actor.teamId, actor.userId))?.timeZone ?? 'UTC';
  const metadata = { draftId: randomUUID(), channelId, timeZone };
  const draft = await findUnfinishedDraft(ports, actor, channelId);
  if (draft) return resumeView({ id: draft.id, title: draft.form.title, savedAt: draft.savedAt }, typedTitle, metadata);
  return proposeView(emptyForm(typedTitle, suggestDeadline(ports.now(), timeZone)), metadata, channel.name);
}

async function channelName({ ports }: Desk, { channelId }: ProposeMetadata): Promise<string> {
  return (await ports.chat.findChannel(channelId))?.name ?? 'this channel';
}

/** “Go on with it”: shows the draft as it was left. */
export async function onResume(desk: Desk, { view }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  const metadata = readProposeMetadata(view);
  await replaceView(desk, { viewId: view.id }, title, async () => {
    const draft = await desk.ports.store.read.findDraft(metadata.draftId);
    const now = desk.ports.now();
    const form = draft?.form ?? emptyForm('', suggestDeadline(now, metadata.timeZone));
    return proposeView(withFutureDeadline(form, now, metadata.timeZone), metadata, await channelName(desk, metadata));
  });
}

function withFutureDeadline(form: DraftForm, now: Date, timeZone: string): DraftForm {
  const isPast = form.closesAt !== undefined && new Date(form.closesAt) <= now;
  return isPast ? { ...form, closesAt: suggestDeadline(now, timeZone).toISOString() } : form;
}

/** “Start afresh”: puts the draft aside and shows an empty form. */
export async function onStartAfresh(desk: Desk, { view }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  const { typedTitle = '', draftId, ...rest } = readProposeMetadata(view);
  await replaceView(desk, { viewId: view.id }, title, async () => {
    await putDraftAside(desk.ports, draftId);
    const metadata = { ...rest, draftId: randomUUID() };
    const form = emptyForm(typedTitle, suggestDeadline(desk.ports.now(), metadata.timeZone));
    return proposeView(form, metadata, await channelName(desk, metadata));
  });
}

async function readForm({ ports }: Desk, teamId: string, view: SeenView): Promise<DraftForm> {
  const names = await learnNames(ports, teamId, new FormState(view.state.values).richText('context'));
  return readDraftForm(view, names);
}

/** Something was typed or chosen in the modal: it is kept. Nobody is told when that fails; the next letter tries again. */
export async function onTyped(desk: Desk, gesture: ActionGesture): Promise<void> {
  await keepTyped(desk, gesture).catch((error) => desk.ports.log.warn({ error }, 'A draft could not be kept.'));
}

async function keepTyped(desk: Desk, { actor, view, at }: ActionGesture): Promise<void> {
  if (view?.callback_id !== proposeCallback) return;
  const { draftId, channelId } = readProposeMetadata(view);
  const form = await readForm(desk, actor.teamId, view);
  await keepDraft(desk.ports, { ...actor, id: draftId, channelId, form, savedAt: at });
  // Whoever is named is known by the time the form is submitted, which must be answered within three seconds.
  await learnPeople(desk.ports, actor.teamId, form.deciders);
}

/** “Add an option”: keeps what was typed and shows one more row. */
export async function onAddOption(desk: Desk, { actor, view, at }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  const metadata = readProposeMetadata(view);
  await replaceView(desk, { viewId: view.id, hash: view.hash }, title, async () => {
    const typed = await readForm(desk, actor.teamId, view);
    const form = { ...typed, options: [...typed.options, emptyOption()].slice(0, limits.options.most) };
    await keepDraft(desk.ports, { ...actor, id: metadata.draftId, channelId: metadata.channelId, form, savedAt: at });
    return proposeView(form, metadata, await channelName(desk, metadata));
  });
}

/** The submitted modal becomes a decision. */
export const proposal: Submission = {
  async handle(desk, { actor, view }) {
    const { draftId, channelId, timeZone } = readProposeMetadata(view);
    const form = await readForm(desk, actor.teamId, view);
    const place = { id: draftId, teamId: actor.teamId, proposerId: actor.userId, channelId, timeZone };
    await proposeDecision(desk.ports, toProposal(form), place);
  },
  blockOf: (view) => {
    const names = { user: () => '', channel: () => '', group: () => '' };
    return proposeBlockOf(readDraftForm(view, names));
  },
};
