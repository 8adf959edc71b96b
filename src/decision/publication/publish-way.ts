import type { BranchRules } from './branch-rules.ts';

/**
 * How a team wants its ADRs to reach the branch. `auto`: as the branch demands; `propose`: by a review that opens with
 * the vote, and is completed by the outcome.
 */
export type PublishSetting = 'auto' | 'commit' | 'review' | 'propose';

/** How an ADR reaches the branch: by a commit to it, or by a review that people merge. */
export type PublishWay = 'commit' | 'review';

/** Why an ADR takes its way, for people. It is stored as JSON. */
export type WayReason =
  /** Somebody set it: the operator, or the team in `.gavel.yml`. `isProposed`: the review opens with the vote. */
  | { readonly code: 'set'; readonly in: 'configuration' | '.gavel.yml'; readonly isProposed?: true }
  /** Nothing keeps Gavel from committing to the branch. */
  | { readonly code: 'branch open'; readonly branch: string }
  /** The forge says that the branch takes changes by review only. `approvals`: how many a review needs, if told. */
  | { readonly code: 'reviews only'; readonly branch: string; readonly approvals?: number }
  | { readonly code: 'merge queue'; readonly branch: string }
  /** The branch is protected in a way that the forge does not tell in detail. */
  | { readonly code: 'protected'; readonly branch: string }
  /** Others may push to the branch, Gavel's account may not. */
  | { readonly code: 'may not push'; readonly branch: string }
  /** A push was refused. `said`: what the remote said, without secrets. */
  | { readonly code: 'push refused'; readonly branch: string; readonly said: string };

/** The way of an ADR, and why. `rules`: what else its branch demands, as far as its forge tells. */
export interface ChosenWay {
  readonly way: PublishWay;
  readonly why: WayReason;
  readonly rules?: BranchRules | undefined;
}
