import type { ModalView } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import { nameOf } from '../../decision/person.ts';
import type { Settleable } from '../../workflow/object.ts';
import { choice, input, plain, section, valueAction } from '../blocks.ts';
import { FormState, type StateValues } from '../form-state.ts';
import { textInput } from './inputs.ts';

export const settleCallback = 'settle_objection';

/** Asks which objection is settled, and why: what somebody's own is resolved by, or why another's is overridden. */
export function settleView({ decision, objections, people }: Settleable, userId: string): ModalView {
  const own = objections.filter(({ authorId }) => authorId === userId).length;
  const submit = own === objections.length ? 'Resolve' : own === 0 ? 'Override' : 'Settle';
  const options = objections.map(({ id, kind, authorId, reason }) => {
    const who = authorId === userId ? 'You' : nameOf(people, authorId);
    const stance = {
      objection: authorId === userId ? 'object' : 'objects',
      hold: authorId === userId ? 'need time' : 'needs time',
    };
    return choice(`${who} ${stance[kind]}: ${reason}`, id);
  });
  const [first] = options;
  return {
    type: 'modal',
    callback_id: settleCallback,
    private_metadata: JSON.stringify({ decisionId: decision.id }),
    title: plain('Resolve objection'),
    submit: plain(submit),
    close: plain('Cancel'),
    blocks: [
      section(
        'Your own is then resolved; somebody else’s is overridden, with your name. Both are told in the thread and go into the record.',
      ),
      input('objection', 'Objection', {
        type: 'static_select',
        action_id: valueAction,
        options,
        ...(first ? { initial_option: first } : {}),
      }),
      input(
        'text',
        own === objections.length ? 'What has changed' : 'Because',
        textInput(limits.objection, {
          placeholder: own === objections.length ? 'In a sentence' : 'What has changed, or why it goes on all the same',
        }),
      ),
    ],
  };
}

/** Reads the modal. */
export function readSettled(values: StateValues): { objectionId: string; reason: string } {
  const state = new FormState(values);
  return { objectionId: state.choice('objection') ?? '', reason: state.text('text') };
}
