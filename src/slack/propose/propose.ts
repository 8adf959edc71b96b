import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { Bond } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import { suggestDeadline } from '../../decision/time/deadline.ts';
import type { Language } from '../../words/language.ts';
import { findChannelForProposer } from '../../workflow/access/access.ts';
import { learnPerson } from '../../workflow/access/people.ts';
import type { OptionRow, ProposalInput } from '../../workflow/ports/proposal-input.ts';
import { fillIn } from '../../workflow/propose/pasted-draft.ts';
import { findDestination, proposeDecision } from '../../workflow/propose/propose.ts';
import { findOwnForm, findUnfinishedForm, keepForm, putFormAside } from '../../workflow/propose/unfinished-form.ts';
import { chooseRule } from '../../workflow/settings/rule-book.ts';
import type { ActionGesture, CommandGesture, Desk, Submission } from '../app/gesture.ts';
import { openModal, replaceView } from '../form/open-modal.ts';
import { shorten, unescapeText } from '../text/blocks.ts';
import { newOption, withNewOption } from './option-row.ts';
import { emptyForm, proposeBlockOf, proposeView, readProposeMetadata, resumeView, toProposal } from './propose-view.ts';
import { changeForm, keepTyped, readForm, surroundingsOf } from './read-form.ts';
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
}

/** Who proposes, and from where. */
export type Proposing = Pick<CommandGesture, 'actor' | 'channelId' | 'triggerId' | 'language'>;

/**
 * Opens the propose modal at once and fills it in. Where nothing but a title is suggested, a form that was left
 * unfinished in the channel is offered first. What `suggest` throws as RuleBroken is told in the modal.
 */
async function openProposal(
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

/** A proposal's form, filled in. Throws RuleBroken in a channel that can't have proposals. */
export async function prepareProposal(
  language: Language,
  desk: Desk,
  { actor, channelId }: Proposing,
  suggestion: Suggestion,
): Promise<ModalView> {
  const { ports } = desk;
  const channel = await findChannelForProposer(ports, channelId, actor);
  const timeZone = (await learnPerson(ports, actor.teamId, actor.userId))?.timeZone ?? 'UTC';
  const metadata = { formId: randomUUID(), channelId, timeZone };
  const { title: wholeTitle = '', ...more } = suggestion;
  const title = shorten(wholeTitle, limits.title);
  if (Object.keys(more).length === 0) {
    const unfinished = await findUnfinishedForm(ports, actor, channelId);
    if (unfinished) {
      const { id, form, savedAt } = unfinished;
      return resumeView(language, { id, title: form.title, savedAt }, title, metadata);
    }
  }
  const surroundings = await surroundingsOf(desk, actor, metadata, suggestion, channel);
  const now = ports.now();
  const empty = emptyForm(title, suggestDeadline(now, timeZone), surroundings.ruleBook.initial.id);
  if (Object.keys(more).length === 0) return proposeView(language, empty, metadata, surroundings);
  const form = suggestedForm(empty, more, metadata.formId);
  // The view does not hold all of it.
  await keepForm(ports, { ...actor, id: metadata.formId, channelId, form, savedAt: now });
  return proposeView(language, form, metadata, surroundings);
}

function suggestedForm(empty: ProposalInput, suggestion: Omit<Suggestion, 'title'>, seed: string): ProposalInput {
  const { context = '', options, keepingOption, draft, bond } = suggestion;
  const keeping = keepingOption === undefined ? [] : [{ ...suggestedOption(keepingOption), keepsAdr: true }];
  const form = {
    ...empty,
    context,
    bond,
    options: [...(options?.map(suggestedOption) ?? empty.options), ...keeping],
  };
  return draft === undefined ? form : fillIn(form, draft, seed);
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

/** “Go on with it”: shows the form as it was left. */
export async function onResume(desk: Desk, { actor, view, language }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  const metadata = readProposeMetadata(view);
  await replaceView(language, desk, { viewId: view.id }, language.proposeForm.title, async () => {
    const unfinished = await findOwnForm(desk.ports, actor, metadata.formId);
    const now = desk.ports.now();
    const surroundings = await surroundingsOf(desk, actor, metadata, unfinished?.form);
    const form = unfinished?.form ?? emptyForm('', suggestDeadline(now, metadata.timeZone));
    const ruleId = unfinished ? (unfinished.form.ruleId ?? 'plurality') : surroundings.ruleBook.initial.id;
    return proposeView(
      language,
      withFutureDeadline({ ...form, ruleId }, now, metadata.timeZone),
      metadata,
      surroundings,
    );
  });
}

function withFutureDeadline(form: ProposalInput, now: Date, timeZone: string): ProposalInput {
  const isPast = form.closesAt !== undefined && new Date(form.closesAt) <= now;
  return isPast ? { ...form, closesAt: suggestDeadline(now, timeZone).toISOString() } : form;
}

/** “Start afresh”: puts the unfinished form aside and shows an empty form. */
export async function onStartAfresh(desk: Desk, { actor, view, language }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  const { typedTitle = '', formId, ...rest } = readProposeMetadata(view);
  await replaceView(language, desk, { viewId: view.id }, language.proposeForm.title, async () => {
    await putFormAside(desk.ports, actor, formId);
    const metadata = { ...rest, formId: randomUUID() };
    const surroundings = await surroundingsOf(desk, actor, metadata);
    const closesAt = suggestDeadline(desk.ports.now(), metadata.timeZone);
    return proposeView(
      language,
      emptyForm(typedTitle, closesAt, surroundings.ruleBook.initial.id),
      metadata,
      surroundings,
    );
  });
}

/** Somebody typed a letter, or chose something. */
export const onTyped = keepTyped;

/** “Add an option”: saves what was typed and shows one more row. */
export async function onAddOption(desk: Desk, gesture: ActionGesture): Promise<void> {
  await changeForm(desk, gesture, (form) => ({ ...form, options: withNewOption(form.options) }));
}

/** “Add a section”: saves what was typed and shows one more section. */
export async function onAddSection(desk: Desk, gesture: ActionGesture): Promise<void> {
  await changeForm(desk, gesture, (form) => {
    const hasRoom = form.sections.length < limits.sections;
    return hasRoom ? { ...form, sections: [...form.sections, emptySection()] } : form;
  });
}

/** The submitted modal becomes a decision. */
export const proposal: Submission = {
  async handle(desk, { actor, view, language }) {
    const { formId, channelId, timeZone } = readProposeMetadata(view);
    const form = await readForm(language, desk, actor, view);
    const place = { id: formId, teamId: actor.teamId, proposerId: actor.userId, channelId, timeZone };
    await findChannelForProposer(desk.ports, channelId, actor);
    const archive = await findDestination(desk.ports, place, form);
    const { rule } = await chooseRule(desk.ports, { ...place, archive }, form.ruleId);
    await proposeDecision(desk.ports, toProposal(form, rule), { ...place, repository: form.repository });
  },
  blockOf: proposeBlockOf,
};
