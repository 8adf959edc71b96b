import type { Share } from '../../decision/rule/share.ts';
import type { Punctuation } from '../punctuation.ts';
import type { Forms, RecordPhrases } from './record-phrases.ts';

/** How a language puts the phrases of its records together. */
export interface RecordGrammar extends Punctuation {
  number(value: number): string;
  /** A phrase with its figure. */
  count(value: number, forms: Forms): string;
  /** “Ana, Bo and Chi”. */
  list(items: readonly string[]): string;
  /** “Votes: 3”. */
  label(name: string, value: string | number): string;
  /** A share without a name: “60%”, “3/7”. */
  share(share: Share): string;
  /** Phrases with semicolons between them, and a stop. Empty ones are left out. */
  clause(phrases: readonly string[]): string;
  /** The same with a capital letter. */
  sentence(phrases: readonly string[]): string;
  capitalize(phrase: string): string;
}

/** The grammar of a language's records. */
export function grammarOf({ code, punctuation }: Pick<RecordPhrases, 'code' | 'punctuation'>): RecordGrammar {
  const rules = new Intl.PluralRules(code);
  const figures = new Intl.NumberFormat(code);
  const percent = new Intl.NumberFormat(code, { style: 'percent' });
  const lists = new Intl.ListFormat(code, { type: 'conjunction' });
  const number = (value: number) => figures.format(value);
  const clause = (phrases: readonly string[]) => phrases.filter(Boolean).join(punctuation.semicolon) + punctuation.stop;
  const capitalize = (phrase: string) => {
    const [first = '', ...rest] = phrase;
    return first.toLocaleUpperCase(code) + rest.join('');
  };
  return {
    ...punctuation,
    number,
    count: (value, forms) => (forms[rules.select(value)] ?? forms.other).replace('#', number(value)),
    list: (items) => lists.format(items),
    label: (name, value) => `${name}${punctuation.colon}${typeof value === 'number' ? number(value) : value}`,
    share: ({ parts, of }) => (of === 100 || parts === of ? percent.format(parts / of) : `${parts}/${of}`),
    clause,
    sentence: (phrases) => capitalize(clause(phrases)),
    capitalize,
  };
}
