import type { Decision } from '../../../decision/decision.ts';

/** Decisions, each read and saved as a whole. */
export interface DecisionRecords {
  /** False, with nothing written, when a decision with this id exists. */
  insert(decision: Decision): Promise<boolean>;
  find(id: string): Promise<Decision | undefined>;
  /** Those of them that exist, in any order. */
  findAll(ids: readonly string[]): Promise<Decision[]>;
  /** Reads a decision and locks its row until the transaction ends. */
  lock(id: string): Promise<Decision | undefined>;
  /** Saves what a move changed, and raises the version. */
  save(decision: Decision): Promise<void>;
  /** The channels in which decisions of a workspace were proposed. */
  findChannels(teamId: string): Promise<string[]>;
  /** The ids of the decisions of a channel that are still proposals. */
  findProposedIn(teamId: string, channelId: string): Promise<string[]>;
  /** The decisions that were published as these files of an archive, in any order. */
  findPublishedIn(teamId: string, archive: string, fileNames: readonly string[]): Promise<string[]>;
  /** The open proposals bound to one of these ADRs, oldest first. */
  findBoundTo(teamId: string, adrIds: readonly number[]): Promise<string[]>;
}
