import type { Words } from './say.ts';

/** What is told of the repository and its ADRs. Names of files are words: they show as programs know them. */
export interface RepositoryWords {
  /** That a number was given to several files. */
  sharedNumber(number: number, files: readonly Words[]): Words;
  /**
   * What somebody did with an ADR of this name. Statuses are as the file says them, '' where it says none; `formerFile`
   * is what the file was called.
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
