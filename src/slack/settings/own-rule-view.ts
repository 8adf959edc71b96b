import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { type Field, RuleBroken } from '../../decision/failure/rule-broken.ts';
import { presetRules } from '../../decision/rule/named-rule.ts';
import { checkRuleName, type OwnRule, ownRuleLimits } from '../../decision/rule/own-rule.ts';
import { presetNames } from '../../decision/rule/preset.ts';
import { readRule } from '../../decision/rule/read-rule.ts';
import { everyOverrider } from '../../decision/rule/rule.ts';
import { type Language, wordRefusal } from '../../words/language.ts';
import { emoji, say } from '../../words/say.ts';
import type { OwnRuleFormWords, OwnRulePage, RulePartName } from '../../words/settings-words.ts';
import type { SeenView } from '../app/gesture.ts';
import { FormState } from '../form/form-state.ts';
import { textInput } from '../form/inputs.ts';
import { readMetadata } from '../form/metadata.ts';
import { nearestPage, pageActions, turnCounted } from '../form/page.ts';
import { ruleBlock, ruleChoice, ruleInput } from '../form/rule-input.ts';
import { actions, button, choice, context, input, plain, valueAction } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import type { SettingsMetadata } from './settings-view.ts';

export const ownRuleCallback = 'own_rule';

/** What was typed and chosen so far, by block: what a text says, or the value of a choice. */
type Typed = Readonly<Record<string, string>>;

/** What the modal carries along: all pages, and the name that the rule had, if it already exists. */
interface OwnRuleMetadata extends SettingsMetadata {
  readonly before?: string;
  readonly page: number;
  readonly typed: Typed;
}

const longestPart = 60;

/** What stands for leaving a part to the preset. */
const asPreset = 'as preset';

/** A value that a part may have, and its name. */
interface RulePartChoice {
  readonly value: unknown;
  label(words: OwnRuleFormWords): string;
}

/** One part of a rule: a text, or a choice of values. */
interface RulePart {
  readonly name: RulePartName;
  readonly page: OwnRulePage;
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
  { name: 'method', page: 'voting', choices: choices(['approval', 'single', 'score'], ({ methods }) => methods) },
  {
    name: 'abstain',
    page: 'voting',
    choices: choices(['none', 'quorum only', 'excluded', 'against'], ({ abstentions }) => abstentions),
  },
  {
    name: 'votes after leaving',
    page: 'voting',
    choices: choices(['stand', 'lapse'], (words) => words.votesAfterLeaving),
  },
  {
    name: 'hidden tally',
    page: 'voting',
    choices: choices(
      [
        ['shown', false],
        ['hidden', true],
      ],
      ({ tally }) => tally,
    ),
  },
  { name: 'quorum', page: 'winning' },
  { name: 'threshold', page: 'winning' },
  { name: 'objections', page: 'winning', choices: choices(['block', 'warn', 'none'], ({ objections }) => objections) },
  { name: 'minimum open', page: 'ending' },
  {
    name: 'closes early',
    page: 'ending',
    choices: choices(
      [
        ['never', []],
        ['all voted', ['all voted']],
        ['decided', ['decided', 'unreachable', 'all voted']],
      ],
      ({ earlyEnds }) => earlyEnds,
    ),
  },
  { name: 'tie', page: 'ending', choices: endings },
  { name: 'no quorum', page: 'ending', choices: endings },
  {
    name: 'override',
    page: 'overriding',
    choices: choices(
      [
        ['all', everyOverrider],
        ['proposer', ['proposer', 'admins']],
        ['deciders', ['deciders', 'admins']],
        ['admins', ['admins']],
        ['nobody', []],
      ],
      ({ overriders }) => overriders,
    ),
  },
  {
    name: 'second person',
    page: 'overriding',
    choices: choices(
      [
        ['alone', false],
        ['together', true],
      ],
      ({ seconds }) => seconds,
    ),
  },
];

const pages: readonly OwnRulePage[] = ['basis', 'voting', 'winning', 'ending', 'overriding'];

const nameBlock = 'title';

function blockOf({ name }: RulePart): string {
  return `part:${name.replaceAll(' ', '-')}`;
}

