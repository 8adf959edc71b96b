import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { Bond } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import { dayIn } from '../../decision/time/day.ts';
import { suggestDeadline } from '../../decision/time/deadline.ts';
import type { Language } from '../../words/language.ts';
import { atHome, findChannelForProposer, findSeenChannel, isOutsideChannels } from '../../workflow/access/access.ts';
import { learnPerson } from '../../workflow/access/people.ts';
import { planHomes } from '../../workflow/home/plan-homes.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { FormSource, OptionRow, ProposalInput, SectionRow } from '../../workflow/ports/proposal-input.ts';
import type { UnfinishedForm } from '../../workflow/ports/records/forms.ts';
import { emptyForm, newOption } from '../../workflow/propose/new-form.ts';
import { type FillingIn, fillIn } from '../../workflow/propose/pasted-draft.ts';
import { findDestination, proposeDecision } from '../../workflow/propose/propose.ts';
import { hasWords, listUnfinishedForms, openOwnForm, putFormAside } from '../../workflow/propose/unfinished-form.ts';
import { chooseRule } from '../../workflow/settings/rule-book.ts';
import { tellPrivately } from '../app/answer.ts';
import type { ActionGesture, CloseGesture, CommandGesture, Desk, Submission } from '../app/gesture.ts';
import { openModal, replaceView } from '../form/open-modal.ts';
import { shorten, unescapeText } from '../text/blocks.ts';
import { bringBack, changeOption, readOptionChange, withNewOption } from './arrange-options.ts';
import { type CarriedMetadata, readProposeMetadata } from './propose-metadata.ts';
import { proposeView } from './propose-view.ts';
import { changeForm, keepModal, keepTyped, readForm, readModal, surroundingsOf } from './read-form.ts';
import { chosenPlace, proposeBlockOf, showsRules, toProposal } from './read-propose-view.ts';
import { keptAnswer, type OfferedForm, resumeView } from './resume-view.ts';
import { emptySection } from './section-view.ts';

/** What a proposal's form starts with. */
export interface Suggestion {
  readonly title?: string;
  /** Markdown. */
  readonly context?: string;
  /** Names of options. */
  readonly options?: readonly string[];
  /** The name of the option that leaves the ADR of the bond as it is. */
  readonly keepingOption?: string;
  /** A whole ADR in Markdown, which takes precedence over the rest. */
  readonly draft?: string;
  /** The ADR of the archive that an acceptance changes. */
  readonly bond?: Bond;
  /** The message that it was opened from. */
  readonly source?: FormSource;
}

/** Who proposes, and from where. */
export type Proposing = Pick<CommandGesture, 'actor' | 'channelId' | 'triggerId' | 'language'>;

/**
 * Opens the propose modal at once and fills it in. Where nothing but a title is suggested, a form that was left
 * unfinished in the channel is offered first. What `suggest` throws as RuleBroken is told in the modal.
 */
export async function openProposal(
  desk: Desk,
  gesture: Proposing,
  suggest: Suggestion | (() => Promise<Suggestion>) = {},
): Promise<undefined> {
  const { triggerId, language } = gesture;
  await openModal(language, desk, triggerId, language.proposeForm.title, async () => {
    const suggestion = typeof suggest === 'function' ? await suggest() : suggest;
    return prepareProposal(language, desk, gesture, suggestion);
  });
}

/**
 * A proposal's form, filled in. What was suggested is saved at once, so that it is kept if the form is closed. Throws
 * RuleBroken and ArchiveError for people who can't use the form.
 */
export async function prepareProposal(
  language: Language,
  desk: Desk,
  { actor, channelId: openedIn }: Proposing,
  suggestion: Suggestion,
): Promise<ModalView> {
  const { ports } = desk;
  const timeZone = (await learnPerson(ports, actor.teamId, actor.userId))?.timeZone ?? 'UTC';
  const surroundings = await surroundingsOf(language, desk, actor, openedIn, {
    title: suggestion.title ?? '',
    bond: suggestion.bond,
    source: suggestion.source,
  });
  const { channelId, ruleBook } = surroundings;
  const metadata = { formId: randomUUID(), channelId, openedIn, timeZone };
  const { title: wholeTitle = '', ...more } = suggestion;
  const title = shorten(wholeTitle, limits.title);
  const isOnlyTitle = Object.keys(more).length === 0;
  const unfinished = isOnlyTitle ? await listUnfinishedForms(ports, actor, openedIn) : [];

  const empty = emptyForm(title, suggestDeadline(ports.now(), timeZone), ruleBook?.initial.id);
  const form = isOnlyTitle
    ? empty
    : suggestedForm(empty, more, { seed: metadata.formId, today: dayIn(timeZone, ports.now()) });
  const isThere = unfinished.some((one) => one.form.title === title);
  if (hasWords(form) && !isThere) await keepModal(desk, actor, { form, metadata }, ports.now());
  if (unfinished.length === 0) return proposeView(language, form, metadata, surroundings);
  const offered = await Promise.all(unfinished.map((one) => offer(desk, actor, one, openedIn)));
  return resumeView(language, offered, title, metadata);
}

