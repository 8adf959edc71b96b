import { guessLanguage } from '@gavel/adr/text/guess-language.ts';
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { type Consequence, type Decision, hidesTally } from '../../decision/decision.ts';
import type { Field } from '../../decision/failure/rule-broken.ts';
import { isLanguageCode } from '../../decision/language-code.ts';
import { limits } from '../../decision/limits.ts';
import { type Departure, renamePeople } from '../../decision/outcome/departure.ts';
import type { OutcomeForm } from '../../decision/outcome/outcome.ts';
import { toRecallForm } from '../../decision/recall/recall.ts';
import { type Language, wordRefusal } from '../../words/language.ts';
import { languages } from '../../words/languages.ts';
import { bold, emoji, lines, say } from '../../words/say.ts';
import { wordTold } from '../../words/tell-outcome.ts';
import {
  type Answer,
  type OutcomeSuggestion,
  type Picked,
  suggestConsequences,
  type Waits,
} from '../../workflow/decide/decide.ts';
import type { SeenView } from '../app/gesture.ts';
import { FormState } from '../form/form-state.ts';
import { longestInput, radioInput, textInput } from '../form/inputs.ts';
import { readMetadata } from '../form/metadata.ts';
import { readRevisit, revisitInputs } from '../form/recall-input.ts';
import { choice, input, plain, shorten, valueAction } from '../text/blocks.ts';
import { fitLines } from '../text/fit-lines.ts';
import { paragraph } from '../text/words.ts';
import { progressIn } from '../vote/turnout-blocks.ts';
import { explainEnd } from '../vote/undated-text.ts';
import { shortenDeparture } from './outcome-text.ts';

export const outcomeCallback = 'outcome';

const kinds = ['good', 'bad', 'neutral'] as const;

/** The possible answers; the values that Slack sends back. */
const knownAnswers: readonly Answer[] = ['accept', 'reject', 'discuss'];

type Typed = Readonly<Record<Consequence['kind'], string>>;

/**
 * What the modal carries along. `optionId`: the option whose consequences it suggests; `warned`: the kinds of departures
 * that it warns of; `waits`: what it says about a second person who has to confirm.
 */
interface OutcomeMetadata {
  readonly decisionId: string;
  readonly optionId?: string | undefined;
  readonly warned: readonly Departure['kind'][];
  readonly waits: Waits;
}

/** How much the modal says about waiting for a second person. */
const saidOfWaiting: Readonly<Record<Waits, number>> = { no: 0, perhaps: 1, yes: 2 };

function standingBlocks(language: Language, { decision, tally, undated }: OutcomeSuggestion): KnownBlock[] {
  const { outcomeForm } = language;
  if (decision.voting === undefined || tally === undefined) return [paragraph(outcomeForm.noVote)];
  if (hidesTally(decision)) return [paragraph(outcomeForm.hidden(progressIn(language, decision, tally)))];
  return [paragraph(explainEnd(language, decision, tally, undated))];
}

/** How much the warnings tell of an objection, and of how many. */
const warned = { excerpt: 200, objections: 5 } as const;

/** Says what the outcome goes against, and asks why. */
function warningBlocks(
  { outcomes, people, confirmation }: Language,
  { departures, waits }: OutcomeSuggestion,
): KnownBlock[] {
  const waiting = { no: [], perhaps: say`${confirmation.mayWait}`, yes: say`${confirmation.willWait}` }[waits];
  if (departures.length === 0) return waits === 'no' ? [] : [paragraph(waiting)];
  const shown = departures.map((departure) => shortenDeparture(departure, warned));
  const warnings = outcomes.warnings(renamePeople(shown, (name) => name ?? people.gone));
  const told = warnings.map((warning) => say`${emoji('warning')} ${bold(wordTold(warning))}`);
  return [paragraph(lines(...told, say`${outcomes.sayWhy}`, waiting))];
}

