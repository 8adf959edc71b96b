import { type Decision, phaseOf } from '../decision.ts';
import { findBlocking } from '../outcome/judge.ts';

/**
 * How a round of voting stands, for people who were told that it is open. `discussing`: it was given up, and people go
 * on discussing. `awaiting`: it is over, and an outcome waits for a second person. `later round`: everyone votes again,
 * on another card.
 */
export type VotingState =
  | { readonly kind: 'open'; readonly closesAt: Date }
  | { readonly kind: 'awaiting' | 'discussing' | 'later round' | 'withdrawn' }
  | { readonly kind: 'undecided'; readonly isBlocked: boolean }
  /** `chosen`: the title of the option that was accepted; unset if all were rejected. */
  | { readonly kind: 'decided'; readonly chosen: string | undefined };

/** How a round of a decision's voting stands. */
export function stateOfVoting(decision: Decision, round: number): VotingState {
  const { voting, closesAt, options, outcome } = decision;
  if (voting !== undefined && voting.round > round) return { kind: 'later round' };
  const phase = phaseOf(decision);
  switch (phase) {
    case 'voting':
      return { kind: 'open', closesAt };
    case 'undecided':
      if (decision.awaited) return { kind: 'awaiting' };
      if (voting?.discussedOn) return { kind: 'discussing' };
      return { kind: phase, isBlocked: findBlocking(decision).length > 0 };
    case 'decided':
      return { kind: phase, chosen: options.find(({ id }) => id === outcome?.chosenOptionId)?.title };
    case 'discussing':
    case 'withdrawn':
      return { kind: phase };
  }
}

/**
 * The round in which a deadline was made earlier, to this moment: the present one if it knows of that, else one before
 * it.
 */
export function roundOfShortening({ voting }: Pick<Decision, 'voting'>, to: Date): number {
  const round = voting?.round ?? 1;
  return voting?.shortenings.some((one) => one.to.getTime() === to.getTime()) ? round : round - 1;
}
