import type { Decision } from '../../../decision/decision.ts';
import type { PublicationState } from '../../../decision/publication/publication-state.ts';
import type { Publication } from '../publication.ts';

/** A publication as it was saved. `isGone`: its file was looked for in the archive, and is not there any more. */
export interface FoundPublication extends Publication {
  readonly state: PublicationState;
  readonly isGone: boolean;
}

/** How far decisions are on their way into git. */
export interface PublicationRecords {
  find(decisionId: string): Promise<FoundPublication | undefined>;
  /**
   * The highest number that a decision has or is about to get in an archive, or that an ADR has or had; 0 for none.
   * Nobody else takes one until we are done.
   */
  lockHighestNumber(teamId: string, archive: string): Promise<number>;
  /** Which of these file names decisions have, or are about to get, in an archive. */
  findTakenFiles(teamId: string, archive: string, names: readonly string[]): Promise<string[]>;
  save(decision: Decision, publication: Publication): Promise<void>;
  /** The decisions that could not be brought into an archive when that was tried. */
  findTroubled(teamId: string, archive: string): Promise<string[]>;
  /** Our decisions whose files are gone from the index, or were published before a time and never came: each once. */
  markLost(teamId: string, archive: string, before: Date): Promise<{ decisionId: string; fileName: string }[]>;
}
