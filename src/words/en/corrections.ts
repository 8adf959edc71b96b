import type { ArgumentKind } from '../../decision/proposal/argument.ts';
import type { CorrectionWords } from '../correction-words.ts';
import { bold, code, emoji, joinWords, lines, mention, say, speakTo, type Words } from '../say.ts';
import { typed } from '../typed.ts';
import { count, quote } from './grammar.ts';

const kinds: Readonly<Record<ArgumentKind, string>> = { pro: 'a pro', con: 'a con', neutral: 'neutral' };

function speakToVoters(voters: readonly string[], others: number): Words {
  if (voters.length === 0) return [];
  return others === 0 ? mention(voters) : say`${mention(voters)} and ${count(others, 'other')}`;
}

/** Corrections and withdrawals in English. */
export const corrections: CorrectionWords = {
  title: 'Correct or withdraw',
  introduction: (isProposer) =>
    isProposer
      ? 'You proposed this decision, so you can correct or withdraw everything here, as can those who added it. The history keeps what it was.'
      : 'You can correct or withdraw what you have added until voting closes. The history keeps what it was.',
  addedBy: (name) => `Added by ${name}`,
  correct: 'Correct',
  withdraw: 'Withdraw',
  confirm: {
    title: 'Withdraw it?',
    reason: 'It is no longer shown. The history keeps it.',
    option: 'It is no longer an option. The history keeps it.',
    openOption: 'Votes for it no longer count, and those who voted for it are told. It stays listed as withdrawn.',
    keep: 'Keep it',
  },
  withdrawn: 'It is withdrawn. There is nothing else here that you can correct.',
  formTitles: { option: 'Correct an option', reason: 'Correct a reason' },
  aboutOption: (title) => `About ${quote(title)}`,
  authorIsTold: (name) => `${name} added this. The thread will say what you changed.`,
  votersAreTold: 'Voting is open: the thread will tell those who voted for it.',
  historyKeeps: 'The history keeps what it was.',

  optionCorrected: ({ by, authorId, emoji: name, before, after, ...vote }) => {
    const whose = authorId === undefined ? 'an option' : 'your option';
    const changed =
      before === after
        ? say`${by} corrected what is said about ${whose}: ${emoji(name)} ${bold(after)}.`
        : say`${by} renamed ${whose}: ${quote(before)} is now ${emoji(name)} ${bold(after)}.`;
    const { isOpen, voters, others, isHidden, isScored } = vote;
    const stands = isScored
      ? 'your points stand. You can still change them.'
      : 'your vote stands. You can still change it.';
    const voted = isScored ? 'gave it points' : 'voted for it';
    const told = isHidden
      ? say`If you ${voted}, ${stands}`
      : voters.length > 0
        ? say`${speakToVoters(voters, others)}: you ${voted}, and ${stands}`
        : [];
    return lines(say`${speakTo(authorId)}${changed}`, isOpen ? told : []);
  },
  optionWithdrawn: ({ by, authorId, title, emoji: name, isOpen, voters, others, isHidden, isScored }) => {
    const whose = authorId === undefined ? 'an option' : 'your option';
    const said = say`${speakTo(authorId)}${by} withdrew ${whose}: ${emoji(name)} ${bold(title)}.`;
    const lost = isScored ? 'your points for it no longer count' : 'your vote for it no longer counts';
    const instead = isScored ? 'You can still change your scores.' : 'You can vote for another option.';
    const told = isHidden
      ? say`If you ${isScored ? 'gave it points, they no longer count' : 'voted for it, that vote no longer counts'}. ${instead}`
      : voters.length > 0
        ? say`${speakToVoters(voters, others)}: ${lost}. ${instead}`
        : [];
    return lines(said, isOpen ? told : []);
  },
  reasonCorrected: ({ by, authorId, option, before, after }) => {
    const now = before.kind === after.kind ? '' : ` It is now ${kinds[after.kind]}.`;
    const words =
      before.text === after.text
        ? say`${quote(typed(after.text))}.`
        : say`${quote(typed(after.text))}, until now ${quote(typed(before.text))}.`;
    return say`${speakTo(authorId)}${by} corrected your reason about ${quote(option)}: ${words}${now}`;
  },
  reasonWithdrawn: ({ by, authorId, option, text }) =>
    say`${speakTo(authorId)}${by} withdrew your reason about ${quote(option)}: ${quote(typed(text))}`,
  voteLost: ({ decision, option, closesAt }) => {
    const what =
      option === undefined ? say`An option that you voted for was withdrawn` : say`${bold(option)} was withdrawn`;
    return say`${what}, so your vote for it no longer counts: ${decision}
Voting closes ${closesAt}. ${code('/adr nudges off')} ends messages like this.`;
  },

  listed: (options) =>
    say`Withdrawn: ${joinWords(
      options.map(({ emoji: name, title }) => say`${emoji(name)} ${title}`),
      ', ',
    )}`,
  withdrawnBy: (name) => `withdrawn by ${name}`,
};
