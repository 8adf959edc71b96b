import { renumberAdr } from '@gavel/adr/amend/renumber.ts';
import type { Decision } from '../../../decision/decision.ts';
import { announceInThread } from '../../change/change.ts';
import { ArchiveError } from '../../ports/archive/archive-error.ts';
import type { PushedReview, ReviewBranch } from '../../ports/archive/review-branches.ts';
import type { Snapshot } from '../../ports/archive/snapshot.ts';
import type { RepositoryPorts } from '../../ports/ports.ts';
import type { AdrReview } from '../../ports/publication.ts';
import type { PlannedChange } from '../plan-change.ts';

/**
 * Brings the branch of a draft to what is planned: by one commit in place of Gavel's last one, or on top of what others
 * have committed there. If they have changed the same lines, their file stays, the thread is told, and nothing is
 * returned. Throws BranchMoved if somebody pushes at the same moment.
 */
export async function pushDraft(
  ports: RepositoryPorts,
  decision: Decision,
  review: AdrReview,
  {
    plan,
    snapshot,
    there,
  }: {
    readonly plan: PlannedChange;
    readonly snapshot: Snapshot;
    readonly there: ReviewBranch | undefined;
  },
): Promise<PushedReview | undefined> {
  const { branch } = review;
  if (there === undefined || there.others.length === 0)
    return ports.archive.pushReview(plan.change, snapshot, { branch, replaces: there?.commit });
  const { number, fileName } = plan.place;
  const name = review.fileName ?? fileName;
  const edit = (text: string) => (number === undefined ? text : renumberAdr(text, number));
  const was = name === fileName ? undefined : { name, edit };
  try {
    return await ports.archive.updateReview({ ...plan.change, was }, there, snapshot, { branch });
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.trouble.code !== 'review conflict') throw error;
    await tellTakenOver(ports, decision, review, name);
    return undefined;
  }
}

/** Tells, once before the outcome and once with it, that a file no longer follows. */
async function tellTakenOver(
  ports: RepositoryPorts,
  decision: Decision,
  { number, url, branch }: AdrReview,
  fileName: string,
): Promise<void> {
  const told = { kind: 'review taken over', number, url, branch, fileName } as const;
  const when = decision.outcome === undefined ? 'proposed' : 'decided';
  await ports.store.transaction((records) =>
    announceInThread(ports, records, decision, told, `review taken over:${decision.id}:${when}`),
  );
}
