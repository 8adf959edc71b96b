import type { AdrWarning } from '@gavel/adr/read/warning.ts';
import type { KnownBlock, ModalView } from '@slack/types';
import type { UserGroup } from '../../decision/decision.ts';
import type { Field } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import type { DraftRemark } from '../../decision/proposal/draft-remark.ts';
import type { ProposalForm } from '../../decision/proposal/proposal.ts';
import type { RuleBook } from '../../decision/rule/named-rule.ts';
import type { Rule } from '../../decision/rule/rule.ts';
import { type Language, wordDraftRemark } from '../../words/language.ts';
import { bold } from '../../words/say.ts';
import type { ProposalInput } from '../../workflow/ports/proposal-input.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { countBytes, kept, momentInput, radioInput } from '../form/inputs.ts';
import { readMetadata } from '../form/metadata.ts';
import { questionBlockId, questionBlocks, readQuestion } from '../form/question.ts';
import { repositoryBlock, repositoryInput } from '../form/repository-input.ts';
import { ruleBlock, ruleChoice, ruleInput } from '../form/rule-input.ts';
import { actions, button, choice, context, divider, input, plain, slackLimits } from '../text/blocks.ts';
import { fitLines } from '../text/fit-lines.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';
import { paragraph, printed } from '../text/words.ts';
import { decidersBlock, decidersInput } from './deciders-input.ts';
import { groupsBlock, groupsInput, readGroups } from './groups-input.ts';
import { newOption, optionBlockIds, optionRows, readOptions } from './option-row.ts';
import { readSections, sectionBlockAt, sectionBlocks } from './section-view.ts';

export const proposeCallback = 'propose';
export const proposeActions = {
  addOption: 'add_option',
  addSection: 'add_section',
  useDraft: 'use_draft',
  resume: 'resume_draft',
  startAfresh: 'start_afresh',
} as const;

/** What the propose modal carries along. */
export interface ProposeMetadata {
  readonly formId: string;
  readonly channelId: string;
  readonly timeZone: string;
  /** Changes when a Markdown draft fills in the question anew. */
  readonly edition?: string;
  /** The repository whose rules are offered, where the channel has several. */
  readonly rulesOf?: string | undefined;
}

/** What the modal shows besides the form. */
export interface ProposeSurroundings {
  /** Without the `#`. */
  readonly channelName: string;
  readonly ruleBook: RuleBook;
  /** The workspace's groups, if Slack shows them to us. */
  readonly groups: readonly UserGroup[];
  /** The names of the channel's repositories, its own first. */
  readonly repositories?: readonly string[];
}

const votingNow = 'now';

/**
 * The block that asks for the rule. Slack keeps what somebody chose in a block when it shows the block again, so the
 * rules of each repository have a block of their own.
 */
function ruleBlockId(rulesOf: string | undefined): string {
  return rulesOf === undefined ? ruleBlock : `${ruleBlock}:${rulesOf}`;
}

/** The repository that a form shows as chosen; undefined where nobody is asked. */
function shownRepository(
  { bond, repository }: ProposalInput,
  { repositories = [] }: ProposeSurroundings,
): string | undefined {
  if (bond !== undefined || repositories.length < 2) return undefined;
  return repositories.find((name) => name === repository) ?? repositories[0];
}

