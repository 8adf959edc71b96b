import type { OutcomeFormWords, WithdrawFormWords } from '../decide-words.ts';
import { quote } from './grammar.ts';

/** The form for an outcome in English. */
export const outcomeForm: OutcomeFormWords = {
  title: 'Record the outcome',
  submit: 'Record',
  noVote: 'There has been no vote on this yet.',
  hidden: (progress) => `${progress.join(': ')}.`,
  outcome: 'Outcome',
  answers: { accept: 'Accept an option', reject: 'Reject: none of them', discuss: 'Keep discussing' },
  chosen: 'Chosen option',
  recordTitle: 'Title of the record',
  recordTitleHint: 'So that the archive reads as answers. Leave it empty to keep the question.',
  becauseExample: 'What decided it',
  becauseHint: 'For people who read the record in two years.',
  discussExample: 'What is still open',
  discussHint: 'The thread and the history tell it.',
  consequences: {
    good: { label: 'Good consequences', example: 'What gets better' },
    bad: { label: 'Bad consequences', example: 'What gets harder' },
    neutral: { label: 'Other consequences', example: 'What else changes' },
  },
};

/** The form that withdraws a decision, in English. */
export const withdrawForm: WithdrawFormWords = {
  consequence: (title, isDecided) =>
    isDecided
      ? `What was decided about ${quote(title)} then no longer holds. Its card and votes can still be read; its review is closed, and nothing is published.`
      : `${quote(title)} is then closed without an outcome. Its card and votes can still be read; nothing is published.`,
  whyExample: 'For people who took part',
};