/** Writes down a rule as the form has it. */
function typedOf(rule: OwnRule | undefined): Typed {
  const written = rule?.parts;
  const given: Readonly<Record<string, unknown>> =
    typeof written === 'object' && written !== null ? { ...written } : { preset: written };
  const preset = String(given.preset ?? presetNames[0]);
  const typed = parts.flatMap((part) => {
    const value = given[part.name];
    if (value === undefined) return [];
    return [[blockOf(part), part.choices ? JSON.stringify(value) : String(value)] as const];
  });
  return { [nameBlock]: rule?.name ?? '', [ruleBlock]: preset, ...Object.fromEntries(typed) };
}

/** Asks for a rule, page by page: a name, the preset to start from, and what should differ. */
export function ownRuleView(language: Language, channelId: string, rule?: OwnRule): ModalView {
  const before = rule ? { before: rule.name } : {};
  return drawPage(language, { channelId, ...before, page: 0, typed: typedOf(rule) });
}

/** Shows a page; `fault` is what keeps the rule from being saved. */
function drawPage(language: Language, metadata: OwnRuleMetadata, fault?: RuleBroken): ModalView {
  const { forms, ownRuleForm } = language;
  const { page, typed } = metadata;
  const name = pages[page] ?? 'basis';
  const { back, next } = turnCounted(page, pages.length);
  const turns = [
    ...(back === undefined ? [] : [button(pageActions.back, forms.back, { value: back })]),
    ...(next === undefined ? [] : [button(pageActions.next, forms.next, { value: next })]),
  ];
  return {
    type: 'modal',
    callback_id: ownRuleCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain(ownRuleForm.title),
    submit: plain(forms.save),
    close: plain(forms.cancel),
    blocks: [
      context(`${forms.page(page + 1, pages.length)} · ${ownRuleForm.pages[name]}`),
      ...(name === 'basis' ? [paragraph(ownRuleForm.introduction)] : []),
      ...(name === 'basis' ? basisInputs(language, typed) : []),
      ...parts.filter((part) => part.page === name).map((part) => partInput(ownRuleForm, part, typed[blockOf(part)])),
      paragraph(sumUp(language, typed, fault)),
      actions('pages', turns),
    ],
  };
}

function sumUp(language: Language, typed: Typed, fault = findFault(typed)?.error) {
  if (fault) return say`${emoji('warning')} ${wordRefusal(language, fault.refusal)}`;
  return language.ownRuleForm.soFar(language.rules.describe(readRule(partsOf(typed))));
}

function basisInputs(language: Language, typed: Typed): KnownBlock[] {
  const { name, preset: label, presetHint: hint } = language.ownRuleForm;
  const presetChoices = presetRules.map((preset) => ruleChoice(language, preset));
  return [
    input(nameBlock, name, textInput(ownRuleLimits.name, { initial: typed[nameBlock] ?? '' })),
    ruleInput(language, presetChoices, typed[ruleBlock] ?? '', { label, hint, dispatch_action: true }),
  ];
}

function partInput(words: OwnRuleFormWords, part: RulePart, value: string | undefined): InputBlock {
  const { label, hint } = words.parts[part.name];
  if (part.choices === undefined) {
    return input(blockOf(part), label, textInput(longestPart, { initial: value ?? '' }), { optional: true, hint });
  }
  const given = part.choices.map((each) => choice(each.label(words), JSON.stringify(each.value)));
  const options = [choice(words.asPreset, asPreset), ...given];
  const chosen = options.find((option) => option.value === value) ?? options[0];
  const initial = chosen ? { initial_option: chosen } : {};
  const select = { type: 'static_select', action_id: valueAction, options, ...initial } as const;
  return input(blockOf(part), label, select, { optional: true, hint, dispatch_action: true });
}

/** The parts of a rule by name, as `readRule` reads them. */
function partsOf(typed: Typed): Readonly<Record<string, unknown>> {
  const given = parts.flatMap((part) => {
    const value = readPart(part, typed[blockOf(part)]);
    return value === undefined ? [] : [[part.name, value] as const];
  });
  return { preset: typed[ruleBlock], ...Object.fromEntries(given) };
}

function readPart(part: RulePart, typed = ''): unknown {
  if (part.choices) return part.choices.find(({ value }) => JSON.stringify(value) === typed)?.value;
  const text = typed.trim();
  if (text === '') return undefined;
  return /^\d{1,6}$/.test(text) ? Number(text) : text;
}

