import type { PeopleWords } from '../people-words.ts';
import { count, list } from './grammar.ts';

/** People in German. The placeholder is one that no case changes. */
export const people: PeopleWords = {
  gone: 'jemand von früher',
  goneFirst: 'Jemand von früher',
  someChannel: 'ein Kanal',
  someGroup: 'eine Gruppe',
  list: (names, others = 0) => list(others > 0 ? [...names, count(others, 'weitere Person', 'weitere')] : names),
};