/** The consequences that the arguments about an option suggest, one to a line, as many as an input holds. */
function suggestedFor(decision: Decision, optionId: string | undefined): Typed {
  const all = suggestConsequences(decision, optionId);
  const linesOf = (kind: Consequence['kind']) => {
    const suggested = all.filter((consequence) => consequence.kind === kind);
    const write = (most: number) =>
      suggested
        .slice(0, most)
        .map(({ text }) => text)
        .join('\n');
    return fitLines(suggested.length, write, (text) => text.length <= longestInput);
  };
  return { good: linesOf('good'), bad: linesOf('bad'), neutral: linesOf('neutral') };
}

/** Consequences of one option are no suggestions for another, so each option has inputs of its own. */
function consequencesBlock(kind: Consequence['kind'], optionId: string | undefined): string {
  return `consequences:${kind}:${optionId ?? ''}`;
}

/** A title is an answer with one option, so each option has an input of its own. */
function titleBlock(optionId: string | undefined): string {
  return `title:${optionId ?? ''}`;
}

/** Where the decision's title is a question: offers a title for the record that says the answer. */
function titleBlocks({ code, outcomeForm }: Language, decision: Decision, optionId: string | undefined): InputBlock[] {
  const option = decision.options.find(({ id }) => id === optionId);
  const spoken = guessLanguage(`${decision.title}\n\n${decision.context}`) ?? code;
  // In a language that Gavel doesn't speak, people find the words themselves.
  if (!isLanguageCode(spoken)) return [];
  const suggested = option && languages[spoken].answerTitle(decision.title, option.title);
  if (suggested === undefined) return [];
  const text = textInput(limits.title, { initial: shorten(suggested, limits.title) });
  return [
    input(titleBlock(optionId), outcomeForm.recordTitle, text, { optional: true, hint: outcomeForm.recordTitleHint }),
  ];
}

/**
 * Asks what was decided. At first, the option is picked that the rule chooses; `seen` is the modal before something else
 * was picked in it.
 */
export function outcomeView(language: Language, suggestion: OutcomeSuggestion, seen?: SeenView): ModalView {
  const { forms, outcomeForm } = language;
  const { decision, answers, refused, picked, departures, waits } = suggestion;
  const metadata = metadataOf(suggestion);
  const { optionId } = metadata;
  const consequences = consequencesFor(decision, optionId, seen);
  const choices = answers.map((answer) => choice(outcomeForm.answers[answer], answer));
  const [example, hint] =
    picked.answer === 'discuss'
      ? [outcomeForm.discussExample, outcomeForm.discussHint]
      : [outcomeForm.becauseExample, outcomeForm.becauseHint];
  const hasOutcome = answers.some((answer) => answer !== 'discuss');
  const options = decision.options.map((option) => choice(option.title, option.id));
  const initial = options.find(({ value }) => value === picked.chosenOptionId);
  return {
    type: 'modal',
    callback_id: outcomeCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain(outcomeForm.title),
    submit: plain(hasOutcome ? outcomeForm.submit : outcomeForm.answers.discuss),
    close: plain(forms.cancel),
    blocks: [
      ...standingBlocks(language, suggestion),
      input(
        'answer',
        outcomeForm.outcome,
        radioInput(
          choices,
          choices.find(({ value }) => value === picked.answer),
        ),
        { dispatch_action: true },
      ),
      ...(refused ? [paragraph(say`${wordRefusal(language, refused)}`)] : []),
      ...(answers.includes('accept')
        ? [
            input(
              'chosen',
              outcomeForm.chosen,
              {
                type: 'static_select',
                action_id: valueAction,
                options,
                ...(initial ? { initial_option: initial } : {}),
              },
              { optional: true, dispatch_action: true },
            ),
          ]
        : []),
      ...warningBlocks(language, suggestion),
      ...(answers.includes('accept') ? titleBlocks(language, decision, optionId) : []),
      input('justification', forms.because, textInput(limits.justification, { isLong: true, placeholder: example }), {
        optional: departures.length === 0 && waits === 'no',
        hint,
      }),
      ...(hasOutcome ? kinds : []).map((kind): InputBlock => {
        const { label, example: placeholder } = outcomeForm.consequences[kind];
        const text = textInput(longestInput, { initial: consequences[kind], placeholder, isLong: true });
        return input(consequencesBlock(kind, optionId), label, text, { optional: true, hint: forms.oneToALine });
      }),
      ...(hasOutcome ? revisitInputs(language, toRecallForm(decision).revisit) : []),
    ],
  };
}

