import type { ModalView } from '@slack/types';
import type { Objection } from '../../decision/decision.ts';
import { pickObjections } from '../../decision/outcome/judge.ts';
import type { Language } from '../../words/language.ts';
import type { Settleable } from '../../workflow/deliberate/object.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { editorInput, readEditorLine } from '../form/inputs.ts';
import { choice, context, input, plain, slackLimits, valueAction } from '../text/blocks.ts';
import { nameFirst } from '../text/people-text.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';
import { paragraph } from '../text/words.ts';

export const settleCallback = 'settle_objection';

/** Asks which objection to settle, and why: how somebody's own is resolved, or why another person's is overridden. */
export function settleView(
  language: Language,
  { decision, objections, people }: Settleable,
  userId: string,
): ModalView {
  const { forms, card, settleForm } = language;
  const isOwn = ({ authorId }: Objection) => authorId === userId;
  const own = objections.filter(isOwn);
  const others = objections.filter((objection) => !isOwn(objection));
  const shown = [...own, ...pickObjections(decision, others, slackLimits.options - own.length)];
  const more = objections.length - shown.length;
  const by = others.length === 0 ? 'author' : own.length === 0 ? 'others' : 'both';
  const options = shown.map(({ id, kind, authorId, reason }) => {
    const name = authorId === userId ? undefined : nameFirst(language, people, authorId);
    return choice(settleForm.stance(kind, name, reason), id);
  });
  const [first] = options;
  return {
    type: 'modal',
    callback_id: settleCallback,
    private_metadata: JSON.stringify({ decisionId: decision.id }),
    title: plain(card.buttons.settleObjection),
    submit: plain(settleForm.submit[by]),
    close: plain(forms.cancel),
    blocks: [
      paragraph(settleForm.introduction),
      input('objection', settleForm.objection, {
        type: 'static_select',
        action_id: valueAction,
        options,
        ...(first ? { initial_option: first } : {}),
      }),
      ...(more > 0 ? [context(settleForm.more(more))] : []),
      input(
        'text',
        by === 'author' ? settleForm.change : forms.because,
        editorInput({
          keeps: 'line',
          placeholder: by === 'author' ? settleForm.changeExample : settleForm.becauseExample,
        }),
      ),
    ],
  };
}

/** Reads the modal. */
export function readSettled(values: StateValues, names: RichTextNames): { objectionId: string; reason: string } {
  const state = new FormState(values);
  return { objectionId: state.choice('objection') ?? '', reason: readEditorLine(state, 'text', names) };
}
