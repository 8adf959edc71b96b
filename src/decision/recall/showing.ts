/** How a repository wants the decisions in it to be shown to those who change what they govern. */
export interface Showing {
  /** The file that lists them for agents, by its path from the top of the repository; undefined for none. */
  readonly agentsFile: string | undefined;
  /** What a review that changes such files gets. */
  readonly checks: ChecksSetting;
  /** Whether a check fails until the review names the decisions. */
  readonly enforces: boolean;
}

/** What a review gets that changes files which a decision governs. */
export type ChecksSetting = 'off' | 'comment' | 'check';

/** What counts where nobody has said anything. */
export const usualShowing: Showing = { agentsFile: undefined, checks: 'off', enforces: false };
