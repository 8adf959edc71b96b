import type { DequeueReason, ReviewHappening } from './happening.ts';
import { protectionsOf } from './protections.ts';
import type { Repository, Review } from './state.ts';
import type { World } from './world.ts';

/** Tells everybody what happened to a review. */
export function reviewHappened(
  world: World,
  repository: Repository,
  review: Review,
  by: string,
  happening: ReviewHappening,
): void {
  review.updatedAt = world.now();
  repository.updatedAt = review.updatedAt;
  world.happened({ kind: 'review', repository, review, by, ...happening });
}

/** Lets a review follow its branch. Approvals of what it was before may be taken back. */
export async function reviewPushed(
  world: World,
  repository: Repository,
  by: string,
  review: Review,
  after: string,
): Promise<void> {
  const before = review.headSha;
  if (before === after) return;
  review.headSha = after;
  const git = world.git(repository);
  await git.run(['update-ref', world.customs.headRef(review.number), after]);
  review.baseSha = (await git.mergeBase(`refs/heads/${review.base}`, after)) ?? review.baseSha;
  if (review.queued !== undefined) dequeue(world, repository, by, review, 'branch-updated');
  reviewHappened(world, repository, review, by, { what: 'pushed', before, after });
  if (!protectionsOf(repository, review.base).some(({ dismissesStale }) => dismissesStale)) return;
  for (const verdict of review.verdicts.filter(({ state }) => state === 'approved')) {
    verdict.state = 'dismissed';
    reviewHappened(world, repository, review, by, { what: 'dismissed', verdict });
  }
}

/** Closes a review without merging it. */
export function closeReview(world: World, repository: Repository, by: string, review: Review): void {
  if (review.queued !== undefined) dequeue(world, repository, by, review, 'closed');
  review.state = 'closed';
  review.closedAt = world.now();
  review.closedBy = by;
  review.autoMerge = undefined;
  reviewHappened(world, repository, review, by, { what: 'closed' });
}

/** Writes down that a review has been merged; `sha` is the commit of the base branch that has it. */
export function markMerged(world: World, repository: Repository, by: string, review: Review, sha: string): void {
  review.state = 'merged';
  review.mergedAt = world.now();
  review.closedAt = review.mergedAt;
  review.mergedBy = by;
  review.closedBy = by;
  review.mergeSha = sha;
  review.autoMerge = undefined;
  review.queued = undefined;
  reviewHappened(world, repository, review, by, { what: 'merged' });
}

/** Takes a review out of the merge queue. */
export function dequeue(world: World, repository: Repository, by: string, review: Review, reason: DequeueReason): void {
  review.queued = undefined;
  reviewHappened(world, repository, review, by, { what: 'dequeued', reason });
}