/** An unfinished form, with the name of its channel if that is another one, and its author sees it. */
async function offer(
  { ports }: Desk,
  actor: Actor,
  { id, channelId, form, savedAt }: UnfinishedForm,
  askedIn: string,
): Promise<OfferedForm> {
  const isElsewhere = channelId !== askedIn && !isOutsideChannels(channelId);
  const channel = isElsewhere ? await findSeenChannel(ports, channelId, actor) : undefined;
  return { id, title: form.title, savedAt, channelName: channel?.name };
}

function suggestedForm(empty: ProposalInput, suggestion: Omit<Suggestion, 'title'>, made: FillingIn): ProposalInput {
  const { context = '', options, keepingOption, draft, bond, source } = suggestion;
  const keeping = keepingOption === undefined ? [] : [{ ...suggestedOption(keepingOption), keepsAdr: true }];
  const form = {
    ...empty,
    context,
    bond,
    ...(source ? { source } : {}),
    options: [...(options?.map(suggestedOption) ?? empty.options), ...keeping],
  };
  return draft === undefined ? form : fillIn(form, draft, made);
}

function suggestedOption(name: string): OptionRow {
  return newOption(shorten(name, limits.optionTitle));
}

/** A text of several lines, or one that begins like a Markdown file. */
function isDraft(text: string): boolean {
  return text.includes('\n') || /^(#{1,6}\s|---)/.test(text);
}

/** `/adr propose [title or Markdown draft]`: opens the modal, or offers the form that was left unfinished here. */
export async function onPropose(desk: Desk, gesture: CommandGesture): Promise<undefined> {
  const text = unescapeText(gesture.text.trim().replace(/^\S+\s*/, ''));
  return openProposal(desk, gesture, isDraft(text) ? { draft: text } : { title: text.replaceAll(/\s+/g, ' ') });
}

/** “Go on with it”: shows the form as it was left, in place of the offer or, from a message, in a new modal. */
export async function onResume(desk: Desk, gesture: ActionGesture): Promise<void> {
  const { actor, view, value, triggerId, language } = gesture;
  const { title } = language.proposeForm;
  if (view === undefined) {
    await openModal(language, desk, triggerId, title, () => resume(language, desk, actor, value, gesture.channelId));
    return;
  }
  const { formId, openedIn } = readProposeMetadata(view);
  await replaceView(language, desk, { viewId: view.id }, title, () =>
    resume(language, desk, actor, value === '' ? formId : value, openedIn),
  );
}

async function resume(
  language: Language,
  desk: Desk,
  actor: Actor,
  formId: string,
  openedIn: string | undefined,
): Promise<ModalView> {
  const { ports } = desk;
  const { form: left, channelId } = await openOwnForm(ports, actor, formId);
  const timeZone = (await learnPerson(ports, actor.teamId, actor.userId))?.timeZone ?? 'UTC';
  const surroundings = await surroundingsOf(language, desk, actor, channelId, left);
  const form = withFutureDeadline({ ...left, ruleId: left.ruleId ?? 'plurality' }, ports.now(), timeZone);
  return proposeView(
    language,
    form,
    { formId, channelId: surroundings.channelId, openedIn: openedIn ?? channelId, timeZone },
    surroundings,
  );
}

function withFutureDeadline(form: ProposalInput, now: Date, timeZone: string): ProposalInput {
  const isPast = form.closesAt !== undefined && new Date(form.closesAt) <= now;
  return isPast ? { ...form, closesAt: suggestDeadline(now, timeZone).toISOString() } : form;
}

/** “Start afresh”: shows a form with nothing but the title that was typed. The others stay as they are. */
export async function onStartAfresh(desk: Desk, { actor, view, language }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  await replaceView(language, desk, { viewId: view.id }, language.proposeForm.title, () =>
    startAfresh(language, desk, actor, readProposeMetadata(view)),
  );
}

async function startAfresh(
  language: Language,
  desk: Desk,
  actor: Actor,
  { typedTitle = '', ...carried }: CarriedMetadata,
): Promise<ModalView> {
  // In an offer of an earlier version, the id is that of the form that was offered.
  const metadata = carried.openedIn === undefined ? { ...carried, formId: randomUUID() } : carried;
  const surroundings = await surroundingsOf(language, desk, actor, metadata.channelId ?? metadata.openedIn);
  const closesAt = suggestDeadline(desk.ports.now(), metadata.timeZone);
  return proposeView(
    language,
    emptyForm(typedTitle, closesAt, surroundings.ruleBook?.initial.id),
    metadata,
    surroundings,
  );
}

/** “Discard”: an unfinished form is not offered again. After the last one, the new form is shown. */
export async function onDiscard(desk: Desk, gesture: ActionGesture): Promise<void> {
  const { actor, view, value, language } = gesture;
  if (view === undefined) return;
  const carried = readProposeMetadata(view);
  const { typedTitle = '', ...metadata } = carried;
  const { formId, openedIn = '' } = metadata;
  await replaceView(language, desk, { viewId: view.id, hash: view.hash }, language.proposeForm.title, async () => {
    await putFormAside(desk.ports, actor, value);
    const unfinished = await listUnfinishedForms(desk.ports, actor, openedIn);
    const others = unfinished.filter(({ id }) => id !== formId);
    if (others.length === 0) return startAfresh(language, desk, actor, carried);
    const offered = await Promise.all(others.map((one) => offer(desk, actor, one, openedIn)));
    return resumeView(language, offered, typedTitle, metadata);
  });
}

/** Says privately that a form that was closed is kept; nothing if nothing was typed. */
export async function onFormClosed(desk: Desk, { actor, view, language }: CloseGesture): Promise<void> {
  const { ports, client } = desk;
  const { formId, channelId, openedIn = channelId } = readProposeMetadata(view);
  await planHomes(ports, ports.store.read);
  // Home itself shows it.
  if (openedIn === atHome) return;
  const [unfinished] = await ports.store.read.forms.listUnfinished({ ...actor, id: formId, most: 1 });
  if (unfinished === undefined || !hasWords(unfinished.form)) return;
  const { channelName, id, title } = await offer(desk, actor, unfinished, '');
  await tellPrivately(
    { client, userId: actor.userId, channelId: openedIn },
    keptAnswer(language, { id, title, channelName }),
    ports.log,
  );
}

/** Somebody typed a letter, or chose something. */
export const onTyped = keepTyped;

/** “Add an option”: saves what was typed and shows one more row. */
export async function onAddOption(desk: Desk, gesture: ActionGesture): Promise<void> {
  await changeForm(desk, gesture, (form) => ({ ...form, options: withNewOption(form.options) }));
}

/** “Describe it”, and the menu beside it: saves what was typed, and changes the row. */
export async function onOptionChange(desk: Desk, gesture: ActionGesture): Promise<void> {
  const read = readOptionChange(gesture.value);
  if (read) await changeForm(desk, gesture, (form) => changeOption(form, read.change, read.key));
}

/** “Bring back”: shows the option that was removed last. */
export async function onBringBack(desk: Desk, gesture: ActionGesture): Promise<void> {
  await changeForm(desk, gesture, bringBack);
}

/** “Add a section”: saves what was typed and shows one more section. */
export async function onAddSection(desk: Desk, gesture: ActionGesture): Promise<void> {
  await addSection(desk, gesture, emptySection());
}

/** “Add a section in Markdown”, with a plain field for its text. */
export async function onAddMarkdownSection(desk: Desk, gesture: ActionGesture): Promise<void> {
  await addSection(desk, gesture, emptySection(true));
}

/** “Tags, paths, when to look again”: saves what was typed and shows these inputs. */
export async function onAddRecall(desk: Desk, gesture: ActionGesture): Promise<void> {
  await changeForm(desk, gesture, (form) => ({ ...form, hasWholeRecall: true }));
}

async function addSection(desk: Desk, gesture: ActionGesture, added: SectionRow): Promise<void> {
  await changeForm(desk, gesture, (form) => {
    const hasRoom = form.sections.length < limits.sections;
    return hasRoom ? { ...form, sections: [...form.sections, added] } : form;
  });
}

/** The submitted modal becomes a decision. */
export const proposal: Submission = {
  /** Nobody proposes under a rule that they have not seen: where another place was just chosen, its rules come first. */
  async askFurther(desk, { actor, view, language }) {
    if (showsRules(view)) return undefined;
    const modal = await readModal(language, desk, actor, view);
    const { form, metadata } = modal;
    const surroundings = await surroundingsOf(language, desk, actor, metadata.channelId, form);
    if (surroundings.ruleBook === undefined) return undefined;
    await keepModal(desk, actor, modal, desk.ports.now());
    return proposeView(language, form, metadata, { ...surroundings, areRulesNew: true });
  },
  async handle(desk, { actor, view, language }) {
    const { formId, timeZone } = readProposeMetadata(view);
    const form = await readForm(language, desk, actor, view);
    const { channelId } = chosenPlace(view);
    if (channelId === undefined) throw new RuleBroken({ code: 'missing', what: 'channel' }, { field: 'channel' });
    const place = { id: formId, teamId: actor.teamId, proposerId: actor.userId, channelId, timeZone };
    await findChannelForProposer(desk.ports, channelId, actor);
    const archive = await findDestination(desk.ports, place, form);
    const { rule } = await chooseRule(desk.ports, { ...place, archive }, form.ruleId);
    await proposeDecision(desk.ports, toProposal(language, view, form, rule), {
      ...place,
      repository: form.repository,
    });
  },
  blockOf: proposeBlockOf,
};
