import type { AdrWarning } from '@gavel/adr/read/warning.ts';
import type { KnownBlock, ModalView } from '@slack/types';
import type { UserGroup } from '../../decision/decision.ts';
import type { DraftRemark } from '../../decision/draft-remark.ts';
import { limits } from '../../decision/limits.ts';
import type { RuleBook } from '../../decision/named-rule.ts';
import type { ProposalForm } from '../../decision/proposal.ts';
import type { Rule } from '../../decision/rule.ts';
import type { Field } from '../../decision/rule-broken.ts';
import { wordDraftRemark } from '../../words/language.ts';
import { bold, say } from '../../words/say.ts';
import type { DraftForm } from '../../workflow/ports/draft-form.ts';
import { language } from '../app/language.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { countBytes, kept, momentInput } from '../form/inputs.ts';
import { readMetadata } from '../form/metadata.ts';
import { questionBlockId, questionBlocks, readQuestion } from '../form/question.ts';
import { ruleBlock, ruleChoice, ruleInput } from '../form/rule-input.ts';
import {
  actions,
  button,
  choice,
  context,
  divider,
  input,
  marked,
  plain,
  slackLimits,
  valueAction,
} from '../text/blocks.ts';
import { fitLines } from '../text/fit-lines.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';
import { paragraph } from '../text/words.ts';
import { describeBond } from './bond-text.ts';
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
  readonly draftId: string;
  readonly channelId: string;
  readonly timeZone: string;
  /** Changes when a Markdown draft fills in the question anew. */
  readonly edition?: string;
}

/** What the modal shows besides the form. */
export interface ProposeSurroundings {
  /** Without its `#`. */
  readonly channelName: string;
  readonly ruleBook: RuleBook;
  /** The workspace's groups, where Slack shows them to us. */
  readonly groups: readonly UserGroup[];
}

/** What the modal is called. */
export const proposeTitle = 'Propose a decision';

const votingNow = 'now';

