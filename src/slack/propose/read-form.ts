import type { UserGroup } from '../../decision/decision.ts';
import type { Language } from '../../words/language.ts';
import { findChannelForProposer } from '../../workflow/access/access.ts';
import { learnPeople } from '../../workflow/access/people.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { Channel } from '../../workflow/ports/chat/chat.ts';
import type { ProposalInput } from '../../workflow/ports/proposal-input.ts';
import { type Destination, findDestination } from '../../workflow/propose/propose.ts';
import { findOwnForm, keepForm } from '../../workflow/propose/unfinished-form.ts';
import { openRepositories } from '../../workflow/settings/repository.ts';
import { openRuleBook } from '../../workflow/settings/rule-book.ts';
import type { ActionGesture, Desk, SeenView } from '../app/gesture.ts';
import { FormState } from '../form/form-state.ts';
import { replaceView } from '../form/open-modal.ts';
import { learnNames } from '../ports/names.ts';
import {
  contextBlockOf,
  type ProposeMetadata,
  type ProposeSurroundings,
  proposeCallback,
  proposeView,
  readProposalInput,
  readProposeMetadata,
} from './propose-view.ts';

/** What the propose modal holds now, together with what is saved beyond that. */
export async function readForm(
  language: Language,
  { ports }: Desk,
  actor: Actor,
  view: SeenView,
): Promise<ProposalInput> {
  const rich = new FormState(view.state.values).richText(contextBlockOf(view));
  const [names, unfinished] = await Promise.all([
    learnNames(language, ports, actor, rich),
    findOwnForm(ports, actor, readProposeMetadata(view).formId),
  ]);
  return readProposalInput(view, names, unfinished?.form);
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
  const metadata = readProposeMetadata(view);
  const { formId, channelId, rulesOf } = metadata;
  const read = await readForm(language, desk, actor, view);
  const isElsewhere = rulesOf !== undefined && read.repository !== undefined && read.repository !== rulesOf;
  const form = isElsewhere ? await withRulesThere(desk, actor, channelId, read, rulesOf) : read;
  await keepForm(desk.ports, { ...actor, id: formId, channelId, form, savedAt: at });
  // We look people up as they are named, because a submitted form must be answered within three seconds.
  await learnPeople(desk.ports, actor.teamId, form.deciders);
  if (isElsewhere) await showForm(language, desk, { viewId: view.id, hash: view.hash }, form, { actor, metadata });
}

/**
 * The form after another repository was chosen than `before`. A rule that somebody chose stays if it is offered there;
 * else it is the first one there.
 */
async function withRulesThere(
  { ports }: Desk,
  { teamId }: Actor,
  channelId: string,
  form: ProposalInput,
  before: string,
): Promise<ProposalInput> {
  const place = { teamId, channelId };
  const open = async (repository: string | undefined) =>
    openRuleBook(ports, { ...place, archive: await findDestination(ports, place, { repository }) });
  const [former, { rules, initial }] = await Promise.all([open(before), open(form.repository)]);
  const stays = form.ruleId !== former.initial.id && rules.some(({ id }) => id === form.ruleId);
  return stays ? form : { ...form, ruleId: initial.id };
}

/** Changes what was typed, saves it, and shows it. Of two fast clicks, the first wins. */
export async function changeForm(
  desk: Desk,
  { actor, view, at, language }: ActionGesture,
  change: (form: ProposalInput) => ProposalInput,
): Promise<void> {
  if (view === undefined) return;
  const metadata = readProposeMetadata(view);
  await replaceView(language, desk, { viewId: view.id, hash: view.hash }, language.proposeForm.title, async () => {
    const form = change(await readForm(language, desk, actor, view));
    await keepForm(desk.ports, { ...actor, id: metadata.formId, channelId: metadata.channelId, form, savedAt: at });
    return proposeView(language, form, metadata, await surroundingsOf(desk, actor, metadata, form));
  });
}

/** Shows a form in an open modal. */
export async function showForm(
  language: Language,
  desk: Desk,
  target: { viewId: string; hash?: string },
  form: ProposalInput,
  about: { readonly actor: Actor; readonly metadata: ProposeMetadata },
): Promise<void> {
  const { actor, metadata } = about;
  await replaceView(language, desk, target, language.proposeForm.title, async () =>
    proposeView(language, form, metadata, await surroundingsOf(desk, actor, metadata, form)),
  );
}

/**
 * What the modal shows besides the form, in the channel of the proposal: the rules are those of where `form` goes.
 * Throws RuleBroken when somebody can't propose there, or no longer can, and ArchiveError when the channel has no
 * repository.
 */
export async function surroundingsOf(
  { ports }: Desk,
  actor: Actor,
  { channelId }: Pick<ProposeMetadata, 'channelId'>,
  form: Destination = {},
  known?: Channel,
): Promise<ProposeSurroundings> {
  const channel = known ?? (await findChannelForProposer(ports, channelId, actor));
  const place = { teamId: actor.teamId, channelId };
  const archive = await findDestination(ports, place, form);
  const [ruleBook, groups, repositories] = await Promise.all([
    openRuleBook(ports, { ...place, archive }),
    listGroups(ports),
    openRepositories(ports, place),
  ]);
  return { channelName: channel.name, ruleBook, groups, repositories: repositories.map(({ name }) => name) };
}

/** The workspace's groups; if Slack does not answer, a form goes without them. */
export async function listGroups({ sight, log }: Desk['ports']): Promise<readonly UserGroup[]> {
  const groups = await sight.listGroups().catch((error) => log.warn({ error }, 'Slack did not list the user groups.'));
  return groups ?? [];
}
