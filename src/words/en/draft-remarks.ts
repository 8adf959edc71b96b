import type { ReasonCount } from '../../decision/proposal/draft-remark.ts';
import type { DraftRemarkWords } from '../language.ts';
import { count, list, number, quote } from './grammar.ts';

/** What a figure counts, if there is anything to count. */
function countAny(value: number, one: string, many?: string): string[] {
  return value === 0 ? [] : [count(value, one, many)];
}

/** “3 pros, 1 con”; '' if there are no reasons. */
export function wordReasons({ pro, con, neutral }: ReasonCount): string {
  return [...countAny(pro, 'pro'), ...countAny(con, 'con'), ...countAny(neutral, 'neutral point')].join(', ');
}

/** What is said in English about a Markdown draft that filled in a form. */
export const draftRemarks: DraftRemarkWords = {
  'taken from the draft': ({ hasTitle, hasContext, drivers, options, reasons, sections, ...facts }) => {
    const argued = wordReasons(reasons);
    const taken = [
      ...(hasTitle ? ['the question'] : []),
      ...(hasContext ? ['the context'] : []),
      ...countAny(drivers, 'driver'),
      ...countAny(options, 'option').map((text) => (argued === '' ? text : `${text} (${argued})`)),
      ...countAny(facts.tags ?? 0, 'tag'),
      ...countAny(facts.patterns ?? 0, 'affected path'),
      ...(facts.hasRevisit === true ? ['when to look again'] : []),
      ...countAny(sections, 'section'),
    ];
    return `From the draft: ${list(taken)}. The other fields are unchanged.`;
  },
  'options left out': ({ count: there, most, titles, others }) => {
    const leftOut = list([...titles.map(quote), ...countAny(others, 'other')]);
    const were = titles.length + others === 1 ? 'was' : 'were';
    return `A decision has at most ${count(most, 'option')}, and the draft has ${number(there)}: ${leftOut} ${were} left out.`;
  },
  'left out of the form': ({ texts, others, why }) =>
    `Left out: ${list([...texts.map(quote), ...countAny(others, 'other')])}. ${why}`,
  'doubt about a line': ({ line, doubt }) => `Line ${number(line)}: ${doubt}`,
  'prepared by a program': () =>
    'Your editor or agent filled this in. You propose it under your own name: read it, and change what is wrong.',
  'more doubts': ({ count: more }) => `and ${number(more)} more`,
};
