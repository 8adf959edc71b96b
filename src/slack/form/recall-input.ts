import { createHash } from 'node:crypto';
import type { InputBlock, KnownBlock } from '@slack/types';
import { limits } from '../../decision/limits.ts';
import { emptyRecallForm, type RecallForm, type RecallPart, recallParts } from '../../decision/recall/recall.ts';
import type { RevisitForm } from '../../decision/recall/revisit.ts';
import type { Day } from '../../decision/time/day.ts';
import type { Language } from '../../words/language.ts';
import type { DoubtedPattern } from '../../workflow/propose/pattern-doubts.ts';
import { context, input, shorten, valueAction } from '../text/blocks.ts';
import type { FormState } from './form-state.ts';
import { kept, onLetters, readText, textInput } from './inputs.ts';

/** The blocks of these inputs have the names of the fields that a failure points at. */
const blocks = { tags: 'tags', affects: 'affects', on: 'revisit on', when: 'revisit when' } as const;

type Block = (typeof blocks)[keyof typeof blocks];

/** The longest that these inputs hold, in characters. */
const longest = {
  tags: (limits.tag + 2) * limits.tags,
  affects: Math.min((limits.pattern + 1) * limits.patterns, 3_000),
} as const;

/** How much of a pattern is shown in what is said of it. */
const patternShown = 60;

/** What the inputs are like in a form. */
interface RecallInputs {
  /** Which of them there are: all, by default. */
  readonly parts?: readonly RecallPart[];
  /** What is reported to us as it is typed: nothing, by default. */
  readonly told?: readonly RecallPart[];
  /** The day that the rules suggest, and how many months from now that is. */
  readonly suggested?: { readonly on: Day; readonly months: number } | undefined;
  /** Tags that decisions have already. */
  readonly knownTags?: readonly string[];
  /** Patterns in it that may not be meant. */
  readonly doubted?: readonly DoubtedPattern[];
  /** What they were filled in by, such as a draft. Slack keeps what somebody typed in a block, so each has its own blocks. */
  readonly edition?: string | undefined;
}

/** Identifies what is said of patterns, so that a form is drawn again only if it is something else. */
export function keyOfDoubted(doubted: readonly DoubtedPattern[]): string {
  return doubted.length === 0 ? '' : createHash('sha256').update(JSON.stringify(doubted)).digest('base64url');
}

/** Asks by what a decision is to be met again. Nobody has to answer. */
export function recallInputs(language: Language, form: RecallForm, how: RecallInputs = {}): KnownBlock[] {
  const { recall } = language;
  const { doubted = [], knownTags = [], told = [], parts = recallParts, edition } = how;
  const [ofTags, ofPaths] = [toldIf(told.includes('tags')), toldIf(told.includes('affects'))];
  const tags = textInput(longest.tags, { initial: form.tags, placeholder: recall.tagsExample });
  const affects = textInput(longest.affects, {
    initial: form.affects,
    placeholder: recall.affectsExample,
    isLong: true,
  });
  const doubts = doubted.map(({ pattern, doubt }) => recall.doubted(doubt, shorten(pattern, patternShown)));
  const inputs: Readonly<Record<RecallPart, () => KnownBlock[]>> = {
    tags: () => [
      input(blockOf(blocks.tags, edition), recall.tags, ofTags.element(tags), {
        ...ofTags.more,
        hint: recall.tagsHint(knownTags),
      }),
    ],
    affects: () => [
      input(blockOf(blocks.affects, edition), recall.affects, ofPaths.element(affects), {
        ...ofPaths.more,
        hint: recall.affectsHint,
      }),
      ...(doubts.length === 0 ? [] : [context(doubts.join('\n'))]),
    ],
    revisit: () => revisitInputs(language, form.revisit, how),
  };
  return recallParts.filter((part) => parts.includes(part)).flatMap((part) => inputs[part]());
}

/** Asks when a decision is to be looked at again. */
export function revisitInputs(
  { recall }: Language,
  { on, when }: RevisitForm,
  { told = [], suggested, edition }: RecallInputs = {},
): InputBlock[] {
  const { element, more } = toldIf(told.includes('revisit'));
  const day: InputBlock['element'] = {
    type: 'datepicker',
    action_id: valueAction,
    ...(on === undefined ? {} : { initial_date: on }),
  };
  const hint = suggested ? recall.revisitSuggested(suggested.months) : recall.revisitOnHint;
  const reason = textInput(limits.revisitWhen, { initial: when, placeholder: recall.revisitWhenExample });
  return [
    input(blockOf(blocks.on, suggested?.on ?? (edition && ''), edition), recall.revisitOn, day, { ...more, hint }),
    input(blockOf(blocks.when, edition), recall.revisitWhen, element(reason), more),
  ];
}

/** A block with something behind its name that tells it from others for the same field. */
function blockOf(name: Block, ...more: readonly (string | undefined)[]): string {
  return [name, ...more.filter((part) => part !== undefined)].join(':');
}

/** The block of a field in a view; undefined if it has none. */
export function findRecallBlock(blockIds: readonly string[], name: Block): string | undefined {
  return blockIds.find((id) => id === name || id.startsWith(`${name}:`));
}

/** The day that a view suggests. Each suggestion has a block of its own. */
export function readSuggestedDay(blockIds: readonly string[]): Day | undefined {
  return findRecallBlock(blockIds, blocks.on)?.split(':')[1] || undefined;
}

function toldIf(isTold: boolean) {
  const element = (one: InputBlock['element']) => (isTold ? onLetters(one) : one);
  return { element, more: { ...(isTold ? kept : {}), optional: true } };
}

/** What these inputs hold, and what was there `before` in place of those that the view does not show. */
export function readRecall<Before extends RecallForm | undefined>(
  state: FormState,
  before: Before,
): RecallForm | Before {
  const find = (name: Block) => findRecallBlock(state.blockIds(), name);
  const [tagsBlock, affectsBlock] = [find(blocks.tags), find(blocks.affects)];
  if ([tagsBlock, affectsBlock, find(blocks.when)].every((block) => block === undefined)) return before;
  const { tags, affects, revisit } = before ?? emptyRecallForm;
  return {
    tags: tagsBlock === undefined ? tags : readText(state, tagsBlock, longest.tags, tags),
    affects: affectsBlock === undefined ? affects : readText(state, affectsBlock, longest.affects, affects),
    revisit: readRevisit(state) ?? revisit,
  };
}

/** When the decision is to be looked at again, as a view says it; undefined if the view does not. */
export function readRevisit(state: FormState): RevisitForm | undefined {
  const [on, when] = [blocks.on, blocks.when].map((name) => findRecallBlock(state.blockIds(), name));
  return when === undefined ? undefined : { on: on && state.day(on), when: state.text(when) };
}
