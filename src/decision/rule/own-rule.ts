import { RuleBroken } from '../failure/rule-broken.ts';
import { checkLength, checkPresent, cleanLine } from '../text.ts';
import { type NamedRule, nameRule } from './named-rule.ts';
import { readWholeRule } from './read-rule.ts';
import type { RuleDoubt } from './rule-doubt.ts';

/** How many rules a channel may define, and how long their names may be. */
export const ownRuleLimits = { rules: 20, name: 50 } as const;

/** A rule that a channel or repository defines, as people wrote it: parts by name, for `readRule`. */
export interface OwnRule {
  readonly name: string;
  readonly parts: unknown;
}

/** Reads rules as people wrote them. Returns the reasons why some of them can't be read. */
export function readOwnRules(
  origin: 'channel' | 'archive',
  written: readonly OwnRule[],
): { readonly rules: readonly NamedRule[]; readonly doubts: readonly RuleDoubt[] } {
  const rules: NamedRule[] = [];
  const doubts: RuleDoubt[] = [];
  for (const { name, parts } of written) {
    try {
      const { rule, ...more } = readWholeRule(parts);
      rules.push({ ...nameRule(origin, name, rule), ...more });
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
      doubts.push({ code: 'rule left out', name, because: error.refusal });
    }
  }
  return { rules, doubts };
}

/** Cleans the name of a rule. Throws RuleBroken under `title` if it is empty or too long. */
export function checkRuleName(typed: string): string {
  const name = cleanLine(typed);
  checkPresent(name, 'rule name', { field: 'title' });
  checkLength(name, ownRuleLimits.name, 'rule name', { field: 'title' });
  return name;
}
