import type { Consequence } from '../decision/decision.ts';

/** What the form for an outcome says. */
export interface OutcomeFormWords {
  readonly title: string;
  readonly submit: string;
  readonly noVote: string;
  /** The state of a vote whose count is hidden, made of the phrases that describe it. */
  hidden(progress: readonly string[]): string;
  readonly outcome: string;
  readonly answers: Readonly<Record<'accept' | 'reject' | 'discuss', string>>;
  readonly chosen: string;
  /** The title of the record, where the decision's is a question. */
  readonly recordTitle: string;
  readonly recordTitleHint: string;
  readonly becauseExample: string;
  readonly becauseHint: string;
  /** In place of `becauseExample` and `becauseHint`, for whoever wants to keep discussing. */
  readonly discussExample: string;
  readonly discussHint: string;
  readonly consequences: Readonly<Record<Consequence['kind'], { readonly label: string; readonly example: string }>>;
}

/** What the form that withdraws a decision says. */
export interface WithdrawFormWords {
  /** What happens to the decision with this title. `isDecided`: it has an outcome, whose ADR is not in git. */
  consequence(title: string, isDecided: boolean): string;
  readonly whyExample: string;
}
