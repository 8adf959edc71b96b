import type { Review } from '../../decision/publication/review.ts';
import type { Pull, PullReview } from './api.ts';

/** Whether the branch of a pull request is there. Once it is gone, another ref stands for it. */
export function hasBranch({ head }: Pull): boolean {
  return !head.ref.startsWith('refs/pull/');
}

/** Whether a pull request comes from a branch of the repository itself, and not of a fork. */
export function isOwn({ head, base }: Pull): boolean {
  return head.repo_id === base.repo_id;
}

/** A pull request as a review. `approvalsNeeded`: what its branch wants. */
export function reviewOf(pull: Pull, reviews: readonly PullReview[], approvalsNeeded: number | undefined): Review {
  const isOpen = pull.state === 'open';
  const opinions = lastOpinions(reviews);
  return {
    number: pull.number,
    url: pull.html_url,
    branch: pull.head.label === '' ? pull.head.ref : pull.head.label,
    head: hasBranch(pull) ? pull.head.sha : undefined,
    state: pull.merged ? 'merged' : isOpen ? 'open' : 'closed',
    isDraft: pull.draft === true,
    approvals: opinions.filter(({ state, stale }) => state === 'APPROVED' && !stale).length,
    approvalsNeeded,
    wantsChanges: isOpen && opinions.some(({ state }) => state === 'REQUEST_CHANGES'),
    hasConflict: isOpen && !pull.mergeable && pull.draft !== true,
    // Forgejo tells nobody that it is going to merge a pull request by itself.
    isQueued: false,
    endedBy: pull.merged ? pull.merged_by?.login : undefined,
    mergeCommit: pull.merged ? (pull.merge_commit_sha ?? undefined) : undefined,
  };
}

/** The last opinion of everybody whose opinion counts. */
function lastOpinions(reviews: readonly PullReview[]): PullReview[] {
  const opinions = new Map<number, PullReview>();
  for (const review of reviews.toSorted((one, other) => one.id - other.id)) {
    if (review.user === null || !review.official || review.dismissed) continue;
    if (review.state === 'APPROVED' || review.state === 'REQUEST_CHANGES') opinions.set(review.user.id, review);
  }
  return [...opinions.values()];
}
