import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { Decision } from '../../decision/decision.ts';
import type { ArgumentKind } from '../../decision/proposal/argument.ts';
import type { Language } from '../../words/language.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { editorInput, radioInput, readEditor } from '../form/inputs.ts';
import { choice, input, plain, valueAction } from '../text/blocks.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';

export const argumentCallback = 'argument';

/** `argumentId` is created with the modal, so that a submission which arrives twice is one argument. */
interface Metadata {
  readonly decisionId: string;
  readonly argumentId: string;
}

const kinds = ['pro', 'con', 'neutral'] as const;

/** Asks for one reason for or against an option, or a neutral one. */
export function argumentView({ forms, argumentForm }: Language, decision: Decision): ModalView {
  const choices = kinds.map((kind) => choice(argumentForm.kinds[kind], kind));
  const metadata: Metadata = { decisionId: decision.id, argumentId: randomUUID() };
  return {
    type: 'modal',
    callback_id: argumentCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain(argumentForm.title),
    submit: plain(forms.add),
    close: plain(forms.cancel),
    blocks: [
      input('option', argumentForm.option, {
        type: 'static_select',
        action_id: valueAction,
        options: decision.options.map((option) => choice(option.title, option.id)),
      }),
      input('kind', argumentForm.kind, radioInput(choices)),
      input('text', forms.because, editorInput({ placeholder: argumentForm.example })),
    ],
  };
}

/** Reads the modal. */
export function readArgument(
  values: StateValues,
  names: RichTextNames,
): { optionId: string | undefined; kind: ArgumentKind; text: string } {
  const state = new FormState(values);
  const kind = kinds.find((candidate) => candidate === state.choice('kind')) ?? 'neutral';
  return { optionId: state.choice('option'), kind, text: readEditor(state, 'text', names) };
}
