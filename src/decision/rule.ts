import type { Share } from './share.ts';

/**
 * How many of them must vote: a number (of those who are left, all, if they are fewer), or a share of them. 0: there
 * is no quorum.
 */
export type Quorum = number | Share;

/**
 * What a threshold is a share of. `eligible`: all who may vote. `cast`: all who voted, those who abstained included.
 * `decisive`: those who took a side.
 */
export type ThresholdBase = 'eligible' | 'cast' | 'decisive';

/** How much an option needs to win; `at least` or `more than` a share of the base. */
export interface Threshold {
  readonly needs: 'at least' | 'more than';
  readonly share: Share;
  readonly of: ThresholdBase;
}

/**
 * What an abstention is. `none`: there is no abstaining. `quorum only`: it counts as having voted, and is for and
 * against nothing. `excluded`: who abstains is, for the count, nobody who may vote. `against`: it counts against each
 * option.
 */
export type Abstention = 'none' | 'quorum only' | 'excluded' | 'against';

/** When a vote may close before its deadline, once it has been open for the minimum time. */
export type EarlyClose = 'decided' | 'unreachable' | 'all voted';

/**
 * What follows when voting ends without a winner. `extend once`: it goes on for as long again, a day at least; the
 * second time people are asked. `ask`: the proposer and the deciders are. `reject`: the decision is rejected.
 */
export type Otherwise = 'extend once' | 'ask' | 'reject';

/**
 * How a verdict follows from the ballots: chosen with the proposal, and frozen when voting opens, so that it can't
 * change under those who vote. It is kept as JSON, letter by letter as it is here. A ballot that comes after the end
 * never counts, whatever the rule.
 */
export interface Rule {
  /**
   * `approval`: everyone backs as many options as they like. `single`: one, and the latest ballot stands. `score`:
   * everyone gives each option 0 to 3 points, in a form; shares are then shares of the points that people can give.
   */
  readonly method: 'approval' | 'single' | 'score';
  /** Whether the electorate has to be one person, who decides after the advice of others. */
  readonly deciders: 'any number' | 'one';
  readonly quorum: Quorum;
  /** `most votes`: more than any other option, however many. */
  readonly threshold: 'most votes' | Threshold;
  /** An option that fewer people back does not win. */
  readonly leastInFavour: number;
  readonly abstain: Abstention;
  /** `assent`: who has not voted by the end counts for the first option, the proposer's own. */
  readonly silence: 'nothing' | 'assent';
  /** What an unresolved objection does to an option that would win. `none`: objections are not asked for. */
  readonly objections: 'block' | 'warn' | 'none';
  /** How long voting stays open at the least. */
  readonly minimumOpenMinutes: number;
  readonly closesEarly: readonly EarlyClose[];
  /** Several options are level, and have what it takes. */
  readonly tie: Otherwise;
  /** Too few have voted, or nobody. */
  readonly noQuorum: Otherwise;
  /** Enough have voted, and no option has what it takes. */
  readonly thresholdMissed: Otherwise;
  /**
   * What becomes of the vote of somebody who is no longer in the channel, or whose account is closed: it counts as before,
   * or not at all. Who has not voted by then is not counted in either case.
   */
  readonly votesAfterLeaving: 'stand' | 'lapse';
  /** Whether the card keeps the figures to itself while voting is open. */
  readonly isTallyHidden: boolean;
}

/** The rule of a decision for which nobody chose another: the most votes win, as long as there is one. */
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
  tie: 'ask',
  noQuorum: 'ask',
  thresholdMissed: 'ask',
  votesAfterLeaving: 'stand',
  isTallyHidden: false,
};
