import type { Decision } from '../../../decision/decision.ts';
import type { PublicationRemark } from '../../../decision/publication/publication-remark.ts';
import type { Review } from '../../../decision/publication/review.ts';
import { BranchMoved } from '../../ports/archive/archive-error.ts';
import type { LearnedStyle } from '../../ports/archive/archive-memory.ts';
import type { ReviewBranch } from '../../ports/archive/review-branches.ts';
import type { Snapshot } from '../../ports/archive/snapshot.ts';
import type { RepositoryPorts } from '../../ports/ports.ts';
import type { AdrReview } from '../../ports/publication.ts';
import { arrive } from '../arrive.ts';
import { planChange } from '../plan-change.ts';
import { troubleOf } from '../report-trouble.ts';
import { findEdits } from './edited-text.ts';
import { type ArrivedFile, findArrival } from './find-arrival.ts';

/** An ADR on the followed branch, and its review as git and the forge show it now. */
interface Merged {
  readonly found: ArrivedFile;
  readonly snapshot: Snapshot;
  readonly branch: ReviewBranch | undefined;
  readonly atForge: Review | undefined;
  /** What the thread was to hear when the review opened, if nobody heard of that. */
  readonly untold?: { readonly votes: readonly string[]; readonly remarks: readonly PublicationRemark[] };
}

/** Writes down that a review was merged, and with what, and clears away what it leaves behind. */
export async function arriveByReview(
  ports: RepositoryPorts,
  decision: Decision,
  review: AdrReview,
  { found, snapshot, branch, atForge, untold }: Merged,
): Promise<void> {
  const { fileName, number, path, commit, url } = found;
  const text = (await snapshot.read([fileName])).get(fileName)?.text ?? '';
  await clearAway(ports, review, branch, atForge);
  const seen: Review | undefined = atForge ?? (review.seen && { ...review.seen, state: 'merged' });
  const mergedBy = atForge?.state === 'merged' ? atForge.endedBy : undefined;
  const named = { number: review.number, url: review.url, branch: review.branch, mergedBy };
  await arrive(ports, decision, {
    ...{ fileName, number, path, commit, url },
    announcement: { kind: 'published', path, commit, url, review: named, ...untold },
    by: { review, seen, edited: findEdits(review.written, text) },
  });
}

/**
 * Writes down a review that was merged before we heard that it was open, as when we were killed in between. False if
 * there is none.
 */
export async function arriveUnheard(
  ports: RepositoryPorts,
  decision: Decision,
  begun: AdrReview,
  { snapshot, learned, isRecorded }: { snapshot: Snapshot; learned: LearnedStyle; isRecorded: boolean },
): Promise<boolean> {
  const atForge = await ports.forge?.findReview(begun.branch);
  const isMerged = atForge?.state === 'merged';
  if (!isMerged && !isRecorded) return false;
  const publication = await ports.store.read.publications.find(decision.id);
  const review: AdrReview = {
    ...begun,
    number: begun.number ?? atForge?.number,
    url: begun.url ?? atForge?.url,
    fileName: begun.fileName ?? publication?.fileName,
  };
  const found = await findArrival(ports, decision, review, snapshot, { isMerged, commit: atForge?.mergeCommit });
  if (found === undefined) return false;
  const { votes, remarks } = await planChange(ports, decision, snapshot, learned, found);
  const branch = await ports.archive.fetchReview(begun.branch, snapshot);
  const untold = { votes, remarks };
  await arriveByReview(ports, decision, review, { found, snapshot, branch, atForge, untold });
  return true;
}

/** Removes the branch of a review that has served, and closes one whose ADR came to the branch without it. */
async function clearAway(
  { archive, forge, log }: RepositoryPorts,
  review: AdrReview,
  branch: ReviewBranch | undefined,
  atForge: Review | undefined,
): Promise<void> {
  try {
    if (atForge?.state === 'open' && atForge.number !== undefined) await forge?.closeReview(atForge.number);
    const isServed = branch?.commit === (atForge?.head ?? review.pushed);
    if (branch && isServed && !review.branch.startsWith('refs/'))
      await archive.deleteReview(review.branch, branch.commit);
  } catch (error) {
    if (troubleOf(error) === undefined && !(error instanceof BranchMoved)) throw error;
    log.warn({ branch: review.branch, error }, 'The branch of a review could not be removed after merging.');
  }
}
