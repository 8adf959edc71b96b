import type { Share } from './share.ts';

/** How many deciders must vote: a number (or all who are left, if they are fewer), or a share of them. 0: no quorum. */
export type Quorum = number | Share;

/**
 * The base of a threshold. `eligible`: all who may vote. `cast`: all who voted, including those who abstained.
 * `decisive`: those who took a side.
 */
export type ThresholdBase = 'eligible' | 'cast' | 'decisive';

/** How much an option needs to win: `at least` or `more than` a share of the base. */
export interface Threshold {
  readonly needs: 'at least' | 'more than';
  readonly share: Share;
  readonly of: ThresholdBase;
}

/**
 * What an abstention counts as. `none`: there is no abstaining. `quorum only`: it counts as having voted, but neither
 * for nor against anything. `excluded`: people who abstain count as if they may not vote. `against`: it counts against
 * each option.
 */
export type Abstention = 'none' | 'quorum only' | 'excluded' | 'against';

/** When a vote may close before its deadline, once it has been open for the minimum time. */
export type EarlyClose = 'decided' | 'unreachable' | 'all voted';

/**
 * What happens if voting ends without a winner. `extend once`: it continues for the same time again, at least a day;
 * the second time, people are asked. `ask`: the people who may override the rule are asked. `reject`: the decision is
 * rejected.
 */
export type Otherwise = 'extend once' | 'ask' | 'reject';

/**
 * Who may decide against the rule, or before the vote has ended. `deciders`: those who may vote and are still there, or,
 * before voting opens, those who were named. `admins`: the administrators of the workspace and the creator of the
 * channel.
 */
export type Overrider = 'proposer' | 'deciders' | 'admins';

/** All who can be named as those who may override a rule. */
export const everyOverrider: readonly Overrider[] = ['proposer', 'deciders', 'admins'];

/** Whether the proposer and all deciders are among those who may override a rule. */
export function isLeftToAll(overriders: readonly Overrider[]): boolean {
  return overriders.includes('proposer') && overriders.includes('deciders');
}

/**
 * How a verdict follows from the ballots. The rule is chosen with the proposal and frozen when voting opens, so that it
 * can't change during a vote. It is stored as JSON in exactly this form. A ballot after the end never counts, whatever
 * the rule is.
 */
export interface Rule {
  /**
   * `approval`: everyone backs as many options as they like. `single`: everyone backs one, and the latest ballot
   * counts. `score`: everyone gives each option 0 to 3 points in a form; shares are then shares of all possible points.
   */
  readonly method: 'approval' | 'single' | 'score';
  /** Whether the electorate must be one person, who decides after the advice of others. */
  readonly deciders: 'any number' | 'one';
  readonly quorum: Quorum;
  /** `most votes`: more votes than any other option, however few. */
  readonly threshold: 'most votes' | Threshold;
  /** An option needs at least this many people to win. */
  readonly leastInFavour: number;
  readonly abstain: Abstention;
  /** `assent`: people who have not voted at the end count for the first option, which is the proposer's own. */
  readonly silence: 'nothing' | 'assent';
  /** What an unresolved objection does to an option that would win. `none`: there are no objections. */
  readonly objections: 'block' | 'warn' | 'none';
  /** The least time that voting stays open. */
  readonly minimumOpenMinutes: number;
  readonly closesEarly: readonly EarlyClose[];
  /**
   * How long an option that has won is open to final comments before it is accepted; 0: not at all. They begin anew when
   * its words change, and when an objection to it that blocks is raised or settled. (Rust: rfcbot, final comment period)
   */
  readonly finalCommentMinutes: number;
  /** Several options have equally many votes, and enough to win. */
  readonly tie: Otherwise;
  /** Too few have voted, or nobody. */
  readonly noQuorum: Otherwise;
  /** Enough have voted, but no option has enough to win. */
  readonly thresholdMissed: Otherwise;
  /**
   * What happens to the vote of somebody who is no longer in the channel, or whose account is closed: it counts as
   * before, or not at all. If they have not voted, they don't count in either case.
   */
  readonly votesAfterLeaving: 'stand' | 'lapse';
  /** Whether the card hides the figures while voting is open. */
  readonly isTallyHidden: boolean;
  /**
   * Who may record something else than what the rule chose, end the vote before its deadline, or override an objection.
   * Nobody: the vote decides, or there is no outcome.
   */
  readonly overriders: readonly Overrider[];
  /** Whether what one person decides against the rule, or before the vote has ended, waits until another confirms it. */
  readonly needsSecond: boolean;
  /** Whether a decider can hand their vote to another decider by name, for one round of voting. */
  readonly allowsHandover: boolean;
}

/** The default rule: the most votes win, if there is at least one. */
export const defaultRule: Rule = {
  method: 'approval',
  deciders: 'any number',
  quorum: 0,
  threshold: 'most votes',
  leastInFavour: 1,
  abstain: 'none',
  silence: 'nothing',
  objections: 'warn',
  minimumOpenMinutes: 0,
  closesEarly: [],
  finalCommentMinutes: 0,
  tie: 'ask',
  noQuorum: 'ask',
  thresholdMissed: 'ask',
  votesAfterLeaving: 'stand',
  isTallyHidden: false,
  overriders: everyOverrider,
  needsSecond: false,
  allowsHandover: false,
};
