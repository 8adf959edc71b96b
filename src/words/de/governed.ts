import type { GovernedWords } from '../governed-words.ts';
import { count } from './grammar.ts';

/** What is said in German, outside Slack, about decisions that govern something. */
export const governed: GovernedWords = {
  heading: 'Entscheidungen',
  intro:
    'Diese Entscheidungen gelten in diesem Repository. Lies, was für einen Teil entschieden ist, bevor du ihn änderst.',
  affects: (paths) => `Gilt für ${paths}`,
  more: (more) => `${count(more, 'weitere Entscheidung', 'weitere Entscheidungen')}`,
};
