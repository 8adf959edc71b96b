import type { Trouble } from '../../decision/failure/trouble.ts';

/** How far an outcome is on its way into git. */
export interface Publication {
  readonly archive: string;
  readonly number: number | undefined;
  readonly fileName: string | undefined;
  readonly commit: string | undefined;
  readonly commitUrl: string | undefined;
  readonly pushedAt: Date | undefined;
  /** Why it is not there yet. */
  readonly trouble: Trouble | undefined;
  /**
   * Whether this very database took the number and the file. It did not if it was restored from a dump that already had
   * them.
   */
  readonly isTakenHere?: boolean;
}

/** Where a published ADR is. `url`: the web address of its file, or of its commit, on hosts that we know. */
export interface RecordPlace {
  readonly fileName: string;
  readonly url: string | undefined;
}
