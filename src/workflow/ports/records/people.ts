import type { People, Person } from '../../../decision/person.ts';

/** People, as Slack told of them. */
export interface PersonRecords {
  /** Those whom we know; with `since`, those whom we have asked Slack about since then. */
  find(teamId: string, ids: readonly string[], since?: Date): Promise<People>;
  /** Those whom we have asked Slack about since then, from memory: what another process has learned may be missing. */
  recall(teamId: string, ids: readonly string[], since: Date): Promise<People>;
  save(teamId: string, people: readonly Person[], at: Date): Promise<void>;
}
