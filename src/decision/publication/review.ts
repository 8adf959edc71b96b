/** A review (a pull or merge request) as the forge showed it last; without a forge, as far as git shows it. */
export interface Review {
  /** Undefined where git alone knows of it. */
  readonly number: number | undefined;
  /** Where people read it: the review, or what the remote said about the branch; undefined if nothing is known. */
  readonly url: string | undefined;
  /** The branch that it would merge. */
  readonly branch: string;
  /** The commit at the tip of that branch; undefined once the branch is gone. */
  readonly head: string | undefined;
  readonly state: ReviewState;
  readonly isDraft: boolean;
  /** How many people approve it as it is, and how many have to; undefined if the forge does not tell. */
  readonly approvals: number | undefined;
  readonly approvalsNeeded: number | undefined;
  /** Whether somebody asks for changes. */
  readonly wantsChanges: boolean;
  /** Whether it can't be merged before somebody resolves a conflict. */
  readonly hasConflict: boolean;
  /** Whether it waits in the forge's merge queue, or will be merged by itself once it may be. */
  readonly isQueued: boolean;
  /** Who merged or closed it, by their name at the forge. */
  readonly endedBy: string | undefined;
  /** The commit that brought it to the branch, if it was merged and the forge tells. */
  readonly mergeCommit: string | undefined;
}

/** `closed`: without merging. */
export type ReviewState = 'open' | 'merged' | 'closed';
