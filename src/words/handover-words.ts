import type { Words } from './say.ts';

/** A person, and those whose votes they cast besides their own. */
export interface VotesForOthers {
  readonly by: string;
  /** Names as one text. */
  readonly others: string;
}

/** What people read about votes that are handed over. */
export interface HandoverWords {
  /** Who votes for whom as well; `isOpen`: while people vote; `more`: how many more votes are handed over. */
  forOthers(votes: readonly VotesForOthers[], isOpen: boolean, more: number): string;
  /** The form that hands a vote over. */
  readonly form: { readonly introduction: string; readonly label: string; readonly submit: string };
  /** In that form: those whose votes its reader was to cast, as one text. */
  givesBack(names: string): string;
  /** The form that takes a vote back: to whom it was handed. */
  handedTo(name: string): string;
  readonly takeBack: string;
  /** To somebody who votes for another as well. */
  votesFor(name: string): string;
  /** The button that gives such a vote back, and what is said before and after that. */
  readonly giveBack: string;
  giveBackQuestion(name: string): string;
  gaveBack(name: string): string;
  /** It was given back or taken back already. */
  readonly notYours: string;
  /** To somebody who is away: the decisions in which another can vote for them, as `decisionName` says them. */
  whileAway(decisions: readonly Words[]): Words;
}
