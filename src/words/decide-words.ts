import type { Consequence } from '../decision/decision.ts';

/** What the form for an outcome says. */
export interface OutcomeFormWords {
  readonly title: string;
  readonly submit: string;
  readonly noVote: string;
  /** How far a vote is whose count is hidden, made of the phrases that tell of it. */
  hidden(progress: readonly string[]): string;
  readonly outcome: string;
  readonly answers: Readonly<Record<'accept' | 'reject' | 'discuss', string>>;
  readonly chosen: string;
  readonly becauseExample: string;
  readonly becauseHint: string;
  readonly consequences: Readonly<Record<Consequence['kind'], { readonly label: string; readonly example: string }>>;
}

/** What the form says that takes a decision back. */
export interface WithdrawFormWords {
  /** What happens to the decision of this title. */
  consequence(title: string): string;
  readonly whyExample: string;
}
