import type { People, Person } from '../../../decision/person.ts';

/** People, as Slack described them. */
export interface PersonRecords {
  /** The people we know; with `since`, only those we have asked Slack about since then. */
  find(teamId: string, ids: readonly string[], since?: Date): Promise<People>;
  /** The people we have asked Slack about since then, from memory: what another process has learned may be missing. */
  recall(teamId: string, ids: readonly string[], since: Date): Promise<People>;
  /** The ids of people with a name, in whatever case: several may share it. */
  findNamed(teamId: string, name: string): Promise<string[]>;
  save(teamId: string, people: readonly Person[], at: Date): Promise<void>;
}
