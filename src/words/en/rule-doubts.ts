import type { RuleDoubt, UnusableSettings } from '../../decision/rule/rule-doubt.ts';
import { type RuleDoubtWords, wordRefusal } from '../language.ts';
import { count, quote } from './grammar.ts';
import { refusals } from './refusals.ts';

function wordUnusable(why: UnusableSettings): string {
  switch (why.kind) {
    case 'not YAML':
      return 'It is not valid YAML';
    case 'too long':
      return `It has more than ${count(why.most, 'character')}, so nothing of it is read`;
    case 'too deep':
      return `It has more than ${count(why.most, 'level')}, so nothing of it is read`;
    case 'too slow':
      return 'It takes too long to read';
  }
}

/** What is said in English about rules that people wrote and that can't be used. */
export const ruleDoubts: RuleDoubtWords = {
  'rule left out': ({ name, because }) => `The rule ${quote(name)} is left out. ${wordRefusal({ refusals }, because)}`,
  'first rule left out': ({ because }) => wordRefusal({ refusals }, because),
  'rules not by name': () => '“rules” has to be a list of rules by their names.',
  'rule name refused': ({ name }) => `A rule can’t be called ${quote(name)}.`,
  'too many rules': ({ most }) => `The maximum is ${count(most, 'rule')}; the rest are left out.`,
  'setting left out': ({ setting, value, known }) =>
    `${quote(setting)} is ${value}. It must be one of ${known.join(', ')}.`,
  'agents left out': ({ value }) =>
    `“agents” is ${value}. It must be the path of a text file from the top of the repository, such as AGENTS.md.`,
  'revisit left out': ({ value }) =>
    `“revisit” is ${value}. It must be a number of months or years, such as “18 months” or “2 years”.`,
  'settings unusable': ({ why }) => `${wordUnusable(why)}; votes go without it.`,
};

/** What happens until somebody corrects it. */
export function ruleDoubtAdvice(doubt: RuleDoubt): string {
  if (doubt.code === 'agents left out') return 'Until it is corrected, no file lists decisions for agents.';
  if (doubt.code === 'revisit left out') return 'Until it is corrected, no day to look again is suggested.';
  if (doubt.code !== 'setting left out') return 'Until it is corrected, votes go without it.';
  return doubt.setting === 'publish'
    ? 'Until it is corrected, ADRs are published as whoever runs Gavel has set.'
    : 'Until it is corrected, Gavel goes without it.';
}
