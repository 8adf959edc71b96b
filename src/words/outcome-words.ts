import type { Departure } from '../decision/outcome/departure.ts';

/** Who decided, as it is told: people are given by their names. */
export interface ToldDecision {
  /** Whoever recorded the outcome; undefined if it followed from the vote by itself. */
  readonly by: string | undefined;
  /** The second person who confirmed it, where the rule asks for one. */
  readonly confirmedBy?: string | undefined;
  /** It is what the vote chose by its rule. */
  readonly isByVote: boolean;
  /** What the rule says about the vote, in a sentence that can follow a colon; '' if it says nothing. */
  readonly figures: string;
  readonly departures: readonly Departure[];
}

/** A sentence, and the reason that it ends with, in somebody's own words as they were typed. */
export interface ToldSentence {
  readonly text: string;
  readonly reason?: string;
}

/** Who decided, and against what, in a record. */
export interface RecordOutcomeWords {
  /** A sentence about who decided and against what, and one for each objection that was overridden. */
  decided(decision: ToldDecision): readonly ToldSentence[];
}

/** Who decided, and against what. */
export interface OutcomeWords extends RecordOutcomeWords {
  /**
   * The same in a phrase that follows a comma, without reasons; '' if the vote decided, nobody had to
   * confirm it, and nothing stood against it.
   */
  decidedBriefly(decision: Omit<ToldDecision, 'figures'>): string;
  /** What an outcome went against, in a phrase behind a verb, without reasons; '' if nothing. */
  against(departures: readonly Departure[]): string;
  /** What somebody who is about to record an outcome should know: a sentence for each departure. */
  warnings(departures: readonly Departure[]): readonly ToldSentence[];
  /** Asks whoever goes against something for the reason. */
  readonly sayWhy: string;
}
