import type { GovernedWords } from '../governed-words.ts';
import { count, number } from './grammar.ts';

/** What is said in English, outside Slack, about decisions that govern something. */
export const governed: GovernedWords = {
  heading: 'Decisions',
  intro: 'The decisions that hold in this repository. Read the one that governs something before you change it.',
  affects: (paths) => `Affects ${paths}`,
  touched: 'Decisions govern files that change here:',
  decided: (names, day) =>
    ['Decided', names && `by ${names}`, day && `on ${day}`].filter(Boolean).join(' ').concat('.'),
  superseded: (by) => (by === '' ? 'Superseded.' : `Superseded by ${by}.`),
  files: (paths, more) => `Changes ${paths}${more > 0 ? ` and ${count(more, 'other file')}` : ''}.`,
  firstFiles: (files) => `Only the first ${number(files)} files were looked at.`,
  nameThem: 'This passes once the description names each of them, such as “ADR-0007”.',
  ungoverned: 'No decision governs what changes here',
  governed: (decisions) => `${count(decisions, 'decision')} to know`,
  more: (more) => count(more, 'more decision'),
};
