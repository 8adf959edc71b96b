import type { UserGroup } from '../../../decision/decision.ts';
import type { Channel } from './chat.ts';

/** How old an answer may be: some seconds, or no older than the question. */
export type Age = 'recent' | 'new';

/**
 * What Slack shows to whom, from answers that are a few seconds old at most: visibility is checked when something is
 * shown, never remembered. Every method throws ChatError when Slack does not answer.
 */
export interface Sight {
  /** A channel as it is now; undefined when Slack does not show it to Gavel. */
  findChannel(channelId: string): Promise<Channel | undefined>;
  /** The channels that Gavel is in, by id. */
  listOwnChannels(): Promise<ReadonlyMap<string, Channel>>;
  /** The ids of the workspace's public channels, including archived ones; the first 5,000 if there are more. */
  listPublicChannels(): Promise<ReadonlySet<string>>;
  /** The ids of everybody in a channel. */
  listMembers(channelId: string, age?: Age): Promise<ReadonlySet<string>>;
  /** The ids of the workspace's channels that somebody is in: public ones, and private ones that Gavel is in too. */
  listChannelsOf(userId: string, age?: Age): Promise<ReadonlySet<string>>;
  /** The workspace's groups; undefined where Slack does not let us see them (Slack: scope usergroups:read). */
  listGroups(): Promise<readonly UserGroup[] | undefined>;
}
