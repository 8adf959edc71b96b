import type { WayReason } from './publish-way.ts';
import type { Review } from './review.ts';

/** What a review waits for, the most pressing first, as far as its forge tells; or how it ended. */
export type ReviewProgress =
  | { readonly code: 'merged' | 'closed' }
  | { readonly code: 'conflict' | 'changes requested' | 'draft' }
  /** So many more people have to approve it. */
  | { readonly code: 'approvals'; readonly missing: number }
  /** The forge will merge it by itself. */
  | { readonly code: 'queued' }
  | { readonly code: 'approved' }
  /** It waits to be merged; nobody knows for what else. */
  | { readonly code: 'open' };

/** What has to be known of a review to tell what it waits for. */
type SeenReview = Pick<
  Review,
  'state' | 'isDraft' | 'approvals' | 'approvalsNeeded' | 'wantsChanges' | 'hasConflict' | 'isQueued'
>;

/** What a review waits for. `why`: what is known of the branch, where the forge doesn't tell it of the review. */
export function findProgress(seen: SeenReview | undefined, why: WayReason | undefined): ReviewProgress {
  if (seen === undefined) return { code: 'open' };
  if (seen.state !== 'open') return { code: seen.state };
  if (seen.hasConflict) return { code: 'conflict' };
  if (seen.wantsChanges) return { code: 'changes requested' };
  if (seen.isDraft) return { code: 'draft' };
  const { approvals } = seen;
  const needed = seen.approvalsNeeded ?? (why?.code === 'reviews only' ? why.approvals : undefined);
  if (approvals !== undefined && needed !== undefined && approvals < needed)
    return { code: 'approvals', missing: needed - approvals };
  if (seen.isQueued) return { code: 'queued' };
  return { code: approvals !== undefined && approvals > 0 ? 'approved' : 'open' };
}
