import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { checkRuleName, type OwnRule } from '../../decision/rule/own-rule.ts';
import { presetNames } from '../../decision/rule/preset.ts';
import { readRule } from '../../decision/rule/read-rule.ts';
import { everyOverrider } from '../../decision/rule/rule.ts';
import type { OwnRuleFormWords, OwnRulePage, RulePartName } from '../../words/settings-words.ts';
import { ruleBlock } from '../form/rule-input.ts';

/** What was typed and chosen so far, by block: what a text says, or the value of a choice. */
export type Typed = Readonly<Record<string, string>>;

/** What stands for leaving a part to the preset. */
export const asPreset = 'as preset';

/** A value that a part may have, and its name. */
interface RulePartChoice {
  readonly value: unknown;
  label(words: OwnRuleFormWords): string;
}

/** One part of a rule: a text, or a choice of values. */
export interface RulePart {
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
export const parts: readonly RulePart[] = [
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
    name: 'handover',
    page: 'voting',
    choices: choices(
      [
        ['forbidden', false],
        ['allowed', true],
      ],
      ({ handovers }) => handovers,
    ),
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
  { name: 'final comments', page: 'ending' },
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

/** The pages of the form, in order. */
export const pages: readonly OwnRulePage[] = ['basis', 'voting', 'winning', 'ending', 'overriding'];

/** The block of the rule's name. */
export const nameBlock = 'title';

/** The block in which the form asks for a part. */
export function blockOf({ name }: RulePart): string {
  return `part:${name.replaceAll(' ', '-')}`;
}

/** Writes down a rule as the form has it. */
export function typedOf(rule: OwnRule | undefined): Typed {
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

/** The parts of a rule by name, as `readRule` reads them. */
export function partsOf(typed: Typed): Readonly<Record<string, unknown>> {
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
export function findFault(typed: Typed): Fault | undefined {
  for (const [position, part] of parts.entries()) {
    const value = readPart(part, typed[blockOf(part)]);
    // A part is possible or not by itself; whether it goes with the others is a matter of all of them.
    const alone = value === undefined ? undefined : refusalOf({ 'second person': false, [part.name]: value });
    if (alone) return { page: part.page, error: new RuleBroken(alone.refusal, { field: 'rule', position }) };
  }
  const whole = refusalOf(partsOf(typed));
  if (whole === undefined) return undefined;
  return { page: pageOf(whole), error: new RuleBroken(whole.refusal, { field: 'rule' }) };
}

/** The page on which parts that contradict each other can be set right. */
function pageOf({ refusal }: RuleBroken): OwnRulePage {
  if (refusal.code === 'no second person') return 'overriding';
  return refusal.code === 'handover with one decider' ? 'voting' : 'winning';
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

/** What is wrong with the name; undefined if nothing is. */
export function findNameFault(typed: Typed): Fault | undefined {
  try {
    checkRuleName(typed[nameBlock] ?? '');
    return undefined;
  } catch (error) {
    if (error instanceof RuleBroken) return { page: 'basis', error };
    throw error;
  }
}
