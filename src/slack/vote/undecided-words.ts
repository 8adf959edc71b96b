/** How a vote stands that has closed without an outcome, in the same words wherever it is told. */
export function wordUndecided(isBlocked: boolean): string {
  return isBlocked ? 'voting has closed, and an objection stands' : 'voting has closed without a winner';
}
