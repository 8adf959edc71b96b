import type { Words } from './say.ts';

/** What an import has found: ADRs in all, doubtful ones, and those that are not as they were; numbers given twice. */
interface ImportFigures {
  readonly total: number;
  readonly doubtful: number;
  readonly added: number;
  readonly restated: number;
  readonly removed: number;
  readonly sharedNumbers: readonly number[];
}

/** What is said of reading the repository. */
export interface ImportWords {
  readonly looking: string;
  found(figures: ImportFigures): Words;
  reading(done: number, total: number): Words;
  /** Trouble, in sentences, that keeps it from reading on. */
  keepTrying(trouble: string): Words;
  /** Somebody stopped it; `by` is their name, where it is known. */
  stopped(by: string | undefined, done: number, total: number): Words;
  /** The button. */
  readonly stop: string;
}
