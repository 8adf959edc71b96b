import type { PublishSetting } from '../../../decision/publication/publish-way.ts';

/** How the ADRs of a repository reach its branch, as the operator set it. */
export interface Publishing {
  readonly setting: PublishSetting;
  readonly labels: readonly string[];
  /** By their names at the forge. */
  readonly reviewers: readonly string[];
  /** Whether reviews are opened as drafts. */
  readonly isDraft: boolean;
  /** Whether the forge is to merge a review by itself once it may be. */
  readonly mergesItself: boolean;
  /** The name of a review's branch, with `{number}` and `{slug}`. */
  readonly branchName: string;
}

/** What holds where nothing is set. */
export const usualPublishing: Publishing = {
  setting: 'auto',
  labels: [],
  reviewers: [],
  isDraft: false,
  mergesItself: false,
  branchName: 'gavel/{number}-{slug}',
};
