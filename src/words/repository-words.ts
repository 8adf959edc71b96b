import type { Words } from './say.ts';

/** What is said about the repository and its ADRs. File names are shown in code style. */
export interface RepositoryWords {
  /** Says that several files share a number; `repository` is the name of theirs, if there are several. */
  sharedNumber(number: number, files: readonly Words[], repository: string | undefined): Words;
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
  /** `name` is what the repository is called, where there are several. */
  isBeingRead(name: string | undefined): Words;
  readingStopped(name: string | undefined): Words;
  /** The names of more repositories that may not show what is in git now. */
  othersToo(names: readonly string[]): string;
}
