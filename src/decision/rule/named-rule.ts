import { presetNames, presets } from './preset.ts';
import type { ReadRule } from './read-rule.ts';
import { defaultRule, type Rule } from './rule.ts';

/** A rule in the list from which people choose. */
export interface NamedRule extends ReadRule {
  /** The name of a preset, or `channel:` or `archive:` with the name of the rule there. */
  readonly id: string;
  /** The name that people gave the rule; undefined for presets. */
  readonly name?: string;
}

/** The rules that are offered in a channel, and the one that is selected first. */
export interface RuleBook {
  readonly rules: readonly NamedRule[];
  readonly initial: NamedRule;
  /** The same, for rules that don't say it. */
  readonly revisitMonths?: number | undefined;
}

/** After how many months a decision under a rule is to be looked at again; undefined if nobody has said that. */
export function revisitMonthsOf(book: RuleBook, id: string | undefined): number | undefined {
  return findRule(book, id)?.revisitMonths ?? book.revisitMonths;
}

/** The id of a rule of the channel or of its repository. */
export function ruleIdOf(origin: 'channel' | 'archive', name: string): string {
  return `${origin}:${name}`;
}

/** The presets, which are offered everywhere. */
export const presetRules: readonly NamedRule[] = presetNames.map((id) => ({ id, ...presets[id] }));

const plainest: NamedRule = { id: 'plurality', ...presets.plurality, rule: defaultRule };

/** A rule that somebody has defined, with its name. */
export function nameRule(origin: 'channel' | 'archive', name: string, rule: Rule): NamedRule {
  return { id: ruleIdOf(origin, name), name, rule };
}

/**
 * The rules of a channel: its own, those of the repository, and the presets. The first rule of `wanted` that exists is
 * selected first, or else the preset for the most votes.
 */
export function compileRuleBook(own: readonly NamedRule[], wanted: readonly (string | undefined)[]): RuleBook {
  const rules = [...own, ...presetRules];
  const found = wanted.flatMap((id) => rules.find((one) => one.id === id) ?? []);
  return { rules, initial: found[0] ?? plainest };
}

/** The rule with an id, or without an id the rule of proposals from before there was a choice. */
export function findRule({ rules }: RuleBook, id: string | undefined): NamedRule | undefined {
  return id === undefined ? plainest : rules.find((one) => one.id === id);
}
