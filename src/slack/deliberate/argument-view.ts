import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { ArgumentKind } from '../../decision/argument.ts';
import type { Decision } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { textInput } from '../form/inputs.ts';
import { choice, input, plain, valueAction } from '../text/blocks.ts';

export const argumentCallback = 'argument';

/** `argumentId` is made with the modal, so that a submission which arrives twice is one argument. */
interface Metadata {
  readonly decisionId: string;
  readonly argumentId: string;
}

const kinds = [
  choice('Pro: it speaks for it', 'pro'),
  choice('Con: it speaks against it', 'con'),
  choice('Neutral: good to know', 'neutral'),
] as const;

/** Asks for one reason for, against or beside an option. */
export function argumentView(decision: Decision): ModalView {
  const metadata: Metadata = { decisionId: decision.id, argumentId: randomUUID() };
  return {
    type: 'modal',
    callback_id: argumentCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain('Add a pro or con'),
    submit: plain('Add'),
    close: plain('Cancel'),
    blocks: [
      input('option', 'Option', {
        type: 'static_select',
        action_id: valueAction,
        options: decision.options.map((option) => choice(option.title, option.id)),
      }),
      input('kind', 'It is a', {
        type: 'radio_buttons',
        action_id: valueAction,
        options: [...kinds],
        initial_option: kinds[0],
      }),
      input('text', 'Because', textInput(limits.argument, { placeholder: 'One reason, in a sentence' })),
    ],
  };
}

/** Reads the modal. */
export function readArgument(values: StateValues): { optionId: string | undefined; kind: ArgumentKind; text: string } {
  const state = new FormState(values);
  const kind =
    (['pro', 'con', 'neutral'] as const).find((candidate) => candidate === state.choice('kind')) ?? 'neutral';
  return { optionId: state.choice('option'), kind, text: state.text('text') };
}
