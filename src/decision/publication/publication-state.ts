/**
 * How far an outcome is on its way into git. `committed`: its ADR is on the branch by a commit of ours; `in review`,
 * `merged` and `closed without merging`: by a review, which waits for people, was merged, or was not.
 */
export type PublicationState = 'not yet' | 'committed' | 'in review' | 'merged' | 'closed without merging';

/** Whether the ADR is on the branch. */
export function isOnBranch(state: PublicationState): boolean {
  switch (state) {
    case 'committed':
    case 'merged':
      return true;
    case 'not yet':
    case 'in review':
    case 'closed without merging':
      return false;
  }
}
