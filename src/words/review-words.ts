import type { Listed } from '../decision/failure/trouble.ts';
import type { BranchRules } from '../decision/publication/branch-rules.ts';
import type { MergedDifference } from '../decision/publication/merged-difference.ts';
import type { ChosenWay, PublishWay, WayReason } from '../decision/publication/publish-way.ts';
import type { ReviewProgress } from '../decision/publication/review-progress.ts';
import type { ReviewKind, ToldReview } from './review-kind.ts';
import type { Words } from './say.ts';

/** Something that the forge did not grant a review; `said`: its own words. */
export interface RefusedWish {
  readonly wish: 'label' | 'reviewer' | 'draft' | 'merges itself';
  readonly name?: string;
  readonly said: string;
}

/** What a branch demands, and how ADRs get there. `listed`: the repository in the file of GAVEL_CONFIG. */
interface ToldRules extends BranchRules {
  readonly way: PublishWay;
  readonly kind: ReviewKind;
  readonly listed?: Listed;
}

/** What is said in Slack about the reviews by which ADRs reach their branch. */
export interface ReviewWords {
  /** A review with a link, in the middle of a sentence: “pull request #12”. */
  name(review: ToldReview): Words;
  /** Where an accepted decision is, and what its review waits for: “in review #12 · waiting for 1 approval”. */
  inReview(review: ToldReview, progress: ReviewProgress): Words;
  /** What a review waits for, in a phrase. */
  progress(progress: ReviewProgress): string;
  /** By which way an ADR goes to its branch, and why, in a sentence; with what its review waits for, if that is given. */
  took(review: ToldReview, why: WayReason, progress?: ReviewProgress): Words;
  /** By which way all ADRs of a repository reach the branch, and why, in a sentence. */
  way(way: ChosenWay, kind: ReviewKind): string;
  /** What the branch demands that Gavel can't give or judge, and what to do, in sentences. */
  rules(rules: ToldRules): readonly string[];
  /** Says, with the reason in sentences, that nobody knows the way. */
  wayUnknown(trouble: string): string;
  /** That a repository has another address by now, and what to do about it. */
  moved(facts: { readonly place: string; readonly to: string; readonly listed?: Listed }): string;
  /** The forge did not grant something, in a sentence. */
  refused(wish: RefusedWish): string;
  /** The buttons below the news that a review was closed without merging. */
  readonly closed: Readonly<Record<'reopen' | 'withdraw' | 'leave', string>>;
  /** The button below the reminder of a review that Gavel would not see closed: it was. */
  readonly wasClosed: string;
  /** Whoever pressed “Open it again” is told that this is under way. */
  readonly reopening: Words;
  /** Opens the modal that shows how the ADR was edited. */
  readonly showChanges: string;
  /** The title of that modal (Slack: 24 characters). */
  readonly changes: string;
  /** What changed, in a sentence or a few. */
  difference(difference: MergedDifference): readonly Words[];
  /** What the marks of the diff mean. */
  readonly marks: string;
  /** What was decided and what was merged are no longer both known. */
  readonly changesUnknown: string;
}
