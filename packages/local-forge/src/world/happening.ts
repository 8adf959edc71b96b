import type { App, Comment, Installation, Repository, Review, Verdict } from './state.ts';

/** Why a review left the merge queue without being merged. */
export type DequeueReason = 'merge-conflict' | 'failed-checks' | 'branch-updated' | 'closed' | 'manual';

/** What happened to a review. */
export type ReviewHappening =
  | { readonly what: 'opened' | 'closed' | 'reopened' | 'merged' | 'drafted' | 'readied' | 'queued' | 'auto-merge' }
  | { readonly what: 'dequeued'; readonly reason: DequeueReason }
  | {
      readonly what: 'edited';
      readonly former: { readonly title?: string; readonly body?: string; readonly base?: string };
    }
  | { readonly what: 'labeled' | 'unlabeled'; readonly label: string }
  | { readonly what: 'asked' | 'unasked'; readonly reviewer: string }
  | { readonly what: 'pushed'; readonly before: string; readonly after: string }
  | { readonly what: 'judged' | 'dismissed'; readonly verdict: Verdict }
  | { readonly what: 'commented' | 'comment-deleted'; readonly comment: Comment }
  | { readonly what: 'comment-edited'; readonly comment: Comment; readonly former: string };

/** Something that happened in the forge. A dialect makes its webhooks from it. */
export type Happening =
  | ({
      readonly kind: 'review';
      readonly repository: Repository;
      readonly review: Review;
      readonly by: string;
    } & ReviewHappening)
  | {
      readonly kind: 'push';
      readonly repository: Repository;
      readonly by: string;
      readonly ref: string;
      readonly before: string;
      readonly after: string;
      readonly isForced: boolean;
      /** The new commits, oldest first; at most 20. */
      readonly commits: readonly string[];
    }
  | {
      readonly kind: 'repository';
      readonly repository: Repository;
      readonly by: string;
      readonly what: 'created' | 'renamed' | 'archived' | 'unarchived' | 'deleted' | 'branch-renamed' | 'edited';
      readonly former?: string;
    }
  | {
      readonly kind: 'installation';
      readonly app: App;
      readonly installation: Installation;
      readonly by: string;
      readonly what: 'created' | 'deleted' | 'suspended' | 'unsuspended' | 'accepted';
    }
  | {
      readonly kind: 'installation-repositories';
      readonly app: App;
      readonly installation: Installation;
      readonly by: string;
      readonly added: readonly Repository[];
      readonly removed: readonly Repository[];
    };
