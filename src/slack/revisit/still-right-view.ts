import type { InputBlock, ModalView } from '@slack/types';
import type { Field } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import type { Language } from '../../words/language.ts';
import type { Revisited, StillRightForm } from '../../workflow/revisit/still-right.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { textInput } from '../form/inputs.ts';
import { input, plain, valueAction } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';

export const stillRightCallback = 'still_right';

const blocks = { next: 'next', note: 'note' } as const;

/** Asks when to look again, and for a note; nobody has to say either. */
export function stillRightView({ forms, revisit }: Language, { id: revisitId, title }: Revisited): ModalView {
  const day: InputBlock['element'] = { type: 'datepicker', action_id: valueAction };
  return {
    type: 'modal',
    callback_id: stillRightCallback,
    private_metadata: JSON.stringify({ revisitId }),
    title: plain(revisit.title),
    submit: plain(revisit.submit),
    close: plain(forms.cancel),
    blocks: [
      paragraph(revisit.explain(title)),
      input(blocks.next, revisit.nextOn, day, { optional: true, hint: revisit.nextOnHint }),
      input(blocks.note, revisit.note, textInput(limits.revisitNote, { placeholder: revisit.noteExample }), {
        optional: true,
      }),
    ],
  };
}

/** Reads the modal. */
export function readStillRight(values: StateValues): StillRightForm {
  const state = new FormState(values);
  return { next: state.day(blocks.next), note: state.text(blocks.note) };
}

/** The input that a failure belongs to. */
export function stillRightBlockOf(field: Field): string | undefined {
  return field === 'revisit on' ? blocks.next : field === 'text' ? blocks.note : undefined;
}
