import type { InputBlock, ModalView } from '@slack/types';
import { abstentionIdOf } from '../../decision/vote/ballot.ts';
import { mostPoints, type ScoreForm } from '../../decision/vote/score.ts';
import type { Language } from '../../words/language.ts';
import { bold, lines, say } from '../../words/say.ts';
import type { OwnScores } from '../../workflow/vote/score.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { radioInput } from '../form/inputs.ts';
import { choice, context, input, plain, valueAction } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';

export const scoreCallback = 'scores';

/** `round` is the round of voting in which the form was opened. */
export interface ScoreMetadata {
  readonly decisionId: string;
  readonly round: number;
}

const answerBlock = 'answer';
const optionPrefix = 'score:';

/** The best first. */
const scores = [3, 2, 1, 0] as const;

/** Asks for the points of each option, prefilled with what somebody has given before. */
export function scoreView(language: Language, own: OwnScores): ModalView {
  const { forms, card, scoreForm } = language;
  const { decision } = own;
  const choices = scores.map((score) => choice(scoreForm.scores[score], String(score)));
  const metadata: ScoreMetadata = { decisionId: decision.id, round: decision.voting?.round ?? 1 };
  return {
    type: 'modal',
    callback_id: scoreCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain(card.buttons.giveScores),
    submit: plain(forms.save),
    close: plain(forms.cancel),
    blocks: [
      paragraph(lines(bold(decision.title), say`${scoreForm.introduction(mostPoints)}`)),
      ...(own.isAbstaining ? [context(scoreForm.abstaining)] : []),
      ...(own.isDecider ? [] : [context(scoreForm.advice)]),
      ...answerInput(language, own),
      ...decision.options.map(({ id, title: option }) => {
        const given = choices.find(({ value }) => value === String(own.scores.get(id)));
        return input(
          `${optionPrefix}${id}`,
          option,
          {
            type: 'static_select',
            action_id: valueAction,
            placeholder: plain(scoreForm.noPoints),
            options: choices,
            ...(given ? { initial_option: given } : {}),
          },
          { optional: true },
        );
      }),
    ],
  };
}

/** Asks what to do with the scores, if there is more to do than to give them. */
function answerInput({ scoreForm }: Language, { decision, scores: given, isAbstaining }: OwnScores): InputBlock[] {
  const answers = [
    'score' as const,
    ...(abstentionIdOf(decision) === undefined ? [] : ['abstain' as const]),
    ...(given.size > 0 || isAbstaining ? ['take back' as const] : []),
  ];
  if (answers.length === 1) return [];
  const options = answers.map((answer) => choice(scoreForm.answers[answer], answer));
  return [input(answerBlock, scoreForm.vote, radioInput(options))];
}

/** Reads the modal. */
export function readScores(values: StateValues): ScoreForm {
  const state = new FormState(values);
  const answer = state.choice(answerBlock);
  if (answer === 'abstain' || answer === 'take back') return { answer };
  const shown = state.blockIds().filter((id) => id.startsWith(optionPrefix));
  return {
    answer: 'score',
    scores: new Map(shown.map((block) => [block.slice(optionPrefix.length), readScore(state.choice(block))])),
  };
}

function readScore(chosen: string | undefined): number | undefined {
  return scores.find((score) => String(score) === chosen);
}
