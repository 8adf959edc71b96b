import type { ForgeKind } from '../../../decision/publication/forge-kind.ts';
import type { WayReason } from '../../../decision/publication/publish-way.ts';
import type { Review } from '../../../decision/publication/review.ts';

/** What a branch demands of a change, for the account that Gavel has. */
export interface BranchDemands {
  /** Whether a commit may be pushed to it. The rules decide, not a try: who may bypass them does so silently. */
  readonly takesCommits: boolean;
  /** Why, or why not. */
  readonly why: WayReason;
  /** Whether every commit has to be signed. */
  readonly wantsSignatures: boolean;
  /** Other rules that could refuse what Gavel makes, by their names at the forge, such as `commit_message_pattern`. */
  readonly otherRules: readonly string[];
}

/** A review to open. All text in it means something only to people: nothing in it closes, mentions or runs anything. */
export interface ReviewRequest {
  readonly branch: string;
  /** The branch that it is to be merged into. */
  readonly into: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly isDraft: boolean;
  readonly labels: readonly string[];
  /** By their names at the forge; a team of GitHub as `org/team`. */
  readonly reviewers: readonly string[];
  /** Whether the forge is to merge it by itself once it may be. */
  readonly mergesItself: boolean;
}

/** A review that was opened, and which of its wishes the forge did not grant. */
export interface OpenedReview {
  readonly review: Review;
  readonly refused: readonly RefusedWish[];
}

/** A label, a reviewer or the like that the forge did not accept. `said`: its own words, without secrets. */
export interface RefusedWish {
  readonly wish: 'label' | 'reviewer' | 'draft' | 'merges itself';
  readonly name?: string;
  readonly said: string;
}

/** A comment that somebody wrote on a review, outside Slack. */
export interface ReviewComment {
  readonly id: string;
  readonly by: string;
  readonly url: string | undefined;
  readonly at: Date;
  /** The beginning of its text. */
  readonly text: string;
}

/** A review that somebody has opened, with what it changes. */
export interface ChangedReview {
  readonly isOpen: boolean;
  /** Its web address. */
  readonly url: string;
  /** Its last commit. */
  readonly head: string;
  /** Its branch, if that is in the repository itself and not in a fork. */
  readonly branch: string | undefined;
  readonly title: string;
  readonly body: string;
  /** The paths that it changes, from the top of the repository; of a file with another name, both. */
  readonly files: readonly string[];
  /** It changes more files than the forge lists. */
  readonly hasMoreFiles: boolean;
  /** Whether it shows what is told of its last commit; GitLab doesn't when it comes from a fork. */
  readonly showsChecks: boolean;
}

/** An open review, as a list of them tells of it. */
export interface ListedReview extends Pick<ChangedReview, 'head' | 'title' | 'body'> {
  readonly number: number;
}

/** What is told of a commit in the place where a forge shows checks. */
export interface ToldCheck {
  readonly head: string;
  readonly name: string;
  /** `neutral`: told, and no obstacle. */
  readonly conclusion: 'success' | 'neutral' | 'failure';
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  /** What it leads to where a forge doesn't show summaries: the review's web address, and our comment on it if there is one. */
  readonly review: string;
  readonly comment: string | undefined;
}

/**
 * The reviews of others. Comments are told from those of people by who wrote them, and from other ones of ours by a
 * `marker` in their text. Everything throws ForgeError.
 */
export interface OthersReviews {
  /** Whether the forge shows the summary of a check; where it doesn't, the comment says it. */
  readonly showsSummaries: boolean;
  /** The open ones, first those that changed last; no more than this. */
  listOpen(most: number): Promise<readonly ListedReview[]>;
  /** Undefined when there is none with this number. */
  read(number: number): Promise<ChangedReview | undefined>;
  /** The id of our comment with this marker. */
  findComment(number: number, marker: string): Promise<string | undefined>;
  /** Comments, once: if our comment is there already, as when an earlier answer was lost, it is changed. Returns its id. */
  postComment(number: number, marker: string, body: string): Promise<string>;
  /** Says something else in a comment. False if it is gone. */
  editComment(number: number, id: string, body: string): Promise<boolean>;
  /** Takes a comment away, if it is still there. */
  removeComment(number: number, id: string): Promise<void>;
  /** Tells a check, in place of ours with the same name and commit. */
  tellCheck(check: ToldCheck): Promise<void>;
}

/**
 * A repository at a forge, as far as the workflow needs it. Every call throws ForgeError (`forge-error.ts`) for what
 * people can mend, and for a forge that can't be reached; nothing it throws, returns or logs holds a secret.
 */
export interface Forge {
  readonly kind: ForgeKind;
  /** The longest body of a review, in characters. */
  readonly longestBody: number;
  /** What a branch demands. Answers may be a few minutes old. */
  askBranch(branch: string): Promise<BranchDemands>;
  /** The latest review of this branch, whatever its state. */
  findReview(branch: string): Promise<Review | undefined>;
  /** Opens a review. If one is open for the branch, that one counts, as when an earlier answer was lost. */
  openReview(request: ReviewRequest): Promise<OpenedReview>;
  /** Undefined when there is none with this number anymore. */
  readReview(number: number): Promise<Review | undefined>;
  /** Changes what a review says. */
  editReview(number: number, change: { title?: string; body?: string; isDraft?: boolean }): Promise<void>;
  /** Opens a closed review again. Throws ForgeError, also when the branch is gone. */
  reopenReview(number: number): Promise<void>;
  /** Closes a review without merging it. */
  closeReview(number: number): Promise<void>;
  /** The reviews of others, and what Gavel tells on them; undefined where it can't. */
  readonly others?: OthersReviews;
  /** What people have written on a review since some time, oldest first; without what bots wrote. */
  listComments(number: number, since: Date): Promise<readonly ReviewComment[]>;
}

/**
 * What a forge tells of by webhook. It says where to look, never what is true: whoever hears it asks the forge, so that
 * a delivery that comes twice, late or out of order does no harm.
 */
export type ForgeNews =
  /**
   * Something happened to a review of this branch; undefined for one from a fork. `changed`: the number of a review whose
   * files or words may have changed.
   */
  | {
      readonly kind: 'review';
      readonly place: string;
      readonly branch: string | undefined;
      readonly changed?: number | undefined;
    }
  /** Something was pushed to a branch. */
  | { readonly kind: 'push'; readonly place: string; readonly branch: string }
  /** The repository, or what Gavel may do there, has changed: renamed, archived, installed, uninstalled. */
  | { readonly kind: 'access'; readonly place: string | undefined };
