import type { Decision } from '../../../decision/decision.ts';
import type { Publication } from '../publication.ts';

/** A publication as it was saved. `isGone`: its file was looked for in the archive, and no longer exists. */
export interface FoundPublication extends Publication {
  readonly isGone: boolean;
}

/** How far decisions are on their way into git. */
export interface PublicationRecords {
  find(decisionId: string): Promise<FoundPublication | undefined>;
  /**
   * The highest number in an archive that a decision has or is about to get, or that an ADR has or had; 0 for none.
   * Nobody else takes one until the transaction ends.
   */
  lockHighestNumber(teamId: string, archive: string): Promise<number>;
  /** The numbers below a folder of an archive that decisions have or are about to get, or that ADRs have or had. */
  findNumbersBelow(teamId: string, archive: string, folder: string): Promise<{ fileName: string; number: number }[]>;
  /** Which of these file names decisions in an archive have, or are about to get. */
  findTakenFiles(teamId: string, archive: string, names: readonly string[]): Promise<string[]>;
  save(decision: Decision, publication: Publication): Promise<void>;
  /** The decisions whose publication to an archive was tried and failed. */
  findTroubled(teamId: string, archive: string): Promise<string[]>;
  /**
   * Our decisions whose files are gone from the index, or were published before a given time and never appeared, each
   * once.
   */
  markLost(teamId: string, archive: string, before: Date): Promise<{ decisionId: string; fileName: string }[]>;
}
