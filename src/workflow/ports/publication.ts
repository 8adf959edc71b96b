import type { PublicationTrouble } from '../../decision/failure/forge-trouble.ts';
import type { PublicationState } from '../../decision/publication/publication-state.ts';
import type { WayReason } from '../../decision/publication/publish-way.ts';
import type { Review } from '../../decision/publication/review.ts';

/** How far an outcome is on its way into git. */
export interface Publication {
  readonly archive: string;
  readonly state: PublicationState;
  readonly number: number | undefined;
  readonly fileName: string | undefined;
  readonly commit: string | undefined;
  readonly commitUrl: string | undefined;
  /** When it came to the branch, by a commit or by a review that was merged. */
  readonly pushedAt: Date | undefined;
  /** Why it is not there yet. */
  readonly trouble: PublicationTrouble | undefined;
  /**
   * Whether this very database took the number and the file. It did not if it was restored from a dump that already had
   * them.
   */
  readonly isTakenHere?: boolean;
}

/** What people chose when a review was closed without merging: to open it again, or to leave it. */
export type ClosedAnswer = 'reopened' | 'left';

/** A review that was opened as a draft before there was an outcome, and follows the discussion until then. */
export interface ReviewProposal {
  /** When it was opened, and when Gavel pushed to its branch last, as ISO strings. */
  readonly at: string;
  readonly pushedAt: string;
  /** The latest comment that the thread was told of, and the ids of all that were found when it was. */
  readonly heardUntil: string;
  readonly heard: readonly string[];
  /** The file that people merged without waiting for the outcome. */
  readonly mergedAs?: string | undefined;
}

/** The review by which an ADR reaches its branch. */
export interface AdrReview {
  readonly archive: string;
  /** Its own branch, whose name is chosen before anything is pushed; and the one that it is to be merged into. */
  readonly branch: string;
  readonly into: string;
  /** Why the ADR takes this way. */
  readonly why: WayReason;
  readonly namedAt: Date;
  /** If it was opened before the outcome; until that is in it, `openedAt` is undefined. */
  readonly proposal?: ReviewProposal | undefined;
  /** Undefined until it is open, and where git alone knows of it. */
  readonly number: number | undefined;
  /** Where people read it: the review, or what the remote said about the branch. */
  readonly url: string | undefined;
  /** As it was seen last. */
  readonly seen: Review | undefined;
  /** The commit of the followed branch that it was compared with last. */
  readonly base: string | undefined;
  /** The commit at the tip of its branch when Gavel pushed it last. */
  readonly pushed: string | undefined;
  /** The name of the ADR on that branch, and its text, as Gavel wrote it last. */
  readonly fileName: string | undefined;
  readonly written: string | undefined;
  /** The text that was merged, if it is another one. */
  readonly merged: string | undefined;
  readonly openedAt: Date | undefined;
  readonly seenAt: Date | undefined;
  /** When to look at it again; undefined once there is nothing to see anymore. */
  readonly nextLookAt: Date | undefined;
  /** When the thread was last told that it still waits. */
  readonly remindedAt: Date | undefined;
  /** What people chose after it was closed. */
  readonly answer: ClosedAnswer | undefined;
}

/** Where a published ADR is. `url`: the web address of its file, or of its commit, on hosts that we know. */
export interface RecordPlace {
  readonly fileName: string;
  readonly url: string | undefined;
}
