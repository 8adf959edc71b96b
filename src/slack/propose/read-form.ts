import { isDeepStrictEqual } from 'node:util';
import type { ModalView } from '@slack/types';
import type { UserGroup } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import type { RuleBook } from '../../decision/rule/named-rule.ts';
import type { Language } from '../../words/language.ts';
import {
  checkMayUseCommands,
  findChannelForProposer,
  findSeenChannel,
  isDirectMessage,
  isOutsideChannels,
} from '../../workflow/access/access.ts';
import { learnPeople } from '../../workflow/access/people.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import { ArchiveError } from '../../workflow/ports/archive/archive-error.ts';
import { ChatError } from '../../workflow/ports/chat/chat-error.ts';
import type { FormSource, ProposalInput } from '../../workflow/ports/proposal-input.ts';
import { findAlike } from '../../workflow/propose/alike.ts';
import { findAskedEntries, splitAsked } from '../../workflow/propose/asked-entries.ts';
import { listKnownTags } from '../../workflow/propose/known-tags.ts';
import { type DoubtedPattern, findPatternDoubts } from '../../workflow/propose/pattern-doubts.ts';
import { findDestination, noDestination } from '../../workflow/propose/propose.ts';
import { findOwnForm, keepForm } from '../../workflow/propose/unfinished-form.ts';
import { openRepositories } from '../../workflow/settings/repository.ts';
import { openRuleBook } from '../../workflow/settings/rule-book.ts';
import { wordFailure } from '../app/answer.ts';
import type { ActionGesture, Desk, SeenView } from '../app/gesture.ts';
import { type OpenView, refreshView, replaceView } from '../form/open-modal.ts';
import { keyOfDoubted } from '../form/recall-input.ts';
import { learnNames } from '../ports/names.ts';
import { keyOf } from './alike-blocks.ts';
import { type ProposeMetadata, readProposeMetadata } from './propose-metadata.ts';
import { type ProposeSurroundings, proposeCallback, proposeView } from './propose-view.ts';
import { chosenPlace, isMoved, readProposalInput } from './read-propose-view.ts';

/** What the propose modal holds now, together with what is saved beyond that. */
export async function readForm(
  language: Language,
  { ports }: Desk,
  actor: Actor,
  view: SeenView,
): Promise<ProposalInput> {
  const [names, unfinished] = await Promise.all([
    learnNames(language, ports, actor, view.state.values),
    findOwnForm(ports, actor, readProposeMetadata(view).formId),
  ]);
  return readProposalInput(view, names, unfinished?.form);
}

/** The propose modal as somebody left it, and what it should look like. */
export interface ReadModal {
  readonly form: ProposalInput;
  /** With the channel that is chosen now. */
  readonly metadata: ProposeMetadata;
  /** Whether another place was chosen than the one whose rules the modal shows. */
  readonly hasMoved: boolean;
}

/** Reads the modal. Where another place was chosen, the form has a rule that is offered there. */
export async function readModal(language: Language, desk: Desk, actor: Actor, view: SeenView): Promise<ReadModal> {
  const form = await readForm(language, desk, actor, view);
  const before = readProposeMetadata(view);
  const metadata = { ...before, channelId: chosenPlace(view).channelId };
  if (!isMoved(view)) return { form, metadata, hasMoved: false };
  const former = { channelId: before.channelId, repository: before.rulesOf };
  return { form: await withRulesThere(desk, actor, form, former, metadata.channelId), metadata, hasMoved: true };
}

/**
 * Saves what somebody typed. A form without a channel is kept where it was opened; `savedAt` is when they typed it.
 */
export async function keepModal(
  { ports }: Desk,
  actor: Actor,
  { form, metadata }: Pick<ReadModal, 'form' | 'metadata'>,
  savedAt: Date,
): Promise<void> {
  const { formId: id, channelId, openedIn = '' } = metadata;
  await keepForm(ports, { ...actor, id, channelId: channelId ?? openedIn, form, savedAt });
}

/**
 * Somebody typed or chose something in the modal, which is saved. Nobody is told when that fails; the next letter tries
 * again.
 */
export async function keepTyped(desk: Desk, gesture: ActionGesture): Promise<void> {
  await keep(desk, gesture).catch((error) => desk.ports.log.warn({ error }, 'An unfinished form could not be saved.'));
}

