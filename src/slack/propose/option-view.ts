import type { ModalView } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import type { OptionForm } from '../../decision/proposal/option.ts';
import type { Language } from '../../words/language.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { editorInput, readEditor, textInput } from '../form/inputs.ts';
import { input, plain } from '../text/blocks.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';

export const optionCallback = 'option';

/** Asks for one more option. */
export function optionView({ forms, optionForm }: Language, decisionId: string): ModalView {
  return {
    type: 'modal',
    callback_id: optionCallback,
    private_metadata: JSON.stringify({ decisionId }),
    title: plain(optionForm.title),
    submit: plain(forms.add),
    close: plain(forms.cancel),
    blocks: [
      input('option', optionForm.option, textInput(limits.optionTitle, { placeholder: optionForm.optionExample })),
      input('description', optionForm.about, editorInput({ placeholder: optionForm.aboutExample }), { optional: true }),
    ],
  };
}

/** Reads the modal. */
export function readOption(values: StateValues, names: RichTextNames): OptionForm {
  const state = new FormState(values);
  return { title: state.text('option'), description: readEditor(state, 'description', names) };
}
