import { isRecord, readSettingsFile, type SettingsFault } from '@gavel/adr/style/settings-file.ts';
import type { Refusal } from '../decision/failure/refusal.ts';
import { RuleBroken } from '../decision/failure/rule-broken.ts';
import { type NamedRule, presetRules, ruleIdOf } from '../decision/rule/named-rule.ts';
import { checkRuleName, ownRuleLimits, readOwnRules } from '../decision/rule/own-rule.ts';
import { readMonths, readWholeRule } from '../decision/rule/read-rule.ts';
import type { RuleDoubt } from '../decision/rule/rule-doubt.ts';
import { languages } from '../words/languages.ts';
import { tellValue } from './choose-setting.ts';

/** The voting rules that `.gavel.yml` has, which of them is offered first, and what could not be used. */
export interface ArchiveRules {
  readonly rules: readonly NamedRule[];
  /** The id of a preset or of one of `rules`. */
  readonly initialId: string | undefined;
  /** After how many months decisions are to be looked at again, unless their rule says otherwise. */
  readonly revisitMonths?: number | undefined;
  readonly doubts: readonly RuleDoubt[];
}

/** The id of the rule that is given under `rule` without a name. */
const unnamedId = ruleIdOf('archive', 'The repository’s rule');

const nothing: ArchiveRules = { rules: [], initialId: undefined, doubts: [] };

/** Runs `read`, or says why it can't be read. */
function attempt<T>(read: () => T): { readonly value: T } | { readonly because: Refusal } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof RuleBroken) return { because: error.refusal };
    throw error;
  }
}

/**
 * Reads `rule` (the name of a preset or of one of `rules`, or parts of a rule), `rules` (parts by name) and `revisit` (a
 * length of time) from `.gavel.yml`. Never throws: what is wrong is left out, and listed in `doubts`.
 */
export function readArchiveRules(yaml: string): ArchiveRules {
  const { all, faults } = readSettingsFile(yaml);
  if (faults.length > 0) return refuseRules(faults);
  return readRules(all);
}

/** No rules, and why: for a file that can't be used. */
export function refuseRules(faults: readonly SettingsFault[]): ArchiveRules {
  const [first] = faults;
  return { ...nothing, doubts: first ? [{ code: 'settings unusable', why: first.reason }] : [] };
}

/** What is wrong with the rules in an already parsed `.gavel.yml`. */
export function findRuleDoubts(all: Readonly<Record<string, unknown>>): readonly RuleDoubt[] {
  return readRules(all).doubts;
}

/** The rules of an already parsed file. */
function readRules(all: Readonly<Record<string, unknown>>): ArchiveRules {
  const read = readVotingRules(all);
  const { revisit } = all;
  if (revisit === undefined || revisit === null) return read;
  const months = attempt(() => readMonths(revisit, 'revisit'));
  if ('value' in months) return { ...read, revisitMonths: months.value };
  return { ...read, doubts: [...read.doubts, { code: 'revisit left out', value: tellValue(revisit) }] };
}

function readVotingRules({ rule, rules: written }: Readonly<Record<string, unknown>>): ArchiveRules {
  const own = readWritten(written);
  if (rule === undefined || rule === null) return { ...nothing, ...own };
  const named = [...own.rules, ...presetRules].find((one) => rule === one.id || titlesOf(one).includes(rule));
  if (named) return { ...own, initialId: named.id };
  const inline = attempt((): NamedRule => ({ id: unnamedId, ...readWholeRule(rule) }));
  if ('value' in inline) return { ...own, rules: [...own.rules, inline.value], initialId: inline.value.id };
  const doubt = { code: 'first rule left out', because: inline.because } as const;
  return { ...own, initialId: undefined, doubts: [...own.doubts, doubt] };
}

/** A rule's names in all languages, since teams may use any of them in the file. */
function titlesOf(rule: NamedRule): readonly unknown[] {
  return Object.values(languages).map(({ rules }) => rules.nameOf(rule));
}

function readWritten(written: unknown): Omit<ArchiveRules, 'initialId'> {
  if (written === undefined || written === null) return nothing;
  if (!isRecord(written)) return { rules: [], doubts: [{ code: 'rules not by name' }] };
  const names = Object.keys(written);
  const tooMany = names.length > ownRuleLimits.rules;
  const first = names.slice(0, ownRuleLimits.rules);
  const wrong = first.filter((name) => !isRuleName(name));
  const { rules, doubts } = readOwnRules(
    'archive',
    first.filter((name) => !wrong.includes(name)).map((name) => ({ name, parts: written[name] })),
  );
  return {
    rules,
    doubts: [
      ...wrong.map((name) => ({ code: 'rule name refused', name: shorten(name) }) as const),
      ...doubts,
      ...(tooMany ? [{ code: 'too many rules', most: ownRuleLimits.rules } as const] : []),
    ],
  };
}

/** Whether a rule can have exactly this name. */
function isRuleName(name: string): boolean {
  const checked = attempt(() => checkRuleName(name));
  return 'value' in checked && checked.value === name;
}

function shorten(name: string): string {
  return name.slice(0, ownRuleLimits.name).toWellFormed();
}
