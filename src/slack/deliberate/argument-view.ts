import { randomUUID } from 'node:crypto';
import type { InputBlock, ModalView } from '@slack/types';
import type { Decision } from '../../decision/decision.ts';
import type { Argument } from '../../decision/proposal/argument.ts';
import type { Language } from '../../words/language.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { editorInput, radioInput, readEditorLine } from '../form/inputs.ts';
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
export function argumentView(language: Language, decision: Decision): ModalView {
  const { forms, argumentForm } = language;
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
      ...reasonInputs(language),
    ],
  };
}

/** The inputs for a reason, filled in with `initial` if there is one. */
export function reasonInputs(
  { forms, argumentForm }: Language,
  initial?: Pick<Argument, 'kind' | 'text'>,
): InputBlock[] {
  const choices = kinds.map((kind) => choice(argumentForm.kinds[kind], kind));
  const chosen = choices.find(({ value }) => value === initial?.kind);
  const text = editorInput({ keeps: 'line', initial: initial?.text ?? '', placeholder: argumentForm.example });
  return [input('kind', argumentForm.kind, radioInput(choices, chosen)), input('text', forms.because, text)];
}

/** Reads the modal. */
export function readArgument(
  values: StateValues,
  names: RichTextNames,
): Pick<Argument, 'kind' | 'text'> & { readonly optionId: string | undefined } {
  return { optionId: new FormState(values).choice('option'), ...readReason(values, names) };
}

/** Reads the inputs for a reason; `before` is what they were filled in with. */
export function readReason(
  values: StateValues,
  names: RichTextNames,
  before?: Pick<Argument, 'text'>,
): Pick<Argument, 'kind' | 'text'> {
  const state = new FormState(values);
  const kind = kinds.find((candidate) => candidate === state.choice('kind')) ?? 'neutral';
  return { kind, text: readEditorLine(state, 'text', names, before?.text) };
}
