import type { KnownBlock, ModalView } from '@slack/types';
import { phaseOf } from '../../decision/decision.ts';
import { findAbsent } from '../../decision/vote/take-out.ts';
import type { Language } from '../../words/language.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import type { Absence } from '../../workflow/vote/take-out.ts';
import { cardActions } from '../card/card-actions.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { button, choice, input, plain, row, slackLimits, valueAction } from '../text/blocks.ts';
import { listNames, nameOf } from '../text/people-text.ts';
import { paragraph } from '../text/words.ts';

export const takeOutCallback = 'take_out';

const block = 'out';

/** What a card says about the deciders who are away, with the button that takes them out of the count. */
export function awayBlocks(
  language: Language,
  { decision, tally, people, away }: CardView,
  names: number,
): KnownBlock[] {
  if (tally === undefined || phaseOf(decision) !== 'voting') return [];
  const { away: words, card } = language;
  const absent = findAbsent(decision, tally, away ?? new Map());
  const { takenOut } = tally;
  if (absent.length + takenOut.length === 0) return [];
  const list = (ids: readonly string[]) =>
    listNames(
      language,
      ids.map((id) => words.person(nameOf(language, people, id), away?.get(id))),
      names,
    );
  const deciders = tally.voted.length + tally.notVoted.length + takenOut.length;
  const told = [
    absent.length === 0 ? '' : words.absent(absent.length, deciders, list(absent)),
    takenOut.length === 0 ? '' : words.takenOut(list(takenOut)),
  ];
  const takeOut = button(cardActions.takeOut, card.buttons.takeOut, { value: decision.id });
  return [row(told.filter(Boolean).join(' · '), takeOut)];
}

/** Asks whom to take out of the count, with those chosen who are out already. */
export function takeOutView(language: Language, { decision, ids, away, people }: Absence): ModalView {
  const { away: words, card, forms } = language;
  const options = ids
    .slice(0, slackLimits.options)
    .map((id) => choice(words.person(nameOf(language, people, id), away.get(id)), id));
  const out = new Set(decision.voting?.takenOut.map(({ id }) => id));
  const initial = options.filter(({ value }) => value !== undefined && out.has(value));
  return {
    type: 'modal',
    callback_id: takeOutCallback,
    private_metadata: JSON.stringify({ decisionId: decision.id }),
    title: plain(card.buttons.takeOut),
    submit: plain(words.form.submit),
    close: plain(forms.cancel),
    blocks: [
      paragraph(words.form.introduction),
      input(
        block,
        words.form.label,
        {
          type: 'multi_static_select',
          action_id: valueAction,
          options,
          ...(initial.length > 0 ? { initial_options: initial } : {}),
        },
        { optional: true },
      ),
    ],
  };
}

/** Reads the modal. */
export function readTakenOut(values: StateValues): readonly string[] {
  return new FormState(values).choices(block);
}
