import type { Cadence } from '../../../decision/digest/cadence.ts';

/** A channel's digest: how often it comes, and until when the channel has been told. */
export interface Subscription {
  readonly teamId: string;
  readonly channelId: string;
  readonly cadence: Cadence;
  readonly toldUntil: Date;
}

/** Which channels get digests, and until when they have been told. */
export interface DigestRecords {
  /** Whether any channel gets digests. */
  isAnyOn(teamId: string): Promise<boolean>;
  find(teamId: string, channelId: string): Promise<Subscription | undefined>;
  lock(teamId: string, channelId: string): Promise<Subscription | undefined>;
  save(subscription: Subscription, by: string): Promise<void>;
  markTold(subscription: Subscription, until: Date): Promise<void>;
}
