import type { Words } from './say.ts';

/** What is said about the repository and its ADRs. File names are shown in code style. */
export interface RepositoryWords {
  /** Says that several files share a number. */
  sharedNumber(number: number, files: readonly Words[]): Words;
  /**
   * What somebody did with the ADR of this name. Statuses are as the file says them, '' if it says none; `formerFile`
   * is the file's former name.
   */
  adrChange(facts: {
    readonly kind: 'added' | 'returned' | 'status' | 'renamed' | 'removed';
    readonly name: Words;
    readonly before: string;
    readonly after: string;
    readonly formerFile: Words | undefined;
  }): Words;
  /** Why something may not show what is in git now; trouble is told in sentences. */
  asLastSeen(trouble: string): string;
  readonly isBeingRead: Words;
  readonly readingStopped: Words;
}
