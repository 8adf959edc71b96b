import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { Decision } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import type { ObjectionForm, ObjectionWeight } from '../../decision/objection/objection.ts';
import type { Language } from '../../words/language.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { editorInput, momentInput, radioInput, readEditorLine } from '../form/inputs.ts';
import { choice, input, plain } from '../text/blocks.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';
import { paragraph } from '../text/words.ts';

export const objectionCallback = 'objection';

/** `objectionId` is created with the modal, so that a submission which arrives twice is one objection. */
export interface ObjectionMetadata {
  readonly decisionId: string;
  readonly objectionId: string;
}

const kinds = ['objection', 'hold'] as const;

/** Asks why somebody objects, or why and until when they need time; `weight` is what the objection does. */
export function objectionView(language: Language, decision: Decision, weight: ObjectionWeight): ModalView {
  const { forms, card, objections, objectionForm } = language;
  const choices = kinds.map((kind) => choice(objectionForm.kinds[kind], kind));
  const metadata: ObjectionMetadata = { decisionId: decision.id, objectionId: randomUUID() };
  return {
    type: 'modal',
    callback_id: objectionCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain(card.buttons.object),
    submit: plain(card.buttons.object),
    close: plain(forms.cancel),
    blocks: [
      paragraph(objections.help[weight]),
      input('kind', objectionForm.kind, radioInput(choices)),
      input('text', forms.because, editorInput({ keeps: 'line', placeholder: objectionForm.example })),
      input('deadline', objectionForm.until, momentInput(undefined), {
        optional: true,
        hint: objectionForm.untilHint(limits.holdDays),
      }),
    ],
  };
}

/** Reads the modal. */
export function readObjection(values: StateValues, names: RichTextNames): ObjectionForm {
  const state = new FormState(values);
  const kind = state.choice('kind') === 'hold' ? 'hold' : 'objection';
  return { kind, until: state.moment('deadline'), reason: readEditorLine(state, 'text', names) };
}
