import type { ConfirmationWords } from '../confirmation-words.ts';
import { bold, emoji, lines, say, speakTo } from '../say.ts';
import { typedLines } from '../typed.ts';
import { card } from './card.ts';
import { quote } from './grammar.ts';
import { allowTwo, rules } from './rules.ts';

function startWithCapital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

const awaitsInShort: ConfirmationWords['awaitsInShort'] = ({ by, chosen, against }) => {
  const outcome = chosen === undefined ? 'that all options are rejected' : `${quote(chosen)} as the outcome`;
  const departing = against === '' ? '' : `, ${against}`;
  return say`${emoji('hourglass')} ${bold('Waits for a second person:')} ${by} recorded ${outcome}${departing}.`;
};

/** What is said in English where the rule asks for a second person. */
export const confirmation: ConfirmationWords = {
  confirm: 'Confirm',
  decline: 'Decline',
  areYouSure: {
    title: 'Confirm this outcome?',
    text: 'The decision is then final, and your name stands beside the one who recorded it.',
    cancel: 'Not now',
  },
  awaits: ({ reason, overriders, isVotingOpen, ...recorded }) => {
    const { by } = recorded;
    const why = reason === '' ? [] : say`${bold('Why:')} ${typedLines(reason)}`;
    const meanwhile = isVotingOpen ? ' Until then the vote goes on.' : '';
    return lines(
      awaitsInShort(recorded),
      why,
      say`${startWithCapital(rules.nameOverriders(overriders))} can confirm or decline it, except ${by}.${meanwhile}`,
    );
  },
  awaitsInShort,
  waitedBefore: (by) => say`${by} recorded an outcome that had to be confirmed by a second person. It no longer waits.`,
  declined: ({ by, recordedBy, isOwn }) =>
    isOwn
      ? say`${by} took back the outcome that was waiting for a second person. The decision is open as before.`
      : say`${by} declined the outcome that ${recordedBy} recorded. The decision is open as before.`,
  overtaken: (recordedBy) =>
    say`What ${recordedBy} recorded no longer waits for a second person: the vote or the question has changed since. If it still holds, please record it again.`,
  secondNeeded: ({ proposerId, verdict, overriders }) =>
    say`${speakTo(proposerId)}Voting has closed. ${verdict} ${allowTwo(overriders, ` with ${quote(card.buttons.recordOutcome)} on the card`)}`,
  mayWait:
    'The votes are hidden until voting closes. If this goes against them, a second person has to confirm it, and until then it only waits.',
  willWait: 'Under the rule, a second person has to confirm this. Until then it only waits.',
  list: 'Outcomes that you can confirm',
};
