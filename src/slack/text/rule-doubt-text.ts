import type { AdrWarning } from '@gavel/adr/read/warning.ts';
import type { RuleDoubt } from '../../decision/rule-doubt.ts';
import { wordRuleDoubt } from '../../words/language.ts';
import { language } from '../app/language.ts';

/** What could not be used of the rules in `.gavel.yml`, to stand beside what is said of its style. */
export function warnOfRules(doubts: readonly RuleDoubt[]): AdrWarning[] {
  return doubts.map((doubt) => ({
    line: 1,
    message: `.gavel.yml: ${wordRuleDoubt(language, doubt)}`,
    advice: language.ruleDoubtAdvice,
    isError: false,
  }));
}
