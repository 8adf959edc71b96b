import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Field, RuleBroken } from '../../decision/failure/rule-broken.ts';
import { presetRules } from '../../decision/rule/named-rule.ts';
import { type OwnRule, ownRuleLimits } from '../../decision/rule/own-rule.ts';
import { readRule } from '../../decision/rule/read-rule.ts';
import { type Language, wordRefusal } from '../../words/language.ts';
import { emoji, say } from '../../words/say.ts';
import type { OwnRuleFormWords } from '../../words/settings-words.ts';
import type { SeenView } from '../app/gesture.ts';
import { FormState } from '../form/form-state.ts';
import { textInput } from '../form/inputs.ts';
import { readMetadata } from '../form/metadata.ts';
import { nearestPage, pageActions, turnCounted } from '../form/page.ts';
import { ruleBlock, ruleChoice, ruleInput } from '../form/rule-input.ts';
import { actions, button, choice, context, input, plain, valueAction } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import {
  asPreset,
  blockOf,
  findFault,
  findNameFault,
  nameBlock,
  pages,
  parts,
  partsOf,
  type RulePart,
  type Typed,
  typedOf,
} from './own-rule-parts.ts';
import type { SettingsMetadata } from './settings-view.ts';

export const ownRuleCallback = 'own_rule';

/** What the modal carries along: all pages, and the name that the rule had, if it already exists. */
interface OwnRuleMetadata extends SettingsMetadata {
  readonly before?: string;
  readonly page: number;
  readonly typed: Typed;
}

const longestPart = 60;

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
