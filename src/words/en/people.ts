import type { PeopleWords } from '../people-words.ts';
import { count } from './grammar.ts';

function list(names: readonly string[], others = 0): string {
  const all = others > 0 ? [...names, count(others, 'other')] : names;
  if (all.length < 2) return all.join('');
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

/** People in English. */
export const people: PeopleWords = {
  gone: 'someone who left',
  goneFirst: 'Someone who left',
  someChannel: 'a channel',
  someGroup: 'a user group',
  list,
};
