import type { InputBlock, ModalView } from '@slack/types';
import { type Field, RuleBroken } from '../../decision/failure/rule-broken.ts';
import { presetRules } from '../../decision/rule/named-rule.ts';
import { type OwnRule, ownRuleLimits } from '../../decision/rule/own-rule.ts';
import { presetNames } from '../../decision/rule/preset.ts';
import { readRule } from '../../decision/rule/read-rule.ts';
import type { Language } from '../../words/language.ts';
import type { OwnRuleFormWords, RulePartName } from '../../words/settings-words.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { textInput } from '../form/inputs.ts';
import { readMetadata } from '../form/metadata.ts';
import { ruleBlock, ruleChoice, ruleInput } from '../form/rule-input.ts';
import { choice, input, plain, valueAction } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import type { SettingsMetadata } from './settings-view.ts';

export const ownRuleCallback = 'own_rule';

/** What the modal carries along: the name that the rule had, if it already exists. */
export interface OwnRuleMetadata extends SettingsMetadata {
  readonly before?: string;
}

const longestPart = 60;

/** A value that a part may have, and its name. */
interface RulePartChoice {
  readonly value: unknown;
  label(words: OwnRuleFormWords): string;
}

/** One part of a rule: a text, or a choice of values. */
interface RulePart {
  readonly name: RulePartName;
  readonly choices?: readonly RulePartChoice[];
}

/** Choices whose words are found by key; a value is its own key, unless one is given. */
function choices<Key extends string>(
  keys: readonly (Key | readonly [Key, value: unknown])[],
  wordsIn: (words: OwnRuleFormWords) => Readonly<Record<Key, string>>,
): readonly RulePartChoice[] {
  return keys.map((each) => {
    const [key, value] = typeof each === 'string' ? [each, each] : each;
    return { value, label: (words) => wordsIn(words)[key] };
  });
}

const endings = choices(['extend once', 'ask', 'reject'], (words) => words.endings);

/** The parts that can be set, by the names that `readRule` knows. */
const parts: readonly RulePart[] = [
  { name: 'method', choices: choices(['approval', 'single', 'score'], ({ methods }) => methods) },
  { name: 'quorum' },
  { name: 'threshold' },
  {
    name: 'abstain',
    choices: choices(['none', 'quorum only', 'excluded', 'against'], ({ abstentions }) => abstentions),
  },
  { name: 'objections', choices: choices(['block', 'warn', 'none'], ({ objections }) => objections) },
  { name: 'minimum open' },
  {
    name: 'closes early',
    choices: choices(
      [
        ['never', []],
        ['all voted', ['all voted']],
        ['decided', ['decided', 'unreachable', 'all voted']],
      ],
      ({ earlyEnds }) => earlyEnds,
    ),
  },
  { name: 'tie', choices: endings },
  { name: 'no quorum', choices: endings },
  { name: 'votes after leaving', choices: choices(['stand', 'lapse'], (words) => words.votesAfterLeaving) },
  {
    name: 'hidden tally',
    choices: choices(
      [
        ['shown', false],
        ['hidden', true],
      ],
      ({ tally }) => tally,
    ),
  },
];

function blockOf({ name }: RulePart): string {
  return `part:${name.replaceAll(' ', '-')}`;
}

function partsOf(written: unknown): Readonly<Record<string, unknown>> {
  return typeof written === 'object' && written !== null ? { ...written } : { preset: written };
}

/** Asks for a rule: a name, the preset to start from, and what should differ. */
export function ownRuleView(language: Language, channelId: string, rule?: OwnRule): ModalView {
  const metadata: OwnRuleMetadata = { channelId, ...(rule ? { before: rule.name } : {}) };
  const { forms, ownRuleForm } = language;
  const written = partsOf(rule?.parts);
  const presetChoices = presetRules.map((preset) => ruleChoice(language, preset));
  const { preset: label, presetHint: hint } = ownRuleForm;
  return {
    type: 'modal',
    callback_id: ownRuleCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain(ownRuleForm.title),
    submit: plain(forms.save),
    close: plain(forms.cancel),
    blocks: [
      paragraph(ownRuleForm.introduction),
      input('title', ownRuleForm.name, textInput(ownRuleLimits.name, { initial: rule?.name ?? '' })),
      ruleInput(language, presetChoices, String(written.preset ?? presetNames[0]), { label, hint }),
      ...parts.map((part) => partInput(ownRuleForm, part, written[part.name])),
    ],
  };
}

function partInput(words: OwnRuleFormWords, part: RulePart, value: unknown): InputBlock {
  const { label, hint } = words.parts[part.name];
  if (part.choices === undefined) {
    const initial = value === undefined ? '' : String(value);
    return input(blockOf(part), label, textInput(longestPart, { initial }), { optional: true, hint });
  }
  const options = part.choices.map((each) => choice(each.label(words), JSON.stringify(each.value)));
  const chosen = options.find((option) => option.value === JSON.stringify(value));
  return input(
    blockOf(part),
    label,
    {
      type: 'static_select',
      action_id: valueAction,
      placeholder: plain(words.asPreset),
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    },
    { optional: true, hint },
  );
}

function readPart(state: FormState, part: RulePart): unknown {
  if (part.choices) {
    const chosen = state.choice(blockOf(part));
    return part.choices.find(({ value }) => JSON.stringify(value) === chosen)?.value;
  }
  const typed = state.text(blockOf(part)).trim();
  if (typed === '') return undefined;
  return /^\d{1,6}$/.test(typed) ? Number(typed) : typed;
}

/**
 * Reads the modal. Throws RuleBroken under `rule`: at the position of a part with an impossible value, or without a
 * position if the parts contradict each other.
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

/** The input under which an error belongs; what is wrong with a rule as a whole appears under its preset. */
export function ownRuleBlockOf(field: Field, position: number | undefined): string | undefined {
  if (field !== 'rule') return field === 'title' ? 'title' : ruleBlock;
  const part = position === undefined ? undefined : parts[position];
  return part ? blockOf(part) : ruleBlock;
}

/** Reads what the modal carries along. */
export function readOwnRuleMetadata(view: { private_metadata: string }): OwnRuleMetadata {
  return readMetadata(view);
}