/** Something that keeps the rule from being saved, and the page that it is on. */
interface Fault {
  readonly page: OwnRulePage;
  readonly error: RuleBroken;
}

/** The first impossible value of a part, or else how the parts contradict each other; undefined if there is nothing. */
function findFault(typed: Typed): Fault | undefined {
  for (const [position, part] of parts.entries()) {
    const value = readPart(part, typed[blockOf(part)]);
    // A part is possible or not by itself; whether it goes with the others is a matter of all of them.
    const alone = value === undefined ? undefined : refusalOf({ 'second person': false, [part.name]: value });
    if (alone) return { page: part.page, error: new RuleBroken(alone.refusal, { field: 'rule', position }) };
  }
  const whole = refusalOf(partsOf(typed));
  if (whole === undefined) return undefined;
  const page = whole.refusal.code === 'no second person' ? 'overriding' : 'winning';
  return { page, error: new RuleBroken(whole.refusal, { field: 'rule' }) };
}

function refusalOf(written: object): RuleBroken | undefined {
  try {
    readRule(written);
    return undefined;
  } catch (error) {
    if (error instanceof RuleBroken) return error;
    throw error;
  }
}

function findNameFault(typed: Typed): Fault | undefined {
  try {
    checkRuleName(typed[nameBlock] ?? '');
    return undefined;
  } catch (error) {
    if (error instanceof RuleBroken) return { page: 'basis', error };
    throw error;
  }
}

/** What the modal carries along, with what the page that is shown says now. */
function readForm(view: Pick<SeenView, 'private_metadata' | 'state'>): OwnRuleMetadata {
  const metadata = readMetadata<OwnRuleMetadata>(view);
  const state = new FormState(view.state.values);
  const shown = [
    ...(state.has(nameBlock) ? [[nameBlock, state.text(nameBlock)] as const] : []),
    ...(state.has(ruleBlock) ? [[ruleBlock, state.choice(ruleBlock) ?? ''] as const] : []),
    ...parts.flatMap((part) => {
      const block = blockOf(part);
      if (!state.has(block)) return [];
      return [[block, part.choices ? (state.choice(block) ?? asPreset) : state.text(block)] as const];
    }),
  ];
  return { ...metadata, typed: { ...metadata.typed, ...Object.fromEntries(shown) } };
}

/** The same form on another page, or on the same one with what the rule says now. Nothing typed is lost. */
export function turnOwnRule(language: Language, view: SeenView, page?: string): ModalView {
  const form = readForm(view);
  return drawPage(language, page === undefined ? form : { ...form, page: nearestPage(Number(page), pages.length) });
}

/** The page to correct first, if what keeps the rule from being saved is not on the page that is shown. */
export function findPageToCorrect(language: Language, view: SeenView): ModalView | undefined {
  const form = readForm(view);
  const fault = findNameFault(form.typed) ?? findFault(form.typed);
  const page = fault === undefined ? form.page : pages.indexOf(fault.page);
  return fault === undefined || page === form.page ? undefined : drawPage(language, { ...form, page }, fault.error);
}

/**
 * Reads the whole form. Throws RuleBroken under `rule`: at the position of a part with an impossible value, or without a
 * position if the parts contradict each other.
 */
export function readOwnRule(
  view: SeenView,
): { readonly rule: OwnRule } & Pick<OwnRuleMetadata, 'channelId' | 'before'> {
  const { typed, channelId, before } = readForm(view);
  const fault = findFault(typed);
  if (fault) throw fault.error;
  return { rule: { name: typed[nameBlock] ?? '', parts: partsOf(typed) }, channelId, ...(before ? { before } : {}) };
}

/** The input under which an error belongs, if it is on the page that is shown. */
export function ownRuleBlockOf({
  blocks,
}: SeenView): (field: Field, position: number | undefined) => string | undefined {
  const shown = new Set(blocks.map(({ block_id: block }) => block));
  return (field, position) => {
    const part = position === undefined ? undefined : parts[position];
    const block = field === 'title' ? nameBlock : part && blockOf(part);
    return shown.has(block) ? block : undefined;
  };
}
