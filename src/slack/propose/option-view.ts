import type { ModalView } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import type { OptionDraft } from '../../decision/option.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { textInput } from '../form/inputs.ts';
import { input, plain } from '../text/blocks.ts';

export const optionCallback = 'option';

/** Asks for one more option. */
export function optionView(decisionId: string): ModalView {
  return {
    type: 'modal',
    callback_id: optionCallback,
    private_metadata: JSON.stringify({ decisionId }),
    title: plain('Add an option'),
    submit: plain('Add'),
    close: plain('Cancel'),
    blocks: [
      input('option', 'Option', textInput(limits.optionTitle, { placeholder: 'A possible answer' })),
      input(
        'description',
        'About it',
        textInput(limits.optionDescription, { isLong: true, placeholder: 'What it would mean' }),
        { optional: true },
      ),
    ],
  };
}

/** Reads the modal. */
export function readOption(values: StateValues): OptionDraft {
  const state = new FormState(values);
  return { title: state.text('option'), description: state.text('description') };
}