/** The form before anybody has typed. */
export function emptyForm(suggestedTitle: string, closesAt: Date, ruleId?: string): DraftForm {
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

const votingChoices = [choice('Open voting now', votingNow), choice('Discuss first, vote later', 'later')] as const;

/** The modal that `/adr propose` opens. Sections that would not fit into a view are named, and kept as they are. */
export function proposeView(form: DraftForm, metadata: ProposeMetadata, surroundings: ProposeSurroundings): ModalView {
  const { channelName } = surroundings;
  const question = questionBlocks(form, metadata.edition);
  return fitLines(
    Math.min(form.sections.length, limits.sections),
    (sectionInputs) => ({
      type: 'modal',
      callback_id: proposeCallback,
      private_metadata: JSON.stringify(metadata),
      notify_on_close: true,
      title: plain(proposeTitle),
      submit: plain('Propose'),
      close: plain('Keep as draft'),
      blocks: [
        ...(form.bond
          ? [
              paragraph(
                bold(
                  describeBond(
                    form.bond,
                    form.options.some(({ keepsAdr }) => keepsAdr),
                  ),
                ),
              ),
            ]
          : []),
        context(
          `In #${channelName}.`,
          marked`What you type is kept as you go; close this and \`/adr propose\` brings it back.`,
        ),
        ...(form.remarks.length === 0 ? [] : [context(form.remarks.map(wordRemark).join('\n'))]),
        ...question,
        divider(),
        ...optionRows(form.options, form.draft !== undefined),
        ...sectionBlocks(form.sections, { inputs: sectionInputs, form: 'propose' }),
        ...moreBlocks(form),
        divider(),
        ...votingBlocks(form, surroundings),
      ],
    }),
    (view) => countBytes(view) <= slackLimits.viewBytes,
  );
}

function wordRemark(remark: DraftRemark | AdrWarning | string): string {
  return typeof remark === 'string' ? remark : wordDraftRemark(language, remark);
}

function moreBlocks({ options, sections }: DraftForm): KnownBlock[] {
  const hasAllOptions = options.length >= limits.options.most;
  const hasAllSections = sections.length >= limits.sections;
  return [
    ...(hasAllOptions ? [context('Ten options are the most.')] : []),
    actions('more', [
      ...(hasAllOptions ? [] : [button(proposeActions.addOption, 'Add an option')]),
      ...(hasAllSections ? [] : [button(proposeActions.addSection, 'Add a section')]),
      button(proposeActions.useDraft, 'Use a Markdown draft'),
    ]),
  ];
}

function votingBlocks(form: DraftForm, { ruleBook: { rules, initial }, groups }: ProposeSurroundings): KnownBlock[] {
  const closesAt = form.closesAt === undefined ? undefined : new Date(form.closesAt);
  return [
    decidersInput(form.deciders),
    ...groupsInput(groups, form.groups ?? []),
    ruleInput(
      language,
      rules.map((rule) => ruleChoice(language, rule)),
      form.ruleId ?? initial.id,
      kept,
    ),
    input('deadline', 'Voting closes', momentInput(closesAt), kept),
    input(
      'voting',
      'Voting',
      {
        type: 'radio_buttons',
        action_id: valueAction,
        options: [...votingChoices],
        initial_option: form.opensVotingNow ? votingChoices[0] : votingChoices[1],
      },
      kept,
    ),
  ];
}

/** Offers to go on with a draft that was left unfinished. */
export function resumeView(
  draft: { id: string; title: string; savedAt: Date },
  typedTitle: string,
  metadata: ProposeMetadata,
): ModalView {
  const name = draft.title === '' ? 'a draft without a title' : `“${draft.title}”`;
  return {
    type: 'modal',
    private_metadata: JSON.stringify({ ...metadata, draftId: draft.id, typedTitle }),
    title: plain(proposeTitle),
    close: plain('Close'),
    blocks: [
      paragraph(say`You left ${name} unfinished here, ${draft.savedAt}.`),
      actions('draft', [
        button(proposeActions.resume, 'Go on with it', { style: 'primary' }),
        button(proposeActions.startAfresh, 'Start afresh'),
      ]),
    ],
  };
}

/** A view as it comes back, as far as it is read here. */
interface ReturnedView {
  readonly private_metadata: string;
  readonly state: { readonly values: unknown };
  readonly blocks: readonly { readonly type: string; readonly block_id?: string }[];
}

/** The block in which the context is typed. */
export function contextBlockOf(view: { private_metadata: string }): string {
  return questionBlockId('context', readProposeMetadata(view).edition);
}

/**
 * Reads the modal as it is now. `before` is the form as it was kept last: it has what the view does not show, such as
 * the Markdown draft, and the whole of what the view shows only the beginning of.
 */
export function readDraftForm(view: ReturnedView, names: RichTextNames, before?: DraftForm): DraftForm {
  const state = new FormState(view.state.values as StateValues);
  const blockIds = view.blocks.map(({ block_id = '' }) => block_id);
  return {
    ...readQuestion(state, readProposeMetadata(view).edition, names, before),
    options: readOptions(state, blockIds, before?.options ?? []),
    sections: readSections(state, blockIds, before?.sections ?? []),
    draft: before?.draft,
    remarks: before?.remarks ?? [],
    bond: before?.bond,
    deciders: state.people(decidersBlock),
    groups: readGroups(state, before?.groups ?? []),
    ruleId: state.choice(ruleBlock),
    closesAt: state.moment('deadline')?.toISOString(),
    opensVotingNow: state.choice('voting') === votingNow,
  };
}

/** A draft as a form to be checked, with the rule that was chosen in it. */
export function toProposal(form: DraftForm, rule: Rule): ProposalForm {
  return { ...form, rule, closesAt: form.closesAt === undefined ? undefined : new Date(form.closesAt) };
}

/** The input under which an error belongs. */
export function proposeBlockOf(view: ReturnedView): (field: Field, position: number | undefined) => string | undefined {
  const { edition } = readProposeMetadata(view);
  const blockIds = view.blocks.map(({ block_id = '' }) => block_id);
  const options = optionBlockIds(blockIds);
  const blocks: Partial<Record<Field, (position: number) => string | undefined>> = {
    title: () => questionBlockId('title', edition),
    context: () => questionBlockId('context', edition),
    drivers: () => questionBlockId('drivers', edition),
    deciders: () => 'deciders',
    groups: () => groupsBlock,
    rule: () => ruleBlock,
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

/** Reads what the modal carries along. */
export function readProposeMetadata(view: { private_metadata: string }): ProposeMetadata & { typedTitle?: string } {
  return readMetadata(view);
}
