import type { ModalView } from '@slack/types';
import type { Objection } from '../../decision/decision.ts';
import { pickObjections } from '../../decision/judge.ts';
import { limits } from '../../decision/limits.ts';
import { nameOf } from '../../decision/person.ts';
import type { Settleable } from '../../workflow/deliberate/object.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { textInput } from '../form/inputs.ts';
import { choice, context, input, plain, slackLimits, valueAction } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';

export const settleCallback = 'settle_objection';

/** Asks which objection is settled, and why: what somebody's own is resolved by, or why another's is overridden. */
export function settleView({ decision, objections, people }: Settleable, userId: string): ModalView {
  const isOwn = ({ authorId }: Objection) => authorId === userId;
  const own = objections.filter(isOwn);
  const others = objections.filter((objection) => !isOwn(objection));
  const shown = [...own, ...pickObjections(decision, others, slackLimits.options - own.length)];
  const more = objections.length - shown.length;
  const submit = others.length === 0 ? 'Resolve' : own.length === 0 ? 'Override' : 'Settle';
  const options = shown.map(({ id, kind, authorId, reason }) => {
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
      paragraph(
        'Your own is then resolved; somebody else’s is overridden, with your name. Both are told in the thread and go into the record.',
      ),
      input('objection', 'Objection', {
        type: 'static_select',
        action_id: valueAction,
        options,
        ...(first ? { initial_option: first } : {}),
      }),
      ...(more > 0 ? [context(`and ${more} more, once some of these are settled`)] : []),
      input(
        'text',
        others.length === 0 ? 'What has changed' : 'Because',
        textInput(limits.objection, {
          placeholder: others.length === 0 ? 'In a sentence' : 'What has changed, or why it goes on all the same',
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
