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
  /**
   * How git itself asks for a review where the forge's API can't be used: by GitLab's push options, or by AGit, as at
   * Forgejo and Gitea. Undefined where it can't.
   */
  readonly opensBy: 'push options' | 'agit' | undefined;
  /** The name of a review's branch, with `{number}` and `{slug}`. */
  readonly branchName: string;
  /** Whether commits name the proposer and the deciders, by the addresses that Slack has. */
  readonly namesCoAuthors: boolean;
}

/** What holds where nothing is set. */
export const usualPublishing: Publishing = {
  setting: 'auto',
  labels: [],
  reviewers: [],
  isDraft: false,
  mergesItself: false,
  opensBy: undefined,
  branchName: 'gavel/{number}-{slug}',
  namesCoAuthors: false,
};
