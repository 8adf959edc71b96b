import type { Status } from '../../../decision/status.ts';
import type { Jobs, JobTiming } from '../jobs/jobs.ts';
import type { Subscription } from './digests.ts';

/** What an absence may have left undone. Decisions are named by their ids. */
export interface UnfinishedWork {
  /** Proposals without an open vote. */
  readonly waiting: readonly string[];
  /** Open votes, with the earliest deadline first. */
  readonly voting: readonly string[];
  /** Decisions that are not in git yet. */
  readonly unpublished: readonly { readonly id: string; readonly archive: string }[];
  /** Reviews of ADRs, and when each is to be looked at next. */
  readonly reviews: readonly { readonly id: string; readonly archive: string; readonly at: Date | undefined }[];
  readonly subscriptions: readonly Subscription[];
}

/** Background work. */
export interface JobRecords {
  /** What an absence may have left undone. `published` are the statuses that go to git. */
  findUnfinishedWork(teamId: string, published: readonly Status[]): Promise<UnfinishedWork>;
  /** Adopts our workspace's jobs left waiting by an earlier version of Gavel. */
  adopt(): Promise<void>;
  /** Adds a job, replacing one like it that still waits. */
  add<Name extends keyof Jobs>(name: Name, payload: Jobs[Name], timing?: JobTiming): Promise<void>;
  /** Adds a job unless there is one like it. */
  ensure<Name extends keyof Jobs>(name: Name, payload: Jobs[Name], timing?: JobTiming): Promise<void>;
}
