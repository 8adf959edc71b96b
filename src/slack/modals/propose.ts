import { randomUUID } from 'node:crypto';
import type { DispatchActionConfig, InputBlock, KnownBlock, ModalView } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import type { ProposalForm } from '../../decision/proposal.ts';
import type { Field } from '../../decision/rule-broken.ts';
import type { DraftForm } from '../../workflow/draft.ts';
import {
  actions,
  button,
  choice,
  context,
  divider,
  escapeMrkdwn,
  formatDate,
  input,
  plain,
  section,
  valueAction,
} from '../blocks.ts';
import { FormState, type StateValues } from '../form-state.ts';
import { richTextToMarkdown } from '../rich-text/markdown.ts';
import type { RichTextNames } from '../rich-text/run.ts';
import { momentInput, textInput, viewRichText } from './inputs.ts';
import { readMetadata } from './metadata.ts';

export const proposeCallback = 'propose';
export const proposeActions = { addOption: 'add_option', resume: 'resume_draft', startAfresh: 'start_afresh' } as const;

/** What the propose modal carries along. */
export interface ProposeMetadata {
  readonly draftId: string;
  readonly channelId: string;
  readonly timeZone: string;
}

const title = 'Propose a decision';
const optionPrefix = 'option:';
const descriptionSuffix = ':description';
const votingNow = 'now';

/** A row for an option that is not there yet. */
export function emptyOption(): DraftForm['options'][number] {
  return { key: randomUUID().slice(0, 8), title: '', description: '' };
}

/** The form before anybody has typed. */
export function emptyForm(title: string, closesAt: Date): DraftForm {
  const options = [emptyOption(), emptyOption()];
  return {
    title,
    context: '',
    drivers: '',
    options,
    deciders: [],
    closesAt: closesAt.toISOString(),
    opensVotingNow: true,
  };
}

// What is typed is kept letter by letter: when a modal is closed, Slack does not say what was in it.
const kept = { dispatch_action: true } as const;
const onEachLetter: { dispatch_action_config: DispatchActionConfig } = {
  dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
};

function keptText(most: number, initial: string, placeholder: string, isLong = false): InputBlock['element'] {
  return { ...textInput(most, { initial, placeholder, isLong }), ...onEachLetter } as InputBlock['element'];
}

function optionInputs(option: DraftForm['options'][number], position: number): KnownBlock[] {
  const block = `${optionPrefix}${option.key}`;
  const isRequired = position < limits.options.least;
  return [
    input(block, `Option ${position + 1}`, keptText(limits.optionTitle, option.title, 'A possible answer'), {
      ...kept,
      optional: !isRequired,
    }),
    input(
      `${block}${descriptionSuffix}`,
      `About option ${position + 1}`,
      keptText(limits.optionDescription, option.description, 'What it would mean, in a sentence or two', true),
      { ...kept, optional: true },
    ),
  ];
}

const votingChoices = [choice('Open voting now', votingNow), choice('Discuss first, vote later', 'later')] as const;

