import type { AdrWarning } from '@gavel/adr/read/warning.ts';
import type { Button, KnownBlock, ModalView, SectionBlock } from '@slack/types';
import type { UserGroup } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import type { DraftRemark } from '../../decision/proposal/draft-remark.ts';
import { emptyRecallForm, type RecallForm, type RecallPart, recallParts } from '../../decision/recall/recall.ts';
import { type RuleBook, revisitMonthsOf } from '../../decision/rule/named-rule.ts';
import { addMonths, type Day, dayIn } from '../../decision/time/day.ts';
import { type Language, wordDraftRemark } from '../../words/language.ts';
import { bold } from '../../words/say.ts';
import type { ProposalInput } from '../../workflow/ports/proposal-input.ts';
import type { Alike } from '../../workflow/propose/alike.ts';
import { leftToAsk, splitAsked } from '../../workflow/propose/asked-entries.ts';
import type { DoubtedPattern } from '../../workflow/propose/pattern-doubts.ts';
import { countBytes, kept, momentInput, radioInput } from '../form/inputs.ts';
import { questionBlocks } from '../form/question.ts';
import { keyOfDoubted, recallInputs } from '../form/recall-input.ts';
import { repositoryBlock, repositoryInput } from '../form/repository-input.ts';
import { ruleBlock, ruleChoice, ruleInput } from '../form/rule-input.ts';
import { actions, button, choice, context, divider, input, plain, shorten, slackLimits } from '../text/blocks.ts';
import { fitLines } from '../text/fit-lines.ts';
import { paragraph, printed } from '../text/words.ts';
import { alikeBlocks, keyOf } from './alike-blocks.ts';
import { countPinned } from './arrange-options.ts';
import { entryInputs } from './asked-entries.ts';
import { channelInput } from './channel-input.ts';
import { decidersInput } from './deciders-input.ts';
import { groupsInput } from './groups-input.ts';
import { optionRows } from './option-row.ts';
import { type ProposeMetadata, proposeActions, writeProposeMetadata } from './propose-metadata.ts';
import { type ShownSection, sectionBlocks, sortSections } from './section-view.ts';

export const proposeCallback = 'propose';

/** What the modal shows besides the form. */
export interface ProposeSurroundings {
  /** The chosen channel; undefined if none is. */
  readonly channelId: string | undefined;
  /** Why nothing can be proposed there. */
  readonly obstacle?: string | undefined;
  /** The rules of the place where the proposal goes; undefined while that is not known. */
  readonly ruleBook: RuleBook | undefined;
  /** Whether the form was submitted for that place before these rules were shown. */
  readonly areRulesNew?: boolean;
  /** The workspace's groups, if Slack shows them to us. */
  readonly groups: readonly UserGroup[];
  /** The names of the channel's repositories, its own first. */
  readonly repositories?: readonly string[];
  /** The metadata entries that the repository's ADRs have and only people know. */
  readonly entries?: readonly string[];
  /** Whether the thread of the message that it was opened from can be read. */
  readonly hasThread?: boolean;
  /** What was decided already under such a title. */
  readonly alike?: readonly Alike[];
  /** Patterns of paths in it that may not be meant. */
  readonly doubted?: readonly DoubtedPattern[];
  /** When that was found, to suggest days by. */
  readonly now?: Date;
  /** Tags that decisions have already. */
  readonly knownTags?: readonly string[];
}

/** The choice to open the vote at once. */
export const votingNow = 'now';
const removedTitleShown = 40;

/**
 * A block that asks for something of a place. Slack keeps what somebody chose in a block when it shows the block again,
 * so each channel, and the rules of each repository, have a block of their own.
 */
function blockOfPlace(block: string, ...place: readonly (string | undefined)[]): string {
  return [block, ...place.filter((part) => part !== undefined)].join(':');
}

/** The repository that a form shows as chosen; undefined where nobody is asked. */
function shownRepository(
  { bond, repository }: ProposalInput,
  { repositories = [] }: ProposeSurroundings,
): string | undefined {
  if (bond !== undefined || repositories.length < 2) return undefined;
  return repositories.find((name) => name === repository) ?? repositories[0];
}

/**
 * The modal that `/adr propose` opens. Sections that would not fit into a view are only named, and stay as they are.
 */