/** The form before anybody has typed. */
export function emptyForm(suggestedTitle: string, closesAt: Date, ruleId?: string): ProposalInput {
  return {
    title: suggestedTitle,
    context: '',
    drivers: '',
    options: [newOption(), newOption()],
    sections: [],
    draft: undefined,
    remarks: [],
    bond: undefined,
    deciders: [],
    ruleId,
    closesAt: closesAt.toISOString(),
    opensVotingNow: true,
  };
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
  const { channelName } = surroundings;
  const question = questionBlocks(language, form, metadata.edition);
  const rulesOf = shownRepository(form, surroundings);
  return fitLines(
    Math.min(form.sections.length, limits.sections),
    (sectionInputs) => ({
      type: 'modal',
      callback_id: proposeCallback,
      private_metadata: writeProposeMetadata({ ...metadata, rulesOf }),
      notify_on_close: true,
      title: plain(proposeForm.title),
      submit: plain(proposeForm.submit),
      close: plain(proposeForm.close),
      blocks: [
        ...bondBlocks(language, form),
        context(proposeForm.place(channelName), printed(proposeForm.keptAsTyped)),
        ...(form.remarks.length === 0
          ? []
          : [context(form.remarks.map((remark) => wordRemark(language, remark)).join('\n'))]),
        ...question,
        divider(),
        ...optionRows(language, form.options, form.draft !== undefined),
        ...sectionBlocks(language, form.sections, { inputs: sectionInputs, form: 'propose' }),
        ...moreBlocks(language, form),
        divider(),
        ...votingBlocks(language, form, surroundings),
      ],
    }),
    (view) => countBytes(view) <= slackLimits.viewBytes,
  );
}

function bondBlocks({ bonds }: Language, { bond, options }: ProposalInput): KnownBlock[] {
  if (bond === undefined) return [];
  const offersToKeep = options.some(({ keepsAdr }) => keepsAdr);
  return [paragraph(bold(bonds.announce(bond.kind, bond, offersToKeep)))];
}

function wordRemark(language: Language, remark: DraftRemark | AdrWarning | string): string {
  return typeof remark === 'string' ? remark : wordDraftRemark(language, remark);
}

function moreBlocks({ proposeForm }: Language, { options, sections }: ProposalInput): KnownBlock[] {
  const hasAllOptions = options.length >= limits.options.most;
  const hasAllSections = sections.length >= limits.sections;
  return [
    ...(hasAllOptions ? [context(proposeForm.noMoreOptions)] : []),
    actions('more', [
      ...(hasAllOptions ? [] : [button(proposeActions.addOption, proposeForm.addOption)]),
      ...(hasAllSections ? [] : [button(proposeActions.addSection, proposeForm.addSection)]),
      button(proposeActions.useDraft, proposeForm.useDraft),
    ]),
  ];
}

function votingBlocks(language: Language, form: ProposalInput, surroundings: ProposeSurroundings): KnownBlock[] {
  const { ruleBook, groups, repositories = [] } = surroundings;
  const { rules, initial } = ruleBook;
  const { proposeForm } = language;
  const [now, later] = [choice(proposeForm.voteNow, votingNow), choice(proposeForm.voteLater, 'later')];
  const closesAt = form.closesAt === undefined ? undefined : new Date(form.closesAt);
  const { repository: label, repositoryHint: hint } = language.forms;
  return [
    // A proposal that changes an ADR goes to that ADR's repository.
    ...(form.bond ? [] : repositoryInput(repositories, form.repository, { label, hint, ...kept })),
    decidersInput(language, form.deciders),
    ...groupsInput(language, groups, form.groups ?? []),
    ruleInput(
      language,
      rules.map((rule) => ruleChoice(language, rule)),
      form.ruleId ?? initial.id,
      { ...kept, block: ruleBlockId(shownRepository(form, surroundings)) },
    ),
    input('deadline', proposeForm.deadline, momentInput(closesAt), kept),
    input('voting', proposeForm.voting, radioInput([now, later], form.opensVotingNow ? now : later), kept),
  ];
}

/** Offers to go on with a form that was left unfinished. */
export function resumeView(
  { forms, proposeForm }: Language,
  unfinished: { id: string; title: string; savedAt: Date },
  typedTitle: string,
  metadata: ProposeMetadata,
): ModalView {
  return {
    type: 'modal',
    private_metadata: writeProposeMetadata({ ...metadata, formId: unfinished.id, typedTitle }),
    title: plain(proposeForm.title),
    close: plain(forms.close),
    blocks: [
      paragraph(proposeForm.unfinished(unfinished.title, unfinished.savedAt)),
      actions('draft', [
        button(proposeActions.resume, proposeForm.resume, { style: 'primary' }),
        button(proposeActions.startAfresh, proposeForm.startAfresh),
      ]),
    ],
  };
}

