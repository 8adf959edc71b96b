import type { ModalView } from '@slack/types';
import type { Decision } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import type { Field } from '../../decision/rule-broken.ts';
import { type EditForm, wordingOf } from '../../workflow/deliberate.ts';
import { context, input, plain, valueAction } from '../blocks.ts';
import { FormState, type StateValues } from '../form-state.ts';
import { richTextToMarkdown } from '../rich-text/markdown.ts';
import type { RichTextNames } from '../rich-text/run.ts';
import { textInput, viewRichText } from './inputs.ts';

export const editCallback = 'edit';

/** What the edit modal carries along: the wording that its reader saw. */
export interface EditMetadata {
  readonly decisionId: string;
  readonly seen: string;
}

/** Asks for other words; once voting is open, the options' words stand. */
export function editView(decision: Decision): ModalView {
  const isVoting = decision.voting !== undefined;
  const metadata: EditMetadata = {
    decisionId: decision.id,
    seen: wordingOf(decision),
  };
  return {
    type: 'modal',
    callback_id: editCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain('Edit'),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: [
      input('title', 'Question', textInput(limits.title, { initial: decision.title })),
      input('context', 'Context and problem statement', {
        type: 'rich_text_input',
        action_id: valueAction,
        initial_value: viewRichText(decision.context),
      }),
      input(
        'drivers',
        'Decision drivers',
        textInput((limits.driver + 1) * limits.drivers, { initial: decision.drivers.join('\n'), isLong: true }),
        {
          optional: true,
          hint: 'One to a line.',
        },
      ),
      ...(isVoting
        ? [context('Voting has opened, so the options stay as people have voted on them.')]
        : decision.options.flatMap((option, position) => [
            input(
              `option:${position}`,
              `Option ${position + 1}`,
              textInput(limits.optionTitle, { initial: option.title }),
            ),
            input(
              `description:${position}`,
              `About option ${position + 1}`,
              textInput(limits.optionDescription, { initial: option.description, isLong: true }),
              { optional: true },
            ),
          ])),
    ],
  };
}

/** Reads the modal. Options that it does not show keep the words that `decision` has. */
export function readEdit(values: StateValues, decision: Decision, names: RichTextNames): EditForm {
  const state = new FormState(values);
  const rich = state.richText('context');
  return {
    title: state.text('title'),
    context: rich ? richTextToMarkdown(rich, names) : '',
    drivers: state.text('drivers'),
    options: decision.options.map((option, position) => {
      const block = `option:${position}`;
      if (!state.has(block)) return option;
      return { id: option.id, title: state.text(block), description: state.text(`description:${position}`) };
    }),
  };
}

/** The input under which an error belongs. */
export function editBlockOf(field: Field, position: number | undefined): string | undefined {
  return field === 'option' || field === 'options' ? `option:${position ?? 0}` : field;
}
