import { endSentence } from '@gavel/adr/text/sentence.ts';
import type { ExclusionReason, Gone } from '../../decision/decision.ts';
import { isLeftToAll } from '../../decision/rule/rule.ts';
import { emoji, say } from '../say.ts';
import type { NextSteps, TurnoutWords, UndatedChange } from '../turnout-words.ts';
import { card } from './card.ts';
import { choice, count, number, quote, times } from './grammar.ts';
import { allowOnly, askSecondIf } from './rules.ts';

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

/** What there is to do under a rule that lets only some decide in place of the vote. */
function wordLimited({ blocking, overriders, needsSecond, followable: { accept, reject } }: NextSteps): string {
  const rest = reject ? 'accept an option' : 'record an outcome';
  if (accept && blocking > 0) {
    const [settled, them] = blocking === 1 ? ['the objection is', 'it'] : ['the objections are', 'them'];
    return `Once ${settled} resolved, the proposer and the deciders can accept the option that won; they can also let voting go on, or have everyone vote again. ${allowOnly(overriders, `override ${them}, or decide otherwise`)}${needsSecond && overriders.length > 0 ? ` ${askSecondIf(`overrides ${them} or decides otherwise`)}` : ''}`;
  }
  const open = [accept ? 'accept the option that won' : '', reject ? 'reject all options' : ''].filter(Boolean);
  const moves = choice([...open, 'let voting go on', 'have everyone vote again']);
  return `The proposer and the deciders can ${moves}. ${allowOnly(overriders, accept ? 'decide otherwise' : rest)}`;
}

/** The state of a vote, in English. */
export const turnout: TurnoutWords = {
  notOpenYet: 'Voting is not open yet. Add options, pros and cons until it is.',
  oneVoteEach: 'Everyone has one vote: your latest one counts.',
  scoresOnly: `Press ${quote(card.buttons.giveScores)} to vote; reactions don’t count.`,
  abstaining: (emojiName) => say`${emoji(emojiName)} abstains.`,
  excluded: (counts) => {
    const reasons = Object.entries(excluded) as [ExclusionReason, readonly [string, string]][];
    const told = reasons.flatMap(([why, words]) => (counts[why] ? [count(counts[why], ...words)] : []));
    return told.length === 0 ? '' : `Not counted: ${told.join(', ')}`;
  },
  gone: (name, why) => `${name} (${departures[why]})`,
  noLongerCounted: (names) => `No longer counted: ${names}`,
  votesThatStand: (names) => `Votes that stand: ${names}`,
  finalComments: (option, timesAnew) =>
    `${quote(option)} has won, and is accepted after the final comments if it still wins.${timesAnew === 0 ? '' : ` They began anew ${times(timesAnew)}.`}`,
  shortened: (name, from) => say`${name} made the deadline earlier: it was ${from}`,
  why: (reason) => `Why: ${reason}`,
  waitingFor: (names) => `waiting for ${names}`,
  severalReactions: (names) => `several reactions of ${names}: please keep only the one that counts`,
  theVote: (verdict) => `The vote: ${verdict}`,
  discussedOn: (name, reason) =>
    `Voting is closed, and ${name} wants to go on discussing${reason === '' ? '.' : `: ${endSentence(reason)}`}`,
  nextSteps: (steps) => {
    const { blocking, overriders, needsSecond } = steps;
    if (!isLeftToAll(overriders)) return wordLimited(steps);
    if (blocking === 0)
      return 'The proposer and the deciders can record an outcome, let voting go on, or have everyone vote again.';
    const [settled, them] = blocking === 1 ? ['the objection is', 'it'] : ['the objections are', 'them'];
    const how = needsSecond ? 'resolved' : 'resolved or overridden';
    return `Once ${settled} ${how}, the proposer and the deciders can accept an option; they can also reject all, let voting go on, or have everyone vote again.${needsSecond ? ` ${askSecondIf(`overrides ${them} or decides otherwise`)}` : ''}`;
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