/** A view as Slack sends it back, as far as it is read here. */
interface ReturnedView {
  readonly private_metadata: string;
  readonly state: { readonly values: unknown };
  readonly blocks: readonly { readonly type: string; readonly block_id?: string }[];
}

/** The block for the context. */
export function contextBlockOf(view: { private_metadata: string }): string {
  return questionBlockId('context', readProposeMetadata(view).edition);
}

/**
 * Reads the modal as it is now. `before` is the form as last saved: it has what the view does not show, such as the
 * Markdown draft, and the full texts where the view shows only the beginning.
 */
export function readProposalInput(view: ReturnedView, names: RichTextNames, before?: ProposalInput): ProposalInput {
  const state = new FormState(view.state.values as StateValues);
  const blockIds = view.blocks.map(({ block_id = '' }) => block_id);
  const { edition, rulesOf } = readProposeMetadata(view);
  return {
    ...readQuestion(state, edition, names, before),
    options: readOptions(state, blockIds, before?.options ?? []),
    sections: readSections(state, blockIds, before?.sections ?? []),
    draft: before?.draft,
    remarks: before?.remarks ?? [],
    bond: before?.bond,
    deciders: state.people(decidersBlock),
    groups: readGroups(state, before?.groups ?? []),
    ruleId: state.choice(ruleBlockId(rulesOf)),
    repository: state.choice(repositoryBlock),
    closesAt: state.moment('deadline')?.toISOString(),
    opensVotingNow: state.choice('voting') === votingNow,
  };
}

/** What the modal holds as a form to be checked, with the rule that was chosen in it. */
export function toProposal(form: ProposalInput, rule: Rule): ProposalForm {
  return { ...form, rule, closesAt: form.closesAt === undefined ? undefined : new Date(form.closesAt) };
}

/** The input under which an error belongs. */
export function proposeBlockOf(view: ReturnedView): (field: Field, position: number | undefined) => string | undefined {
  const { edition, rulesOf } = readProposeMetadata(view);
  const blockIds = view.blocks.map(({ block_id = '' }) => block_id);
  const options = optionBlockIds(blockIds);
  const blocks: Partial<Record<Field, (position: number) => string | undefined>> = {
    title: () => questionBlockId('title', edition),
    context: () => questionBlockId('context', edition),
    drivers: () => questionBlockId('drivers', edition),
    deciders: () => 'deciders',
    groups: () => groupsBlock,
    rule: () => ruleBlockId(rulesOf),
    repository: () => repositoryBlock,
    deadline: () => 'deadline',
    option: (position) => options[position],
    options: () => options[0],
    section: (position) => sectionBlockAt(view.blocks, position),
  };
  return (field, position = 0) => {
    const block = blocks[field]?.(position);
    // Slack drops an error for a block that is not there.
    return block !== undefined && blockIds.includes(block) ? block : undefined;
  };
}

/** `typedTitle` is what was typed behind the command, while an older form is offered. */
type CarriedMetadata = ProposeMetadata & { readonly typedTitle?: string };

/** Writes what the modal carries along. */
export function writeProposeMetadata({ formId, ...rest }: CarriedMetadata): string {
  // The key that it always had: a modal may be open while a newer Gavel takes over.
  return JSON.stringify({ draftId: formId, ...rest });
}

/** Reads what the modal carries along. */
export function readProposeMetadata(view: { private_metadata: string }): CarriedMetadata {
  const { draftId, ...rest } = readMetadata<Omit<CarriedMetadata, 'formId'> & { draftId: string }>(view);
  return { ...rest, formId: draftId };
}
