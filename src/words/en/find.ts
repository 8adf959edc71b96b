import type { FindWords } from '../find-words.ts';
import { bold, code, joinWords, say } from '../say.ts';
import { count, number, quote } from './grammar.ts';

/** The search in English. */
export const find: FindWords = {
  title: 'Find a decision',
  search: 'Search',
  label: 'Search for',
  hint: 'Narrow it down: status:accepted, in:#channel, by:@name, repo:name, tag:name, after:2026-01, before:2026-06.',
  placeholder: 'Words from a title, an option, an argument or an ADR',
  total: ({ total, hasMore }) => (hasMore ? `The best ${number(total)} results` : count(total, 'result')),
  nothing: (typed) =>
    say`I found nothing for ${quote(typed)}. Try fewer words, or see everything with ${code('/adr list')}.`,
  tooCommon: (typed) =>
    say`The words in ${quote(typed)} are too common to search for. Add one that only a few decisions have.`,
  corrected: (words) =>
    say`I found nothing for ${joinWords(
      words.map(({ typed }) => bold(typed)),
      ', ',
    )}, so I searched for ${joinWords(
      words.map(({ meant }) => bold(meant)),
      ', ',
    )}.`,
  doubt: ({ key, value }) => {
    switch (key) {
      case 'status':
        return say`I left out ${code(`status:${value}`)}. A status is proposed, accepted, rejected, withdrawn, deprecated, or superseded.`;
      case 'in':
        return say`I left out ${code(`in:${value}`)}, because I know no channel of that name that you can see.`;
      case 'repo':
        return say`I left out ${code(`repo:${value}`)}, because this channel has no repository of that name.`;
      case 'after':
      case 'before':
        return say`I left out ${code(`${key}:${value}`)}. Write a date as ${code('2026-01-31')}, ${code('2026-01')} or ${code('2026')}.`;
      default:
        return say`I left out ${code(`${key}:${value}`)}.`;
    }
  },
};