async function keep(desk: Desk, { actor, view, at, language }: ActionGesture): Promise<void> {
  if (view?.callback_id !== proposeCallback) return;
  const modal = await readModal(language, desk, actor, view);
  await keepModal(desk, actor, modal, at);
  // We look people up as they are named, because a submitted form must be answered within three seconds.
  await learnPeople(desk.ports, actor.teamId, modal.form.deciders);
  const { form, metadata, hasMoved } = modal;
  const isAlike = async () => {
    const { channelId } = metadata;
    if (channelId === undefined || form.bond !== undefined) return metadata.alike;
    return keyOf(await findAlike(desk.ports, actor, channelId, form.title)) || undefined;
  };
  const isDoubted = async () =>
    keyOfDoubted(await findDoubted(desk, actor, metadata.channelId, form, true)) || undefined;
  const suggestsOther = metadata.suggestsFor !== undefined && metadata.suggestsFor !== form.ruleId;
  const isOther =
    hasMoved || suggestsOther || (await isAlike()) !== metadata.alike || (await isDoubted()) !== metadata.doubted;
  if (isOther)
    await refreshView(language, desk, { viewId: view.id, hash: view.hash }, language.proposeForm.title, () =>
      drawForm(language, desk, form, { actor, metadata }),
    );
}

/** Patterns of paths that may not be meant, in the repository that a form goes to. */
async function findDoubted(
  { ports }: Desk,
  { teamId }: Actor,
  channelId: string | undefined,
  form: FormPlace,
  mayFetch: boolean,
): Promise<readonly DoubtedPattern[]> {
  const typed = form.recall?.affects ?? '';
  if (typed.trim() === '' || channelId === undefined) return [];
  const archive = await findDestination(ports, { teamId, channelId }, form);
  return await findPatternDoubts(ports, archive, typed, { mayFetch });
}

/**
 * The form after another place was chosen than `before`. A rule that somebody chose stays if the same one is offered
 * there; else it is the first one there.
 */
async function withRulesThere(
  { ports }: Desk,
  { teamId }: Actor,
  form: ProposalInput,
  before: { readonly channelId: string | undefined; readonly repository: string | undefined },
  channelId: string | undefined,
): Promise<ProposalInput> {
  const open = async (channel: string | undefined, repository: string | undefined): Promise<RuleBook | undefined> => {
    if (channel === undefined) return undefined;
    const place = { teamId, channelId: channel };
    try {
      return await openRuleBook(ports, { ...place, archive: await findDestination(ports, place, { repository }) });
    } catch (error) {
      if (error instanceof ArchiveError) return undefined;
      throw error;
    }
  };
  const [former, there] = await Promise.all([
    open(before.channelId, before.repository),
    open(channelId, form.repository),
  ]);
  if (there === undefined) return form;
  const chosen = former?.rules.find(({ id }) => id === form.ruleId);
  const same = there.rules.find(({ id }) => id === form.ruleId);
  const isChosen = former === undefined || form.ruleId !== former.initial.id;
  const stays = isChosen && same !== undefined && (chosen === undefined || isDeepStrictEqual(chosen.rule, same.rule));
  return stays ? form : { ...form, ruleId: there.initial.id };
}

/** Changes what was typed, saves it, and shows it. Of two fast clicks, the first wins. */
export async function changeForm(
  desk: Desk,
  { actor, view, at, language }: ActionGesture,
  change: (form: ProposalInput) => ProposalInput,
): Promise<void> {
  if (view === undefined) return;
  await replaceView(language, desk, { viewId: view.id, hash: view.hash }, language.proposeForm.title, async () => {
    const { form: read, metadata } = await readModal(language, desk, actor, view);
    const form = change(read);
    await keepModal(desk, actor, { form, metadata }, at);
    return drawForm(language, desk, form, { actor, metadata });
  });
}

/** Whose form it is, and which. */
interface AboutForm {
  readonly actor: Actor;
  readonly metadata: ProposeMetadata;
}

/** Whose form it is, and which. */
interface AboutForm {
  readonly actor: Actor;
  readonly metadata: ProposeMetadata;
}

/** Shows a form in an open modal. */
export async function showForm(
  language: Language,
  desk: Desk,
  target: OpenView,
  form: ProposalInput,
  about: AboutForm,
): Promise<void> {
  await replaceView(language, desk, target, language.proposeForm.title, () => drawForm(language, desk, form, about));
}

