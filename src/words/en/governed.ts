import type { GovernedWords } from '../governed-words.ts';
import { count } from './grammar.ts';

/** What is said in English, outside Slack, about decisions that govern something. */
export const governed: GovernedWords = {
  heading: 'Decisions',
  intro: 'The decisions that hold in this repository. Read the one that governs something before you change it.',
  affects: (paths) => `Affects ${paths}`,
  more: (more) => `${count(more, 'decision')} more`,
};
