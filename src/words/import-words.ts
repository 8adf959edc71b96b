import type { UnreadFormat } from '@gavel/adr/name/adr-path.ts';
import type { Words } from './say.ts';

/**
 * What an import has found: how many ADRs in all, how many doubtful ones, how many that are not as they were; and
 * duplicate numbers.
 */
interface ImportFigures {
  readonly total: number;
  readonly doubtful: number;
  readonly added: number;
  readonly restated: number;
  readonly removed: number;
  readonly sharedNumbers: readonly number[];
  /** What most ADRs of the repository are in, if Gavel can't read it. */
  readonly unread?: readonly UnreadFormat[];
}

/** What is said about reading the repository. */
export interface ImportWords {
  readonly looking: string;
  found(figures: ImportFigures): Words;
  reading(done: number, total: number): Words;
  /** The trouble, in sentences, that keeps the reading from continuing. */
  keepTrying(trouble: string): Words;
  /** Somebody stopped it; `by` is their name, if known. */
  stopped(by: string | undefined, done: number, total: number): Words;
  /** The button. */
  readonly stop: string;
}