async function drawForm(
  language: Language,
  desk: Desk,
  form: ProposalInput,
  { actor, metadata }: AboutForm,
): Promise<ModalView> {
  return proposeView(language, form, metadata, await surroundingsOf(language, desk, actor, metadata.channelId, form));
}

/** What of a form says what the modal shows besides it. */
type FormPlace = Pick<ProposalInput, 'title' | 'repository' | 'bond' | 'source' | 'hasWholeRecall' | 'recall'>;

/**
 * What the modal shows besides the form: the rules are those of where `form` goes. Where nothing can be proposed, people
 * who may use Gavel's commands are told why in the modal, in which they can choose another channel; for others it throws
 * RuleBroken and ArchiveError. Throws ChatError.
 */
export async function surroundingsOf(
  language: Language,
  desk: Desk,
  actor: Actor,
  channelId: string | undefined,
  form: FormPlace = { title: '', bond: undefined },
): Promise<ProposeSurroundings> {
  const [place, hasThread] = await Promise.all([
    findPlace(language, desk, actor, channelId, form),
    canReadThread(desk, actor, form.source),
  ]);
  return { ...place, hasThread };
}

/** Whether the thread of the message that a form was opened from can be read, and its person sees it. */
async function canReadThread({ ports, threads }: Desk, actor: Actor, source: FormSource | undefined): Promise<boolean> {
  if (source === undefined || isDirectMessage(source.channelId)) return false;
  const channel = await findSeenChannel(ports, source.channelId, actor).catch((error) => {
    if (!(error instanceof ChatError)) throw error;
    ports.log.warn({ error: error.cause }, 'Slack did not say who sees a thread.');
    return undefined;
  });
  return channel !== undefined && threads.mayRead(channel);
}

async function findPlace(
  language: Language,
  desk: Desk,
  actor: Actor,
  channelId: string | undefined,
  form: FormPlace,
): Promise<ProposeSurroundings> {
  const nowhere = { channelId, ruleBook: undefined, groups: [] };
  if (channelId === undefined || isOutsideChannels(channelId)) {
    await checkMayUseCommands(desk.ports, actor);
    return { ...nowhere, channelId: undefined };
  }
  try {
    return await openPlace(desk, actor, channelId, form);
  } catch (error) {
    if (!(error instanceof RuleBroken || error instanceof ArchiveError)) throw error;
    await checkMayUseCommands(desk.ports, actor).catch((refused) => {
      throw refused instanceof RuleBroken ? error : refused;
    });
    const obstacle = wordFailure(language, error, desk.ports.log);
    // Slack may refuse a view with a channel that it does not show to Gavel.
    const isShown = (await desk.ports.sight.findChannel(channelId)) !== undefined;
    return { ...nowhere, channelId: isShown ? channelId : undefined, obstacle };
  }
}

async function openPlace(desk: Desk, actor: Actor, channelId: string, form: FormPlace): Promise<ProposeSurroundings> {
  const { ports } = desk;
  await findChannelForProposer(ports, channelId, actor);
  const place = { teamId: actor.teamId, channelId };
  const archive = await findDestination(ports, place, form);
  if (form.bond && archive === undefined) throw noDestination(form.bond);
  const [ruleBook, groups, repositories, entries, alike, doubted] = await Promise.all([
    openRuleBook(ports, { ...place, archive }),
    listGroups(ports),
    openRepositories(ports, place),
    findAskedEntries(ports, actor.teamId, archive),
    form.bond ? [] : findAlike(ports, actor, channelId, form.title),
    findDoubted(desk, actor, channelId, form, false),
  ]);
  const names = repositories.map(({ name }) => name);
  const asksForTags = form.hasWholeRecall || splitAsked(entries).recall.includes('tags');
  const knownTags = asksForTags ? await listKnownTags(ports, actor, channelId) : [];
  const found = { ruleBook, groups, entries, alike, doubted, knownTags };
  return { channelId, repositories: names, ...found, now: ports.now() };
}

/** The workspace's groups; if Slack does not answer, a form goes without them. */
export async function listGroups({ sight, log }: Desk['ports']): Promise<readonly UserGroup[]> {
  const groups = await sight.listGroups().catch((error) => log.warn({ error }, 'Slack did not list the user groups.'));
  return groups ?? [];
}