export function proposeView(
  language: Language,
  form: ProposalInput,
  metadata: ProposeMetadata,
  surroundings: ProposeSurroundings,
): ModalView {
  const { proposeForm } = language;
  const { channelId } = surroundings;
  const alike = form.bond === undefined ? (surroundings.alike ?? []) : [];
  const [title, ...question] = questionBlocks(language, form, metadata.edition);
  const { doubted = [] } = surroundings;
  const rulesOf = shownRepository(form, surroundings);
  const sections = sortSections(form.sections);
  const { knownTags = [], entries = [] } = surroundings;
  const asked = splitAsked(leftToAsk(entries, form.sections));
  const suggested = suggestDay(form, metadata, surroundings);
  const parts = form.hasWholeRecall ? recallParts : [...asked.recall, ...(suggested ? (['revisit'] as const) : [])];
  const recall = withDay(form, suggested?.on);
  return fitLines(
    Math.min(form.sections.length, limits.sections),
    (sectionInputs) => ({
      type: 'modal',
      callback_id: proposeCallback,
      private_metadata: writeProposeMetadata({
        ...metadata,
        ...{ channelId, rulesOf, alike: keyOf(alike) || undefined, doubted: keyOfDoubted(doubted) || undefined },
        suggestsFor: suggestsDays(surroundings) ? form.ruleId : undefined,
      }),
      notify_on_close: true,
      title: plain(proposeForm.title),
      submit: plain(proposeForm.submit),
      close: plain(proposeForm.close),
      blocks: [
        ...bondBlocks(language, form),
        ...channelBlocks(language, surroundings),
        ...sourceBlocks(language, form, surroundings),
        draftBlock(language),
        ...(form.remarks.length === 0
          ? []
          : [context(form.remarks.map((remark) => wordRemark(language, remark)).join('\n'))]),
        ...(title ? [title] : []),
        ...alikeBlocks(language, alike),
        ...question,
        divider(),
        ...optionRows(language, form.options, { isDrafted: form.draft !== undefined, pinned: countPinned(form.bond) }),
        ...moreBlocks(language, form, parts),
        ...sectionsOf(language, sections, sectionInputs),
        ...recallInputs(language, recall, {
          parts,
          told: recallParts,
          knownTags,
          suggested,
          doubted,
          edition: metadata.edition,
        }),
        ...entryInputs(language, asked.own, form.answers ?? [], 'propose'),
        divider(),
        ...votingBlocks(language, form, surroundings),
      ],
    }),
    (view) => countBytes(view) <= slackLimits.viewBytes && view.blocks.length <= slackLimits.viewBlocks,
  );
}

/** The day to look again that the chosen rule suggests, or else the repository. */
function suggestDay(
  { ruleId }: ProposalInput,
  { timeZone }: ProposeMetadata,
  { ruleBook, now }: ProposeSurroundings,
): { readonly on: Day; readonly months: number } | undefined {
  const months = ruleBook && revisitMonthsOf(ruleBook, ruleId ?? ruleBook.initial.id);
  if (months === undefined || now === undefined) return undefined;
  return { months, on: addMonths(dayIn(timeZone, now), months) };
}

/** Whether another rule may suggest another day. */
function suggestsDays({ ruleBook }: ProposeSurroundings): boolean {
  return ruleBook?.rules.some(({ revisitMonths }) => revisitMonths !== undefined) === true;
}

/** What the form holds, with the day that is suggested now in place of the one that was suggested before. */
function withDay({ recall = emptyRecallForm, suggestedDay }: ProposalInput, on: Day | undefined): RecallForm {
  if (recall.revisit.on !== suggestedDay) return recall;
  return { ...recall, revisit: { ...recall.revisit, on } };
}

function channelBlocks(language: Language, { channelId, obstacle }: ProposeSurroundings): KnownBlock[] {
  return [channelInput(language, channelId), ...(obstacle === undefined ? [] : [context(`⚠ ${obstacle}`)])];
}

/** A warning where a private message would be read by others, and the way to the rest of its thread. */
function sourceBlocks(
  { shortcut }: Language,
  { source }: ProposalInput,
  { channelId, hasThread }: ProposeSurroundings,
): KnownBlock[] {
  const isRetold = source?.isPrivate === true && source.channelId !== channelId;
  return [
    ...(isRetold ? [context(`⚠ ${shortcut.isPrivate}`)] : []),
    ...(hasThread ? [actions('thread', [button(proposeActions.fromThread, shortcut.fromThread)])] : []),
  ];
}

