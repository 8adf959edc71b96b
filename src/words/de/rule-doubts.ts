import type { RuleDoubt, UnusableSettings } from '../../decision/rule/rule-doubt.ts';
import { type RuleDoubtWords, wordRefusal } from '../language.ts';
import { count, number, quote } from './grammar.ts';
import { refusals } from './refusals.ts';

function wordUnusable(why: UnusableSettings): string {
  switch (why.kind) {
    case 'not YAML':
      return 'Das ist kein gültiges YAML';
    case 'too long':
      return `Das hat mehr als ${number(why.most)} Zeichen und wird deshalb nicht gelesen`;
    case 'too deep':
      return `Das hat mehr als ${count(why.most, 'Ebene', 'Ebenen')} und wird deshalb nicht gelesen`;
    case 'too slow':
      return 'Das lässt sich nicht schnell genug lesen';
  }
}

/** What is said in German about rules that people wrote and that can't be used. */
export const ruleDoubts: RuleDoubtWords = {
  'rule left out': ({ name, because }) =>
    `Die Regel ${quote(name)} ist weggelassen. ${wordRefusal({ refusals }, because)}`,
  'first rule left out': ({ because }) => wordRefusal({ refusals }, because),
  'rules not by name': () => 'Unter „rules“ stehen Regeln, jede mit ihrem Namen.',
  'rule name refused': ({ name }) => `So kann keine Regel heißen: ${quote(name)}.`,
  'too many rules': ({ most }) =>
    `Mehr als ${count(most, 'Regel', 'Regeln')} sind nicht möglich; die übrigen sind weggelassen.`,
  'setting left out': ({ setting, value, known }) =>
    `${quote(setting)} ist ${value}. Möglich ist eines von ${known.join(', ')}.`,
  'agents left out': ({ value }) =>
    `„agents“ ist ${value}. Hier gehört der Pfad einer Textdatei hin, vom Anfang des Repositorys an, etwa AGENTS.md.`,
  'revisit left out': ({ value }) =>
    `„revisit“ ist ${value}. Möglich ist eine Zahl von Monaten oder Jahren, etwa „18 months“ oder „2 years“.`,
  'settings unusable': ({ why }) => `${wordUnusable(why)}; Abstimmungen laufen ohne diese Datei.`,
};

/** What happens until somebody corrects it. */
export function ruleDoubtAdvice(doubt: RuleDoubt): string {
  if (doubt.code === 'agents left out') return 'Bis das berichtigt ist, steht keine Liste für Agenten im Repository.';
  if (doubt.code === 'revisit left out')
    return 'Bis das berichtigt ist, wird kein Tag für die Wiedervorlage vorgeschlagen.';
  if (doubt.code !== 'setting left out') return 'Bis das berichtigt ist, laufen Abstimmungen ohne sie.';
  return doubt.setting === 'publish'
    ? 'Bis das berichtigt ist, werden ADRs so veröffentlicht, wie es in der Konfiguration von Gavel steht.'
    : 'Bis das berichtigt ist, gilt es nicht.';
}
