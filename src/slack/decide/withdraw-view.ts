import type { ModalView } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { textInput } from '../form/inputs.ts';
import { input, plain } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';

export const withdrawCallback = 'withdraw';

/** Asks whether a decision is really to be taken back, and why. */
export function withdrawView(decision: { id: string; title: string }): ModalView {
  return {
    type: 'modal',
    callback_id: withdrawCallback,
    private_metadata: JSON.stringify({ decisionId: decision.id }),
    title: plain('Withdraw'),
    submit: plain('Withdraw'),
    close: plain('Cancel'),
    blocks: [
      paragraph(
        `“${decision.title}” is then closed without an outcome. Its card and votes stay to be read; nothing is published.`,
      ),
      input('reason', 'Why', textInput(limits.argument, { placeholder: 'For those who took part' }), {
        optional: true,
      }),
    ],
  };
}

/** Reads the modal. */
export function readReason(values: StateValues): string {
  return new FormState(values).text('reason');
}
