import type { Words } from './say.ts';

/** What the forms say that open voting, move its deadline, or start a new round. */
export interface DeadlineFormWords {
  readonly everyoneVotes: string;
  /** Who votes, if people or groups (by their handles) were named. */
  namedVote(hasPeople: boolean, groups: readonly string[]): string;
  /** What can no longer change. */
  readonly fixed: string;
  /** The proposed rule; a rule that nobody named has no name. */
  asProposed(ruleName: string | undefined): string;
  readonly move: string;
  /** What moving the deadline of a decision does; the rule may keep voting open until `least`. */
  moving(title: string, least: Date | undefined): Words;
  readonly movingExample: string;
  readonly makeEarlier: string;
  makingEarlier(title: string, from: Date, to: Date): Words;
  readonly makingEarlierExample: string;
  /** What voting again on a decision does. */
  votingAgain(title: string): string;
  readonly votingAgainExample: string;
}

/** What somebody is told after pressing a button to vote with. Without a title, it was the one for abstaining. */
export interface PressWords {
  /** `others`: what else they back. */
  voted(title: string | undefined, others: readonly string[]): string;
  tookBack(facts: {
    readonly title: string | undefined;
    /** What they still back; a single vote is then for the first of them, by an earlier reaction. */
    readonly others: readonly string[];
    readonly isSingle: boolean;
    /** Whether their reaction is still on the card. */
    readonly hasReaction: boolean;
  }): string;
  /** For somebody who does not decide. */
  readonly advice: string;
}

/** What the form for points says. */
export interface ScoreFormWords {
  introduction(most: number): string;
  readonly abstaining: string;
  /** What the points of somebody who does not decide count for. */
  readonly advice: string;
  /** What each number of points means. */
  readonly scores: Readonly<Record<0 | 1 | 2 | 3, string>>;
  readonly noPoints: string;
  readonly vote: string;
  readonly answers: Readonly<Record<'score' | 'abstain' | 'take back', string>>;
}
