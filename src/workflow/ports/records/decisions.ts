import type { Decision } from '../../../decision/decision.ts';

/** Decisions, each read and saved whole. */
export interface DecisionRecords {
  /** False, and nothing written, when a decision with this id exists. */
  insert(decision: Decision): Promise<boolean>;
  find(id: string): Promise<Decision | undefined>;
  /** Those of them that there are, in any order. */
  findAll(ids: readonly string[]): Promise<Decision[]>;
  /** Reads a decision and holds its row until the transaction ends. */
  lock(id: string): Promise<Decision | undefined>;
  /** Writes what a move changed, and raises the version. */
  save(decision: Decision): Promise<void>;
  /** The channels that decisions of a workspace were proposed in. */
  findChannels(teamId: string): Promise<string[]>;
  /** The ids of the decisions of a channel that are still proposed. */
  findProposedIn(teamId: string, channelId: string): Promise<string[]>;
  /** The open proposals that are bound to one of these ADRs, the oldest first. */
  findBoundTo(teamId: string, adrIds: readonly number[]): Promise<string[]>;
}
