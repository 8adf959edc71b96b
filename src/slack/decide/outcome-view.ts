import { createHash } from 'node:crypto';
import type { KnownBlock, ModalView } from '@slack/types';
import { hidesTally } from '../../decision/decision.ts';
import type { Field } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import type { OutcomeForm } from '../../decision/outcome/outcome.ts';
import type { VerdictFacts } from '../../decision/outcome/verdict-facts.ts';
import { cleanText } from '../../decision/text.ts';
import type { Language } from '../../words/language.ts';
import type { OutcomeSuggestion } from '../../workflow/decide/decide.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { longestInput, radioInput, textInput } from '../form/inputs.ts';
import { choice, input, plain, valueAction } from '../text/blocks.ts';
import { fitLines } from '../text/fit-lines.ts';
import { paragraph } from '../text/words.ts';
import { progressIn } from '../vote/turnout-blocks.ts';
import { explainEnd } from '../vote/undated-text.ts';

export const outcomeCallback = 'outcome';

const kinds = ['good', 'bad', 'neutral'] as const;

/** The possible answers; the values that Slack sends back. */
const answers = ['accept', 'reject', 'discuss'] as const;

function standingBlocks(language: Language, { decision, tally, undated }: OutcomeSuggestion): KnownBlock[] {
  const { outcomeForm } = language;
  if (decision.voting === undefined || tally === undefined) return [paragraph(outcomeForm.noVote)];
  if (hidesTally(decision)) return [paragraph(outcomeForm.hidden(progressIn(language, decision, tally)))];
  return [paragraph(explainEnd(language, decision, tally, undated))];
}

/**
 * What the modal carries along: the verdict whose reason it is prefilled with, and a digest of the words of that
 * reason.
 */
export interface OutcomeMetadata {
  readonly decisionId: string;
  readonly suggested?: { readonly verdict: VerdictFacts; readonly digest: string };
}

/** Recognizes a text without storing its words, whatever language they are in. */
function digestOf(text: string): string {
  return createHash('sha256').update(cleanText(text)).digest('base64url');
}

/** Asks what was decided, prefilled from the tally and the arguments. */
export function outcomeView(language: Language, suggestion: OutcomeSuggestion): ModalView {
  const { forms, outcomeForm } = language;
  const { decision, chosenOptionId, verdict, consequences } = suggestion;
  const reason = verdict ? language.verdicts.justify(verdict) : '';
  const metadata: OutcomeMetadata = {
    decisionId: decision.id,
    ...(verdict ? { suggested: { verdict, digest: digestOf(reason) } } : {}),
  };
  const choices = answers.map((answer) => choice(outcomeForm.answers[answer], answer));
  const options = decision.options.map((option) => choice(option.title, option.id));
  const leader = options.find(({ value }) => value === chosenOptionId);
  const linesOf = (kind: (typeof kinds)[number]) => {
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
    title: plain(outcomeForm.title),
    submit: plain(outcomeForm.submit),
    close: plain(forms.cancel),
    blocks: [
      ...standingBlocks(language, suggestion),
      input('answer', outcomeForm.outcome, radioInput(choices)),
      input(
        'chosen',
        outcomeForm.chosen,
        { type: 'static_select', action_id: valueAction, options, ...(leader ? { initial_option: leader } : {}) },
        { optional: true },
      ),
      input(
        'justification',
        forms.because,
        textInput(limits.justification, {
          initial: reason,
          isLong: true,
          placeholder: outcomeForm.becauseExample,
        }),
        { optional: true, hint: outcomeForm.becauseHint },
      ),
      ...kinds.map((kind) => {
        const { label, example: placeholder } = outcomeForm.consequences[kind];
        const text = textInput(longestInput, { initial: linesOf(kind), placeholder, isLong: true });
        return input(`consequences:${kind}`, label, text, { optional: true, hint: forms.oneToALine });
      }),
    ],
  };
}

/** What was typed, and the suggested verdict if its reason was left as it was. */
type ReadOutcome = OutcomeForm & { readonly suggested?: VerdictFacts | undefined };

/** Reads the modal; undefined when the discussion should continue. */
export function readOutcome(values: StateValues, { suggested }: OutcomeMetadata): ReadOutcome | undefined {
  const state = new FormState(values);
  const answer = state.choice('answer');
  if (answer !== 'accept' && answer !== 'reject') return undefined;
  const justification = state.text('justification');
  const isUntouched = suggested?.digest === digestOf(justification);
  return {
    answer,
    chosenOptionId: state.choice('chosen'),
    justification,
    suggested: isUntouched ? suggested?.verdict : undefined,
    good: state.text('consequences:good'),
    bad: state.text('consequences:bad'),
    neutral: state.text('consequences:neutral'),
  };
}

/** Why somebody wants to go on discussing, in their own words. */
export function readWhy(values: StateValues, { suggested }: OutcomeMetadata): string {
  const typed = new FormState(values).text('justification');
  return suggested?.digest === digestOf(typed) ? '' : typed;
}

/** The input under which an error belongs. */
export function outcomeBlockOf(field: Field, position: number | undefined): string | undefined {
  if (field === 'consequences') return `consequences:${kinds[position ?? 0]}`;
  return field === 'chosen' || field === 'justification' ? field : undefined;
}
