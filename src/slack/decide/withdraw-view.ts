import type { ModalView } from '@slack/types';
import type { Decision } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import type { Language } from '../../words/language.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { textInput } from '../form/inputs.ts';
import { input, plain } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';

export const withdrawCallback = 'withdraw';

/** Asks whether to withdraw a decision, and why. */
export function withdrawView(
  { card, forms, withdrawForm }: Language,
  decision: Pick<Decision, 'id' | 'title' | 'outcome'>,
): ModalView {
  return {
    type: 'modal',
    callback_id: withdrawCallback,
    private_metadata: JSON.stringify({ decisionId: decision.id }),
    title: plain(card.buttons.withdraw),
    submit: plain(card.buttons.withdraw),
    close: plain(forms.cancel),
    blocks: [
      paragraph(withdrawForm.consequence(decision.title, decision.outcome !== undefined)),
      input('reason', forms.why, textInput(limits.argument, { placeholder: withdrawForm.whyExample }), {
        optional: true,
      }),
    ],
  };
}

/** Reads the modal. */
export function readReason(values: StateValues): string {
  return new FormState(values).text('reason');
}
