/**
 * The status of a decision. The words are those of MADR 4 and of ADR tools, so that readers of the repository know
 * them.
 */
export type Status = 'draft' | 'proposed' | 'accepted' | 'rejected' | 'deprecated' | 'superseded' | 'withdrawn';

const moves: Record<Status, readonly Status[]> = {
  draft: ['proposed', 'withdrawn'],
  proposed: ['accepted', 'rejected', 'withdrawn'],
  // A decision is withdrawn after its outcome only while its ADR is in review.
  accepted: ['deprecated', 'superseded', 'withdrawn'],
  rejected: ['withdrawn'],
  deprecated: ['superseded'],
  superseded: [],
  withdrawn: [],
};

/** All of them. */
export const statuses = Object.keys(moves) as readonly Status[];

/** Whether a decision may go from one status to another. */
export function mayMove(from: Status, to: Status): boolean {
  return moves[from].includes(to);
}
