import type {
  ExpandedMergeRequestSchema,
  MergeRequestLevelMergeRequestApprovalSchema,
  MergeRequestReviewerSchema,
  ProjectLevelMergeRequestApprovalSchema,
} from '@gitbeaker/rest';
import type { Review } from '../../decision/publication/review.ts';
import { at, textAt } from '../fields.ts';

/** A merge request, read by its number. */
export type MergeRequest = ExpandedMergeRequestSchema;

/** What GitLab tells about a merge request elsewhere. */
export interface AboutMergeRequest {
  /** Undefined if GitLab doesn't tell. */
  readonly approvals: MergeRequestLevelMergeRequestApprovalSchema | ProjectLevelMergeRequestApprovalSchema | undefined;
  readonly reviewers: readonly MergeRequestReviewerSchema[];
  readonly hasBranch: boolean;
}

/** Whether a merge request is open; while it is being merged, it is locked. */
export function isOpen({ state }: { readonly state: string }): boolean {
  return state === 'opened' || state === 'locked';
}

/** A merge request as a review. */
export function reviewOf(shown: MergeRequest, about: AboutMergeRequest): Review {
  const { approvals } = about;
  const approvedBy = at(approvals, 'approved_by');
  const needed = at(approvals, 'approvals_required');
  const isMerged = shown.state === 'merged';
  return {
    number: shown.iid,
    url: shown.web_url,
    branch: shown.source_branch,
    head: about.hasBranch ? shown.sha : undefined,
    state: isMerged ? 'merged' : isOpen(shown) ? 'open' : 'closed',
    isDraft: shown.draft,
    approvals: Array.isArray(approvedBy) ? approvedBy.length : undefined,
    approvalsNeeded: typeof needed === 'number' ? needed : undefined,
    wantsChanges: about.reviewers.some(({ state }) => state === 'requested_changes'),
    hasConflict: isOpen(shown) && shown.has_conflicts,
    isQueued: isOpen(shown) && shown.merge_when_pipeline_succeeds,
    endedBy: isMerged
      ? (textAt(shown, 'merge_user', 'username') ?? shown.merged_by?.username)
      : shown.closed_by?.username,
    // A squash is the commit on the branch only if no merge commit brings it there; a fast-forward makes neither.
    mergeCommit: isMerged ? (shown.merge_commit_sha ?? shown.squash_commit_sha ?? shown.sha) : undefined,
  };
}
