import { presetNames, presets } from './preset.ts';
import { defaultRule, type Rule } from './rule.ts';

/** A rule as people choose it from a list. */
export interface NamedRule {
  /** The name of a preset, or `channel:` or `archive:` with the name that the rule has there. */
  readonly id: string;
  /** The name that people gave it; presets have none of their own. */
  readonly name?: string;
  readonly rule: Rule;
}

/** The rules that are offered in a channel, and which of them first. */
export interface RuleBook {
  readonly rules: readonly NamedRule[];
  readonly initial: NamedRule;
}

/** The id of a rule of the channel's own, or of its repository's. */
export function ruleIdOf(origin: 'channel' | 'archive', name: string): string {
  return `${origin}:${name}`;
}

/** The presets, as they are offered everywhere. */
export const presetRules: readonly NamedRule[] = presetNames.map((id) => ({ id, ...presets[id] }));

const plainest: NamedRule = { id: 'plurality', ...presets.plurality, rule: defaultRule };

/** A rule that somebody put together, under the name that they gave it. */
export function nameRule(origin: 'channel' | 'archive', name: string, rule: Rule): NamedRule {
  return { id: ruleIdOf(origin, name), name, rule };
}

/**
 * The rules of a channel: its own, those of the repository, then the presets. Offered first is the first of `wanted`
 * that there is, and the most votes if there is none.
 */
export function compileRuleBook(own: readonly NamedRule[], wanted: readonly (string | undefined)[]): RuleBook {
  const rules = [...own, ...presetRules];
  const found = wanted.flatMap((id) => rules.find((one) => one.id === id) ?? []);
  return { rules, initial: found[0] ?? plainest };
}

/** The rule with an id; without one, the rule of what was begun before there was a choice. */
export function findRule({ rules }: RuleBook, id: string | undefined): NamedRule | undefined {
  return id === undefined ? plainest : rules.find((one) => one.id === id);
}
