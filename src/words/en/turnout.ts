import { endSentence } from '@gavel/adr/text/sentence.ts';
import type { ExclusionReason, Gone } from '../../decision/decision.ts';
import { emoji, say } from '../say.ts';
import type { TurnoutWords, UndatedChange } from '../turnout-words.ts';
import { card } from './card.ts';
import { count, number } from './grammar.ts';

const excluded: Readonly<Record<ExclusionReason, readonly [one: string, many: string]>> = {
  bot: ['bot', 'bots'],
  deactivated: ['closed account', 'closed accounts'],
  guest: ['guest', 'guests'],
  outsider: ['person from another organization', 'people from other organizations'],
  unknown: ['person whom Slack does not show me', 'people whom Slack does not show me'],
};

const departures: Readonly<Record<Gone['why'], string>> = {
  left: 'no longer in the channel',
  deactivated: 'account closed',
};

/** “Ben for Go”, “Chloe no longer for Rust”, “Dev abstaining”. */
export function wordChange({ name, title, isCast }: UndatedChange): string {
  return `${name} ${isCast ? '' : 'no longer '}${title === undefined ? 'abstaining' : `for ${title}`}`;
}

function undated(changes: readonly UndatedChange[], more: number): string {
  return [...changes.map(wordChange), ...(more > 0 ? [`and ${number(more)} more`] : [])].join('; ');
}

/** The state of a vote, in English. */
export const turnout: TurnoutWords = {
  notOpenYet: 'Voting is not open yet. Add options, pros and cons until it is.',
  oneVoteEach: 'Everyone has one vote: your latest one counts.',
  scoresOnly: `Press “${card.buttons.giveScores}” to vote; reactions don’t count.`,
  abstaining: (emojiName) => say`${emoji(emojiName)} abstains.`,
  excluded: (counts) => {
    const reasons = Object.entries(excluded) as [ExclusionReason, readonly [string, string]][];
    const told = reasons.flatMap(([why, words]) => (counts[why] ? [count(counts[why], ...words)] : []));
    return told.length === 0 ? '' : `Not counted: ${told.join(', ')}`;
  },
  gone: (name, why) => `${name} (${departures[why]})`,
  noLongerCounted: (names) => `No longer counted: ${names}`,
  votesThatStand: (names) => `Votes that stand: ${names}`,
  shortened: (name, from) => say`${name} made the deadline earlier: it was ${from}`,
  why: (reason) => `Why: ${reason}`,
  waitingFor: (names) => `waiting for ${names}`,
  severalReactions: (names) => `several reactions of ${names}: please keep only the one that counts`,
  theVote: (verdict) => `The vote: ${verdict}`,
  discussedOn: (name, reason) =>
    `Voting is closed, and ${name} wants to go on discussing${reason === '' ? '.' : `: ${endSentence(reason)}`}`,
  nextSteps: (blocking) => {
    if (blocking === 0)
      return 'The proposer and the deciders can record an outcome, let voting go on, or have everyone vote again.';
    const settled = blocking === 1 ? 'the objection is' : 'the objections are';
    return `Once ${settled} resolved or overridden, the proposer and the deciders can accept an option; they can also reject all, let voting go on, or have everyone vote again.`;
  },
  advice: (given) => `Advisory, not counted: ${given.map(({ names, option }) => `${names} for ${option}`).join('; ')}`,
  undated,
  notCountedUndated: (changes, more) =>
    `Not counted, because it is unclear whether it was in time: ${undated(changes, more)}`,
  endedEitherWay: (without, withAll) =>
    `Voting ended while I was away. Without the votes that may have been late: ${without} With them: ${withAll}`,
  gaveNoPoints: (names) => `Gave no points: ${names}.`,
  abstained: (names) => `Abstained: ${names}.`,
  noneCounts: (names) => `Several reactions, so none counts: ${names}.`,
  notCounted: (names) => `No longer counted: ${names}.`,
  silent: (names, { isOpen, countedFor }) => {
    const counted = countedFor === undefined ? '' : `, and counted for ${countedFor}`;
    return `${isOpen ? 'Not voted yet' : 'Did not vote'}${counted}: ${names}.`;
  },
};
