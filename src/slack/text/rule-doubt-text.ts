import type { RuleDoubt } from '../../decision/rule/rule-doubt.ts';
import { type Language, wordRuleDoubt } from '../../words/language.ts';

/** What could not be used from the rules in `.gavel.yml`, and what happens until somebody corrects them. */
export function wordArchiveRuleDoubts(language: Language, doubts: readonly RuleDoubt[]): string[] {
  return doubts.map((doubt) => `.gavel.yml: ${wordRuleDoubt(language, doubt)} ${language.ruleDoubtAdvice(doubt)}`);
}
