import type { InputBlock, ModalView } from '@slack/types';
import { presetRules } from '../../decision/named-rule.ts';
import { type OwnRule, ownRuleLimits } from '../../decision/own-rule.ts';
import { presetNames } from '../../decision/preset.ts';
import { readRule } from '../../decision/read-rule.ts';
import { type Field, RuleBroken } from '../../decision/rule-broken.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { textInput } from '../form/inputs.ts';
import { readMetadata } from '../form/metadata.ts';
import { ruleBlock, ruleChoice, ruleInput } from '../form/rule-input.ts';
import { choice, input, plain, valueAction } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import type { SettingsMetadata } from './settings-view.ts';

export const ownRuleCallback = 'own_rule';
export const ownRuleTitle = 'A rule of your own';

/** What the modal carries along: the name that the rule had, if there is one already. */
export interface OwnRuleMetadata extends SettingsMetadata {
  readonly before?: string;
}

const longestPart = 60;

/** One part of a rule: a text, or a choice of values with what each means. */
interface Part {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly choices?: readonly (readonly [value: unknown, words: string])[];
}

const endings = [
  ['extend once', 'As long again, once; then people are asked'],
  ['ask', 'The proposer and the deciders are asked'],
  ['reject', 'The decision is rejected'],
] as const;

/** The parts that can be set, by the names that `readRule` knows. */
const parts: readonly Part[] = [
  {
    name: 'method',
    label: 'How people vote',
    hint: 'Points are given in a form that opens from the card.',
    choices: [
      ['approval', 'For as many options as they like'],
      ['single', 'For one option'],
      ['score', 'With 0 to 3 points for each option'],
    ],
  },
  {
    name: 'quorum',
    label: 'Quorum',
    hint: 'How many have to vote: “none”, a number, or a share such as “1/2”, “60%” or “all”.',
  },
  {
    name: 'threshold',
    label: 'Threshold',
    hint: 'What an option needs: “most votes”, or “more than 1/2 of decisive”, “at least 2/3 of eligible” or the like. “eligible” are all who may vote, “cast” all who voted, “decisive” those of them who did not abstain.',
  },
  {
    name: 'abstain',
    label: 'Abstaining',
    hint: 'With an emoji of its own; with scores, in the form.',
    choices: [
      ['none', 'There is none'],
      ['quorum only', 'Counts for the quorum only'],
      ['excluded', 'Is not counted at all'],
      ['against', 'Counts against every option'],
    ],
  },
  {
    name: 'objections',
    label: 'Objections',
    hint: 'What an objection that stands at the end does.',
    choices: [
      ['block', 'Block until they are resolved'],
      ['warn', 'Are told and written down'],
      ['none', 'Are not asked for'],
    ],
  },
  { name: 'minimum open', label: 'Least time', hint: 'How long voting stays open: “2 hours”, “3 days” or the like.' },
  {
    name: 'closes early',
    label: 'Early end',
    hint: 'Whether voting ends before its deadline.',
    choices: [
      [[], 'Never'],
      [['all voted'], 'When all have voted'],
      [['decided', 'unreachable', 'all voted'], 'When the rest can’t change the result'],
    ],
  },
  { name: 'tie', label: 'After a tie', hint: 'Several options have as many votes.', choices: endings },
  { name: 'no quorum', label: 'Without a quorum', hint: 'Too few have voted, or nobody.', choices: endings },
  {
    name: 'votes after leaving',
    label: 'Votes of those who leave',
    hint: 'Of people who have voted and are no longer in the channel, or whose account is closed.',
    choices: [
      ['stand', 'Count all the same'],
      ['lapse', 'Are not counted'],
    ],
  },
  {
    name: 'hidden tally',
    label: 'Figures on the card',
    hint: 'Slack itself shows the reactions under the card all the same; scores it doesn’t.',
    choices: [
      [false, 'Shown while people vote'],
      [true, 'Hidden until voting has closed'],
    ],
  },
];

function blockOf({ name }: Part): string {
  return `part:${name.replaceAll(' ', '-')}`;
}

function partsOf(written: unknown): Readonly<Record<string, unknown>> {
  return typeof written === 'object' && written !== null ? { ...written } : { preset: written };
}

/** Asks for a rule: a name, the preset that it begins with, and what is to be different. */
export function ownRuleView(channelId: string, rule?: OwnRule): ModalView {
  const metadata: OwnRuleMetadata = { channelId, ...(rule ? { before: rule.name } : {}) };
  const written = partsOf(rule?.parts);
  const presetChoices = presetRules.map((preset) => ruleChoice(preset));
  return {
    type: 'modal',
    callback_id: ownRuleCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain(ownRuleTitle),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: [
      paragraph('It begins as one of the rules that are there. What you leave empty below is as that one has it.'),
      input('title', 'Name', textInput(ownRuleLimits.name, { initial: rule?.name ?? '' })),
      ruleInput(presetChoices, String(written.preset ?? presetNames[0]), { label: 'Begins as', hint: 'A preset.' }),
      ...parts.map((part) => partInput(part, written[part.name])),
    ],
  };
}

function partInput(part: Part, value: unknown): InputBlock {
  const { label, hint, choices } = part;
  if (choices === undefined) {
    const initial = value === undefined ? '' : String(value);
    return input(blockOf(part), label, textInput(longestPart, { initial }), { optional: true, hint });
  }
  const options = choices.map(([meant, words]) => choice(words, JSON.stringify(meant)));
  const chosen = options.find((option) => option.value === JSON.stringify(value));
  return input(
    blockOf(part),
    label,
    {
      type: 'static_select',
      action_id: valueAction,
      placeholder: plain('As the preset has it'),
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    },
    { optional: true, hint },
  );
}

function readPart(state: FormState, part: Part): unknown {
  if (part.choices) {
    const chosen = state.choice(blockOf(part));
    return part.choices.find(([meant]) => JSON.stringify(meant) === chosen)?.[0];
  }
  const typed = state.text(blockOf(part)).trim();
  if (typed === '') return undefined;
  return /^\d{1,6}$/.test(typed) ? Number(typed) : typed;
}

/**
 * Reads the modal. Throws RuleBroken under `rule`: at the position of a part that can't be what was typed, or without one
 * where the parts contradict each other.
 */
export function readOwnRule(values: StateValues): OwnRule {
  const state = new FormState(values);
  const given = parts.flatMap((part, position) => {
    const value = readPart(state, part);
    if (value === undefined) return [];
    check({ [part.name]: value }, { position });
    return [[part.name, value] as const];
  });
  const rule = { name: state.text('title'), parts: { preset: state.choice(ruleBlock), ...Object.fromEntries(given) } };
  check(rule.parts);
  return rule;
}

function check(written: object, at: { readonly position?: number } = {}): void {
  try {
    readRule(written);
  } catch (error) {
    throw error instanceof RuleBroken ? new RuleBroken(error.refusal, { field: 'rule', ...at }) : error;
  }
}

/** The input under which an error belongs; what is wrong with a rule as a whole stands under its preset. */
export function ownRuleBlockOf(field: Field, position: number | undefined): string | undefined {
  if (field !== 'rule') return field === 'title' ? 'title' : ruleBlock;
  const part = position === undefined ? undefined : parts[position];
  return part ? blockOf(part) : ruleBlock;
}

/** Reads what the modal carries along. */
export function readOwnRuleMetadata(view: { private_metadata: string }): OwnRuleMetadata {
  return readMetadata(view);
}
