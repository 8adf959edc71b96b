import type { Decision } from '../../../decision/decision.ts';
import type { Census } from '../../../decision/tally/census.ts';
import type { SeenReaction } from '../../../decision/vote/at-deadline.ts';
import type { Ballot } from '../../../decision/vote/ballot.ts';

/** How many votes were cast in a round, and how many of them were withdrawn. */
export interface VoteCount {
  readonly round: number;
  readonly cast: number;
  readonly takenBack: number;
}

/** A vote as Slack reported it: somebody added or removed an option's emoji on a card. */
export interface Vote {
  readonly teamId: string;
  readonly channelId: string;
  readonly cardTs: string;
  readonly userId: string;
  readonly emoji: string;
  readonly isCast: boolean;
  readonly eventUs: number;
}

/** A vote cast after voting had ended. It is not counted, and the voter is told so. */
export interface LateVote {
  readonly teamId: string;
  readonly decisionId: string;
  readonly round: number;
}

/** A reaction that somebody added or removed after the deadline. */
export type LateReaction = Pick<Ballot, 'optionId' | 'userId' | 'isCast' | 'eventUs'>;

/** Ballots, and what was seen of reactions besides them. */
export interface BallotRecords {
  countByRound(decisionId: string): Promise<VoteCount[]>;
  /** Saves the ballot if the card is open for voting, and marks the card. Says when it came too late. */
  cast(vote: Vote, now: Date): Promise<LateVote | undefined>;
  /** The ballots of the current round, or only one person's if a person is given. */
  find(decision: Decision, userId?: string): Promise<Ballot[]>;
  /** How everybody voted in the current rounds of decisions, by decision; empty for decisions without a round. */
  takeCensus(decisions: readonly Decision[]): Promise<ReadonlyMap<Decision['id'], Census>>;
  /** The reactions that people added or removed after the deadline: in Slack's list, but not in the count. */
  findLate(decision: Decision): Promise<LateReaction[]>;
  /** Records where Slack's list differed from the ballots after the deadline, as it was first seen. */
  noteSeen(
    decision: Decision,
    seen: readonly Pick<Ballot, 'optionId' | 'userId' | 'isCast'>[],
    at: Date,
  ): Promise<void>;
  findSeen(decision: Decision): Promise<SeenReaction[]>;
  write(decision: Decision, ballots: readonly Ballot[]): Promise<void>;
}
