import type { Status } from '../../../decision/status.ts';
import type { Jobs, JobTiming } from '../jobs/jobs.ts';
import type { Subscription } from './digests.ts';

/** Background work. */
export interface JobRecords {
  /**
   * What an absence may have left undone: proposals without an open vote, open votes with their deadlines, decisions of
   * these statuses that are not in git yet, and digests.
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
  /** Adopts our workspace's jobs left waiting by an earlier version of Gavel. */
  adopt(): Promise<void>;
  /** Adds a job, replacing one like it that still waits. */
  add<Name extends keyof Jobs>(name: Name, payload: Jobs[Name], timing?: JobTiming): Promise<void>;
  /** Adds a job unless there is one like it. */
  ensure<Name extends keyof Jobs>(name: Name, payload: Jobs[Name], timing?: JobTiming): Promise<void>;
}