function metadataOf({ decision, picked, departures, waits }: OutcomeSuggestion): OutcomeMetadata {
  const optionId = picked.answer === 'reject' ? undefined : picked.chosenOptionId;
  return { decisionId: decision.id, optionId, warned: departures.map(({ kind }) => kind), waits };
}

/**
 * Whether the modal warns of everything that the picked outcome goes against, and nothing in it is about another option.
 * It may not if somebody picks something else and submits at once, or if the vote has changed since.
 */
export function isUpToDate(view: SeenView, suggestion: OutcomeSuggestion): boolean {
  const shown = readMetadata<OutcomeMetadata>(view);
  const { optionId, warned, waits } = metadataOf(suggestion);
  const { good, bad, neutral } = readConsequences(view);
  const title = new FormState(view.state.values).text(titleBlock(shown.optionId));
  const isAboutIt = shown.optionId === optionId || good + bad + neutral + title === '';
  return (
    isAboutIt &&
    saidOfWaiting[waits] <= saidOfWaiting[shown.waits] &&
    warned.every((kind) => shown.warned.includes(kind))
  );
}

/** What was typed stays; what was only suggested for another option is suggested for this one. */
function consequencesFor(decision: Decision, optionId: string | undefined, seen: SeenView | undefined): Typed {
  const suggested = suggestedFor(decision, optionId);
  if (seen === undefined) return suggested;
  const before = suggestedFor(decision, readMetadata<OutcomeMetadata>(seen).optionId);
  const typed = readConsequences(seen);
  const keep = (kind: Consequence['kind']) => (typed[kind] === before[kind] ? suggested[kind] : typed[kind]);
  return { good: keep('good'), bad: keep('bad'), neutral: keep('neutral') };
}

function readConsequences(view: SeenView): Typed {
  const state = new FormState(view.state.values);
  const { optionId } = readMetadata<OutcomeMetadata>(view);
  const read = (kind: Consequence['kind']) => state.text(consequencesBlock(kind, optionId));
  return { good: read('good'), bad: read('bad'), neutral: read('neutral') };
}

/** What is picked in the modal, and for which decision. */
export function readPicked(view: SeenView): { readonly decisionId: string; readonly picked: Picked } {
  const state = new FormState(view.state.values);
  const answer = knownAnswers.find((known) => known === state.choice('answer')) ?? 'discuss';
  const { decisionId } = readMetadata<OutcomeMetadata>(view);
  return { decisionId, picked: { answer, chosenOptionId: state.choice('chosen') } };
}

/** Reads the modal; undefined when the discussion should continue. */
export function readOutcome(view: SeenView): OutcomeForm | undefined {
  const { answer, chosenOptionId } = readPicked(view).picked;
  if (answer === 'discuss') return undefined;
  const { optionId } = readMetadata<OutcomeMetadata>(view);
  const state = new FormState(view.state.values);
  const justification = state.text('justification');
  const title = state.text(titleBlock(optionId));
  return { answer, chosenOptionId, justification, title, ...readConsequences(view), revisit: readRevisit(state) };
}

/** Why somebody wants to go on discussing, in their own words. */
export function readWhy(view: SeenView): string {
  return new FormState(view.state.values).text('justification');
}

/** The input under which an error belongs. */
export function outcomeBlockOf(view: SeenView): (field: Field, position: number | undefined) => string | undefined {
  const { optionId } = readMetadata<OutcomeMetadata>(view);
  return (field, position) => {
    if (field === 'title') return titleBlock(optionId);
    if (field === 'consequences') return consequencesBlock(kinds[position ?? 0] ?? 'good', optionId);
    const isField = ['chosen', 'justification', 'revisit on', 'revisit when'].includes(field);
    return isField ? field : undefined;
  };
}
