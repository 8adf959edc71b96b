import type { IndexGap } from '../decision/failure/refusal.ts';

/** Of so many repositories, all is told: why they are not up to date, and what to do. */
const mostTold = 3;

/** Which gaps to tell in full, and the names of the repositories that have the others. */
export function splitGaps(gaps: readonly IndexGap[]): {
  readonly told: readonly IndexGap[];
  readonly others: readonly string[];
} {
  return { told: gaps.slice(0, mostTold), others: gaps.slice(mostTold).flatMap(({ repository = [] }) => repository) };
}
