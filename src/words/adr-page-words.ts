import type { Words } from './say.ts';

/** What surrounds an ADR that is shown page by page, or replaces one that can't be shown. */
export interface AdrPageWords {
  /** The titles of the modal when there is no number to show. */
  readonly adr: string;
  readonly decision: string;
  readonly notInGit: string;
  readonly inReview: string;
  readonly asDecided: string;
  /** Above a decision whose file is gone. */
  readonly asDecidedBelow: string;
  readonly openFile: string;
  readonly cardAndVotes: string;
  /** The ADR states no status. */
  readonly noStatus: string;
  /** The text of a file can't be shown, and why, in sentences; '' if nobody knows. */
  unreadable(because: string): string;
  readonly fileGone: string;
  /** Since when the file is known to be gone; `commit` names the commit in which that was seen. */
  foundGone(at: Date, commit: Words | undefined): Words;
  /** Says of a file, by its name, that it is gone. */
  namedFileGone(file: Words): Words;
  /** Only the beginning of a long file is shown. */
  readonly beginningOnly: string;
  /** How many files have this number. */
  several(number: number, files: number): string;
  readonly renumberingHint: Words;
}
