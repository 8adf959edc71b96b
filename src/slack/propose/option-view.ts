import type { InputBlock, ModalView } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import type { OptionForm } from '../../decision/proposal/option.ts';
import type { Language } from '../../words/language.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { editorInput, readEditor, textInput } from '../form/inputs.ts';
import { input, plain } from '../text/blocks.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';

export const optionCallback = 'option';

/** Asks for one more option. */
export function optionView(language: Language, decisionId: string): ModalView {
  const { forms, optionForm } = language;
  return {
    type: 'modal',
    callback_id: optionCallback,
    private_metadata: JSON.stringify({ decisionId }),
    title: plain(optionForm.title),
    submit: plain(forms.add),
    close: plain(forms.cancel),
    blocks: optionInputs(language),
  };
}

/** The inputs for an option, filled in with `initial` if there is one. */
export function optionInputs({ optionForm }: Language, initial?: OptionForm): InputBlock[] {
  const { title = '', description = '' } = initial ?? {};
  const [name, about] = [optionForm.optionExample, optionForm.aboutExample];
  return [
    input('option', optionForm.option, textInput(limits.optionTitle, { initial: title, placeholder: name })),
    input('description', optionForm.about, editorInput({ initial: description, placeholder: about }), {
      optional: true,
    }),
  ];
}

/** Reads the inputs for an option; `before` is what they were filled in with. */
export function readOption(values: StateValues, names: RichTextNames, before?: OptionForm): OptionForm {
  const state = new FormState(values);
  return { title: state.text('option'), description: readEditor(state, 'description', names, before?.description) };
}
