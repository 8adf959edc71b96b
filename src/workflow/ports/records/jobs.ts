import type { Status } from '../../../decision/status.ts';
import type { Jobs, JobTiming } from '../jobs.ts';
import type { Subscription } from './digests.ts';

/** Background work. */
export interface JobRecords {
  /**
   * What an absence may have left undone: proposals that nobody votes on now, open votes by their deadlines, decisions
   * of these statuses that are not in git yet, and digests.
   */
  findUnfinishedWork(
    teamId: string,
    published: readonly Status[],
  ): Promise<{
    waiting: string[];
    voting: string[];
    unpublished: { id: string; archive: string }[];
    subscriptions: Subscription[];
  }>;
  /** Takes over the jobs of our workspace that an earlier version of Gavel left waiting. */
  adopt(): Promise<void>;
  /** Adds a job, in place of one like it that still waits. */
  add<Name extends keyof Jobs>(name: Name, payload: Jobs[Name], timing?: JobTiming): Promise<void>;
  /** Adds a job unless there is one like it. */
  ensure<Name extends keyof Jobs>(name: Name, payload: Jobs[Name], timing?: JobTiming): Promise<void>;
}