function draftBlock({ proposeForm }: Language): SectionBlock {
  const text = printed(proposeForm.keptAsTyped);
  return { type: 'section', text, accessory: button(proposeActions.useDraft, proposeForm.useDraft) };
}

function bondBlocks({ bonds }: Language, { bond, options }: ProposalInput): KnownBlock[] {
  if (bond === undefined) return [];
  const offersToKeep = options.some(({ keepsAdr }) => keepsAdr);
  return [paragraph(bold(bonds.announce(bond.kind, bond, offersToKeep)))];
}

function wordRemark(language: Language, remark: DraftRemark | AdrWarning | string): string {
  return typeof remark === 'string' ? remark : wordDraftRemark(language, remark);
}

/** What can be added below the options; a section too, unless there are some, as that is then added below them. */
function moreBlocks(
  { proposeForm, recall }: Language,
  { options, sections, removed = [] }: ProposalInput,
  parts: readonly RecallPart[],
): KnownBlock[] {
  const hasAllOptions = options.length >= limits.options.most;
  const [last] = removed;
  const buttons = [
    ...(hasAllOptions ? [] : [button(proposeActions.addOption, proposeForm.addOption)]),
    ...(hasAllOptions || last === undefined
      ? []
      : [button(proposeActions.bringBack, proposeForm.bringBack(shorten(last.title, removedTitleShown)))]),
    ...(sections.length > 0 ? [] : sectionButtons(proposeForm)),
    ...(parts.length < recallParts.length ? [button(proposeActions.addRecall, recall.more)] : []),
  ];
  return [
    ...(hasAllOptions ? [context(proposeForm.noMoreOptions)] : []),
    ...(buttons.length === 0 ? [] : [actions('more', buttons)]),
  ];
}

function sectionsOf(language: Language, sections: readonly ShownSection[], inputs: number): KnownBlock[] {
  const hasRoom = sections.length > 0 && sections.length < limits.sections;
  return [
    ...sectionBlocks(language, sections, { inputs, form: 'propose' }),
    ...(hasRoom ? [actions('more_sections', sectionButtons(language.proposeForm))] : []),
  ];
}

function sectionButtons({ addSection, addMarkdownSection }: Language['proposeForm']): Button[] {
  return [button(proposeActions.addSection, addSection), button(proposeActions.addMarkdownSection, addMarkdownSection)];
}

function votingBlocks(language: Language, form: ProposalInput, surroundings: ProposeSurroundings): KnownBlock[] {
  const { groups, repositories = [], channelId } = surroundings;
  const { proposeForm } = language;
  const [now, later] = [choice(proposeForm.voteNow, votingNow), choice(proposeForm.voteLater, 'later')];
  const closesAt = form.closesAt === undefined ? undefined : new Date(form.closesAt);
  const { repository: label, repositoryHint: hint } = language.forms;
  const block = blockOfPlace(repositoryBlock, channelId);
  return [
    // A proposal that changes an ADR goes to that ADR's repository.
    ...(form.bond ? [] : repositoryInput(repositories, form.repository, { block, label, hint, ...kept })),
    decidersInput(language, form.deciders),
    ...groupsInput(language, groups, form.groups ?? []),
    ...ruleBlocks(language, form, surroundings),
    input('deadline', proposeForm.deadline, momentInput(closesAt), kept),
    input('voting', proposeForm.voting, radioInput([now, later], form.opensVotingNow ? now : later), kept),
  ];
}

function ruleBlocks(language: Language, form: ProposalInput, surroundings: ProposeSurroundings): KnownBlock[] {
  const { ruleBook, channelId, areRulesNew = false } = surroundings;
  const { proposeForm } = language;
  if (ruleBook === undefined) return [context(proposeForm.rulesLater)];
  const choices = ruleBook.rules.map((rule) => ruleChoice(language, rule));
  const block = blockOfPlace(ruleBlock, channelId, shownRepository(form, surroundings));
  return [
    ...(areRulesNew ? [context(`⚠ ${proposeForm.rulesChanged}`)] : []),
    ruleInput(language, choices, form.ruleId ?? ruleBook.initial.id, { ...kept, block }),
  ];
}
