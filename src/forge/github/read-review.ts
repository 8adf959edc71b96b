import type { Review, ReviewState } from '../../decision/publication/review.ts';
import type { Pull } from './answer.ts';

/** What only GraphQL tells about a pull request. */
export interface PullDetails {
  readonly isInMergeQueue: boolean;
  /** Null once the branch is gone. */
  readonly headRef: { readonly name: string } | null;
  /** The last opinion of each person whose opinion counts: one who may write to the repository. */
  readonly latestOpinionatedReviews: { readonly nodes: readonly ({ readonly state: string } | null)[] | null } | null;
  readonly timelineItems: {
    readonly nodes: readonly ({ readonly actor?: { readonly login: string } | null } | null)[] | null;
  };
}

/** The question to GraphQL for the details of a pull request. */
export const detailsQuery = `query PullDetails($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      isInMergeQueue
      headRef { name }
      latestOpinionatedReviews(first: 100, writersOnly: true) { nodes { state } }
      timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) { nodes { ... on ClosedEvent { actor { login } } } }
    }
  }
}`;

/** What is read of a pull request. */
export type PullPart = Pick<
  Pull,
  'number' | 'html_url' | 'state' | 'draft' | 'mergeable' | 'merge_commit_sha' | 'merged_at'
> & {
  readonly head: Pick<Pull['head'], 'ref' | 'sha'>;
  readonly auto_merge: object | null;
  readonly merged_by: { readonly login: string } | null;
};

function stateOf(pull: PullPart): ReviewState {
  if (pull.merged_at !== null) return 'merged';
  return pull.state === 'open' ? 'open' : 'closed';
}

/** A pull request as a review. `approvalsNeeded`: what the rules for its branch want, if they tell. */
export function readReview(pull: PullPart, details: PullDetails, approvalsNeeded: number | undefined): Review {
  const state = stateOf(pull);
  const opinions = (details.latestOpinionatedReviews?.nodes ?? []).flatMap((one) => (one === null ? [] : [one.state]));
  return {
    number: pull.number,
    url: pull.html_url,
    branch: pull.head.ref,
    head: details.headRef === null ? undefined : pull.head.sha,
    state,
    isDraft: pull.draft === true,
    approvals: opinions.filter((opinion) => opinion === 'APPROVED').length,
    approvalsNeeded,
    wantsChanges: opinions.includes('CHANGES_REQUESTED'),
    // GitHub works it out in the background, and says null until it has.
    hasConflict: state === 'open' && pull.mergeable === false,
    isQueued: state === 'open' && (details.isInMergeQueue || pull.auto_merge !== null),
    endedBy: endedBy(pull, details, state),
    // While a pull request is open, this is a commit that GitHub makes to try the merge.
    mergeCommit: state === 'merged' ? (pull.merge_commit_sha ?? undefined) : undefined,
  };
}

function endedBy(pull: PullPart, details: PullDetails, state: ReviewState): string | undefined {
  switch (state) {
    case 'open':
      return undefined;
    case 'merged':
      return pull.merged_by?.login;
    case 'closed':
      return details.timelineItems.nodes?.at(-1)?.actor?.login;
  }
}
