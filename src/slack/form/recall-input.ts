import type { InputBlock } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import { emptyRecallForm, type RecallForm } from '../../decision/recall/recall.ts';
import type { RevisitForm } from '../../decision/recall/revisit.ts';
import type { Language } from '../../words/language.ts';
import { input, valueAction } from '../text/blocks.ts';
import type { FormState } from './form-state.ts';
import { kept, onLetters, readText, textInput } from './inputs.ts';

/** The blocks of these inputs have the names of the fields that a failure points at. */
const blocks = { tags: 'tags', affects: 'affects', on: 'revisit on', when: 'revisit when' } as const;

/** The longest that these inputs hold, in characters. */
const longest = {
  tags: (limits.tag + 2) * limits.tags,
  affects: Math.min((limits.pattern + 1) * limits.patterns, 3_000),
} as const;

/** What the inputs are like in a form. */
interface RecallInputs {
  /** Whether what is typed is reported to us at once. */
  readonly isTold?: boolean;
  /** Tags that decisions have already. */
  readonly knownTags?: readonly string[];
}

/** Asks by what a decision is to be met again. Nobody has to answer. */
export function recallInputs(language: Language, form: RecallForm, how: RecallInputs = {}): InputBlock[] {
  const { recall } = language;
  const { knownTags = [], isTold = false } = how;
  const { element, more } = toldIf(isTold);
  const tags = textInput(longest.tags, { initial: form.tags, placeholder: recall.tagsExample });
  const affects = textInput(longest.affects, {
    initial: form.affects,
    placeholder: recall.affectsExample,
    isLong: true,
  });
  return [
    input(blocks.tags, recall.tags, element(tags), { ...more, hint: recall.tagsHint(knownTags) }),
    input(blocks.affects, recall.affects, element(affects), { ...more, hint: recall.affectsHint }),
    ...revisitInputs(language, form.revisit, how),
  ];
}

/** Asks when a decision is to be looked at again. */
export function revisitInputs(
  { recall }: Language,
  { on, when }: RevisitForm,
  { isTold = false }: RecallInputs = {},
): InputBlock[] {
  const { element, more } = toldIf(isTold);
  const day: InputBlock['element'] = {
    type: 'datepicker',
    action_id: valueAction,
    ...(on === undefined ? {} : { initial_date: on }),
  };
  const reason = textInput(limits.revisitWhen, { initial: when, placeholder: recall.revisitWhenExample });
  return [
    input(blocks.on, recall.revisitOn, day, { ...more, hint: recall.revisitOnHint }),
    input(blocks.when, recall.revisitWhen, element(reason), more),
  ];
}

function toldIf(isTold: boolean) {
  const element = (one: InputBlock['element']) => (isTold ? onLetters(one) : one);
  return { element, more: { ...(isTold ? kept : {}), optional: true } };
}

/** What these inputs hold; `before` if the view does not show them. */
export function readRecall<Before extends RecallForm | undefined>(
  state: FormState,
  before: Before,
): RecallForm | Before {
  if (!state.has(blocks.tags)) return before;
  const { tags, affects } = before ?? emptyRecallForm;
  return {
    tags: readText(state, blocks.tags, longest.tags, tags),
    affects: readText(state, blocks.affects, longest.affects, affects),
    revisit: readRevisit(state) ?? emptyRecallForm.revisit,
  };
}

/** When the decision is to be looked at again, as a view says it; undefined if the view does not. */
export function readRevisit(state: FormState): RevisitForm | undefined {
  if (!state.has(blocks.when)) return undefined;
  return { on: state.day(blocks.on), when: state.text(blocks.when) };
}