/** The modal that `/adr propose` opens. */
export function proposeView(form: DraftForm, metadata: ProposeMetadata, channelName: string): ModalView {
  const closesAt = form.closesAt === undefined ? undefined : new Date(form.closesAt);
  const rich = form.context === '' ? {} : { initial_value: viewRichText(form.context) };
  const canAdd = form.options.length < limits.options.most;
  return {
    type: 'modal',
    callback_id: proposeCallback,
    private_metadata: JSON.stringify(metadata),
    notify_on_close: true,
    title: plain(title),
    submit: plain('Propose'),
    close: plain('Keep as draft'),
    blocks: [
      context(
        `In *#${escapeMrkdwn(channelName)}*. What you type is kept as you go; close this and \`/adr propose\` brings it back.`,
      ),
      input('title', 'Question', keptText(limits.title, form.title, 'Choose the backend language for …'), kept),
      input(
        'context',
        'Context and problem statement',
        {
          type: 'rich_text_input',
          action_id: valueAction,
          ...onEachLetter,
          placeholder: plain('What is the problem, and why now?'),
          ...rich,
        },
        kept,
      ),
      input(
        'drivers',
        'Decision drivers',
        keptText((limits.driver + 1) * limits.drivers, form.drivers, 'What a good answer must satisfy', true),
        {
          ...kept,
          optional: true,
          hint: 'One to a line.',
        },
      ),
      divider(),
      ...form.options.flatMap(optionInputs),
      ...(canAdd
        ? [actions('more', [button(proposeActions.addOption, 'Add an option')])]
        : [context('Ten options are the most.')]),
      divider(),
      input(
        'deciders',
        'Deciders',
        {
          type: 'multi_users_select',
          action_id: valueAction,
          placeholder: plain('Everyone in the channel'),
          ...(form.deciders.length > 0 ? { initial_users: [...form.deciders] } : {}),
        },
        { ...kept, optional: true, hint: 'Who may vote. Leave it empty for everyone in the channel.' },
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
    ],
  };
}

/** Offers to go on with a draft that was left unfinished. */
export function resumeView(
  draft: { id: string; title: string; savedAt: Date },
  typedTitle: string,
  metadata: ProposeMetadata,
): ModalView {
  const name = draft.title === '' ? 'a draft without a title' : `“${escapeMrkdwn(draft.title)}”`;
  return {
    type: 'modal',
    private_metadata: JSON.stringify({ ...metadata, draftId: draft.id, typedTitle }),
    title: plain(title),
    close: plain('Close'),
    blocks: [
      section(`You left ${name} unfinished here, ${formatDate(draft.savedAt)}.`),
      actions('draft', [
        button(proposeActions.resume, 'Go on with it', { style: 'primary' }),
        button(proposeActions.startAfresh, 'Start afresh'),
      ]),
    ],
  };
}

/** Reads the modal as it is now; the option rows come in the order of the view. */
export function readDraftForm(
  view: { state: { values: unknown }; blocks: readonly { block_id?: string }[] },
  names: RichTextNames,
): DraftForm {
  const state = new FormState(view.state.values as StateValues);
  const rich = state.richText('context');
  const keys = view.blocks
    .map(({ block_id = '' }) => block_id)
    .filter((id) => id.startsWith(optionPrefix) && !id.endsWith(descriptionSuffix))
    .map((id) => id.slice(optionPrefix.length));
  return {
    title: state.text('title'),
    context: rich ? richTextToMarkdown(rich, names) : '',
    drivers: state.text('drivers'),
    options: keys.map((key) => ({
      key,
      title: state.text(`${optionPrefix}${key}`),
      description: state.text(`${optionPrefix}${key}${descriptionSuffix}`),
    })),
    deciders: state.people('deciders'),
    closesAt: state.moment('deadline')?.toISOString(),
    opensVotingNow: state.choice('voting') === votingNow,
  };
}

/** A draft as a form to be checked. */
export function toProposal(form: DraftForm): ProposalForm {
  return { ...form, closesAt: form.closesAt === undefined ? undefined : new Date(form.closesAt) };
}

/** The input under which an error belongs. */
export function proposeBlockOf(form: DraftForm): (field: Field, position: number | undefined) => string | undefined {
  const blocks: Partial<Record<Field, string>> = {
    title: 'title',
    context: 'context',
    drivers: 'drivers',
    deciders: 'deciders',
    deadline: 'deadline',
  };
  return (field, position) => {
    if (field !== 'option' && field !== 'options') return blocks[field];
    const key = form.options[position ?? 0]?.key;
    return key && `${optionPrefix}${key}`;
  };
}

/** Reads what the modal carries along. */
export function readProposeMetadata(view: { private_metadata: string }): ProposeMetadata & { typedTitle?: string } {
  return readMetadata(view);
}
