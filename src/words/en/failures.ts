import type { FailureWords } from '../language.ts';
import { count } from './grammar.ts';

/** What is said in English when Slack or Gavel itself failed. */
export const failures: FailureWords = {
  noAnswer: () => 'Slack did not answer, so nothing was shown or changed. Please try again in a moment.',
  tooManyCalls: (seconds) => {
    const soon = seconds === 1 ? 'a second' : count(seconds, 'second');
    return `Slack lets me do only so much in a minute, and there is a lot to do here now. Please try again in ${soon}.`;
  },
  unexpected: (reference) =>
    `Sorry, that did not work, and it is not your fault. Please try again in a moment. If it keeps happening, tell whoever runs Gavel here: reference ${reference}.`,
};
