import type { Decision } from '../../../decision/decision.ts';
import type { Census } from '../../../decision/tally/census.ts';
import type { SeenReaction } from '../../../decision/vote/at-deadline.ts';
import type { Ballot } from '../../../decision/vote/ballot.ts';

/** How many votes were cast in a round, and how many of them were taken back. */
export interface VoteCount {
  readonly round: number;
  readonly cast: number;
  readonly takenBack: number;
}

/** A vote as Slack reported it: someone added or removed the emoji of an option on a card. */
export interface Vote {
  readonly teamId: string;
  readonly channelId: string;
  readonly cardTs: string;
  readonly userId: string;
  readonly emoji: string;
  readonly isCast: boolean;
  readonly eventUs: number;
}

/** A vote that was cast when voting had ended: it is not counted, and who cast it is told so. */
export interface LateVote {
  readonly teamId: string;
  readonly decisionId: string;
  readonly round: number;
}

/** Something that somebody pressed or took off after the deadline. */
export type LateReaction = Pick<Ballot, 'optionId' | 'userId' | 'isCast' | 'eventUs'>;

/** Ballots, and what was seen of reactions beyond them. */
export interface BallotRecords {
  countByRound(decisionId: string): Promise<VoteCount[]>;
  /** Writes the ballot if the card is open for voting, and marks the card. Answers when it came too late. */
  cast(vote: Vote, now: Date): Promise<LateVote | undefined>;
  /** Those of the current round; of one person alone, if they are named. */
  find(decision: Decision, userId?: string): Promise<Ballot[]>;
  /** How everybody voted in the current rounds of decisions, by decision; nothing for those without a round. */
  takeCensus(decisions: readonly Decision[]): Promise<ReadonlyMap<Decision['id'], Census>>;
  /** What people pressed or took off after the deadline: Slack's list has it, the count has not. */
  findLate(decision: Decision): Promise<LateReaction[]>;
  /** Takes down where Slack's list differed from the ballots after the deadline, as it was seen first. */
  noteSeen(
    decision: Decision,
    seen: readonly Pick<Ballot, 'optionId' | 'userId' | 'isCast'>[],
    at: Date,
  ): Promise<void>;
  findSeen(decision: Decision): Promise<SeenReaction[]>;
  write(decision: Decision, ballots: readonly Ballot[]): Promise<void>;
}
