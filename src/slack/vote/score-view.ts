import type { InputBlock, ModalView } from '@slack/types';
import { abstentionIdOf } from '../../decision/ballot.ts';
import { mostPoints, type ScoreForm } from '../../decision/score.ts';
import { bold, say } from '../../words/say.ts';
import type { OwnScores } from '../../workflow/vote/score.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { choice, context, input, plain, valueAction } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';

export const scoreCallback = 'scores';
export const scoreTitle = 'Give scores';

/** `round` is the round of voting in which the form was opened. */
export interface ScoreMetadata {
  readonly decisionId: string;
  readonly round: number;
}

const answerBlock = 'answer';
const optionPrefix = 'score:';

/** What each score means, the best first. */
const scores = [
  choice('3: the best', '3'),
  choice('2: good', '2'),
  choice('1: I can live with it', '1'),
  choice('0: no', '0'),
] as const;

const answers = {
  score: choice('I give these scores', 'score'),
  abstain: choice('I abstain', 'abstain'),
  takeBack: choice('I take my vote back', 'take back'),
} as const;

/** Asks for the points of each option, filled in with what somebody has given before. */
export function scoreView(own: OwnScores): ModalView {
  const { decision } = own;
  const metadata: ScoreMetadata = { decisionId: decision.id, round: decision.voting?.round ?? 1 };
  return {
    type: 'modal',
    callback_id: scoreCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain(scoreTitle),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: [
      paragraph(
        say`${bold(decision.title)}\nGive each option 0 to ${mostPoints} points. What you leave empty gets none.`,
      ),
      ...(own.isAbstaining ? [context('You abstain so far.')] : []),
      ...(own.isDecider ? [] : [context('You are no decider here: your points are shown as advice, and not counted.')]),
      ...answerInput(own),
      ...decision.options.map(({ id, title: option }) => {
        const given = scores.find(({ value }) => value === String(own.scores.get(id)));
        return input(
          `${optionPrefix}${id}`,
          option,
          {
            type: 'static_select',
            action_id: valueAction,
            placeholder: plain('No points'),
            options: [...scores],
            ...(given ? { initial_option: given } : {}),
          },
          { optional: true },
        );
      }),
    ],
  };
}

/** Asks what to do with the scores, where there is more to do than to give them. */
function answerInput({ decision, scores: given, isAbstaining }: OwnScores): InputBlock[] {
  const options = [
    answers.score,
    ...(abstentionIdOf(decision) === undefined ? [] : [answers.abstain]),
    ...(given.size > 0 || isAbstaining ? [answers.takeBack] : []),
  ];
  if (options.length === 1) return [];
  return [
    input(answerBlock, 'Your vote', {
      type: 'radio_buttons',
      action_id: valueAction,
      options,
      initial_option: answers.score,
    }),
  ];
}

/** Reads the modal. */
export function readScores(values: StateValues): ScoreForm {
  const state = new FormState(values);
  const answer = state.choice(answerBlock);
  if (answer === answers.abstain.value) return { answer: 'abstain' };
  if (answer === answers.takeBack.value) return { answer: 'take back' };
  const shown = state.blockIds().filter((id) => id.startsWith(optionPrefix));
  return {
    answer: 'score',
    scores: new Map(shown.map((block) => [block.slice(optionPrefix.length), readScore(state.choice(block))])),
  };
}

function readScore(chosen: string | undefined): number | undefined {
  return scores.some(({ value }) => value === chosen) ? Number(chosen) : undefined;
}
