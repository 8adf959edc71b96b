import type { KnownBlock, ModalView } from '@slack/types';
import { hidesTally } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import type { OutcomeForm } from '../../decision/outcome.ts';
import type { Field } from '../../decision/rule-broken.ts';
import { cleanText } from '../../decision/text.ts';
import type { VerdictFacts } from '../../decision/verdict-facts.ts';
import type { OutcomeSuggestion } from '../../workflow/decide/decide.ts';
import { language } from '../app/language.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { longestInput, textInput } from '../form/inputs.ts';
import { choice, input, plain, valueAction } from '../text/blocks.ts';
import { fitLines } from '../text/fit-lines.ts';
import { paragraph } from '../text/words.ts';
import { progressIn } from '../vote/turnout-blocks.ts';
import { explainEnd } from '../vote/undated-text.ts';

export const outcomeCallback = 'outcome';

const kinds = ['good', 'bad', 'neutral'] as const;

const accept = choice('Accept an option', 'accept');
const reject = choice('Reject: none of them', 'reject');
const discuss = choice('Keep discussing', 'discuss');

const consequenceLabels = {
  good: ['Good consequences', 'What gets better'],
  bad: ['Bad consequences', 'What gets harder'],
  neutral: ['Other consequences', 'What changes besides'],
} as const;

function standing({ decision, tally, undated }: OutcomeSuggestion): KnownBlock[] {
  if (decision.voting === undefined || tally === undefined) return [paragraph('There has been no vote on this yet.')];
  if (hidesTally(decision)) return [paragraph(`${progressIn(language, decision, tally).join(': ')}.`)];
  return [paragraph(explainEnd(language, decision, tally, undated))];
}

/** What the modal carries along: the verdict whose reason it is filled in with. */
export interface OutcomeMetadata {
  readonly decisionId: string;
  readonly suggested?: VerdictFacts;
}

/** Asks what was decided, filled in from the tally and the arguments. */
export function outcomeView(suggestion: OutcomeSuggestion): ModalView {
  const { decision, chosenOptionId, verdict, consequences } = suggestion;
  const metadata: OutcomeMetadata = { decisionId: decision.id, ...(verdict ? { suggested: verdict } : {}) };
  const options = decision.options.map((option) => choice(option.title, option.id));
  const leader = options.find(({ value }) => value === chosenOptionId);
  const linesOf = (kind: keyof typeof consequenceLabels) => {
    const suggested = consequences.slice(0, limits.consequences).filter((consequence) => consequence.kind === kind);
    const write = (lines: number) =>
      suggested
        .slice(0, lines)
        .map(({ text }) => text)
        .join('\n');
    return fitLines(suggested.length, write, (text) => text.length <= longestInput);
  };
  return {
    type: 'modal',
    callback_id: outcomeCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain('Record the outcome'),
    submit: plain('Record'),
    close: plain('Cancel'),
    blocks: [
      ...standing(suggestion),
      input('answer', 'Outcome', {
        type: 'radio_buttons',
        action_id: valueAction,
        options: [accept, reject, discuss],
        initial_option: accept,
      }),
      input(
        'chosen',
        'Chosen option',
        { type: 'static_select', action_id: valueAction, options, ...(leader ? { initial_option: leader } : {}) },
        { optional: true },
      ),
      input(
        'justification',
        'Because',
        textInput(limits.justification, {
          initial: verdict ? language.verdicts.justify(verdict) : '',
          isLong: true,
          placeholder: 'What decided it',
        }),
        { optional: true, hint: 'For those who read the record in two years.' },
      ),
      ...kinds.map((kind) => {
        const [label, placeholder] = consequenceLabels[kind];
        const text = textInput(longestInput, { initial: linesOf(kind), placeholder, isLong: true });
        return input(`consequences:${kind}`, label, text, { optional: true, hint: 'One to a line.' });
      }),
    ],
  };
}

/** What was typed, and the verdict that was suggested, where its reason was left as it was. */
type ReadOutcome = OutcomeForm & { readonly suggested?: VerdictFacts | undefined };

/** Reads the modal; undefined when the discussion is to go on. */
export function readOutcome(values: StateValues, { suggested }: OutcomeMetadata): ReadOutcome | undefined {
  const state = new FormState(values);
  const answer = state.choice('answer');
  if (answer !== accept.value && answer !== reject.value) return undefined;
  const justification = state.text('justification');
  const isUntouched = suggested !== undefined && cleanText(justification) === language.verdicts.justify(suggested);
  return {
    answer: answer === accept.value ? 'accept' : 'reject',
    chosenOptionId: state.choice('chosen'),
    justification,
    suggested: isUntouched ? suggested : undefined,
    good: state.text('consequences:good'),
    bad: state.text('consequences:bad'),
    neutral: state.text('consequences:neutral'),
  };
}

/** The input under which an error belongs. */
export function outcomeBlockOf(field: Field, position: number | undefined): string | undefined {
  if (field === 'consequences') return `consequences:${kinds[position ?? 0]}`;
  return field === 'chosen' || field === 'justification' ? field : undefined;
}
