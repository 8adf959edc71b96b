import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { Decision } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import type { ObjectionForm } from '../../decision/objection.ts';
import type { Weight } from '../../workflow/deliberate/object.ts';
import { language } from '../app/language.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { momentInput, textInput } from '../form/inputs.ts';
import { choice, input, plain, valueAction } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';

export const objectionCallback = 'objection';

/** `objectionId` is made with the modal, so that a submission which arrives twice is one objection. */
export interface ObjectionMetadata {
  readonly decisionId: string;
  readonly objectionId: string;
}

const kinds = [choice('I object', 'objection'), choice('I need time', 'hold')] as const;

/** Asks why somebody objects, or why and until when they need time; `weight` is what it does. */
export function objectionView(decision: Decision, weight: Weight): ModalView {
  const metadata: ObjectionMetadata = { decisionId: decision.id, objectionId: randomUUID() };
  return {
    type: 'modal',
    callback_id: objectionCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain('Object'),
    submit: plain('Object'),
    close: plain('Cancel'),
    blocks: [
      paragraph(language.objections.help[weight]),
      input('kind', 'What it is', {
        type: 'radio_buttons',
        action_id: valueAction,
        options: [...kinds],
        initial_option: kinds[0],
      }),
      input('text', 'Because', textInput(limits.objection, { placeholder: 'What has to change, or what you need' })),
      input('deadline', 'Until', momentInput(undefined), {
        optional: true,
        hint: `Only if you need time: up to ${limits.holdDays} days from now.`,
      }),
    ],
  };
}

/** Reads the modal. */
export function readObjection(values: StateValues): ObjectionForm {
  const state = new FormState(values);
  const kind = state.choice('kind') === 'hold' ? 'hold' : 'objection';
  return { kind, until: state.moment('deadline'), reason: state.text('text') };
}
