import type { OwnRule } from '../../../decision/rule/own-rule.ts';

/** A channel, and its workspace. */
export interface ChannelPlace {
  readonly teamId: string;
  readonly channelId: string;
}

/** Something that a channel sets for its votes: a rule of its own or, without a name, which rule is offered first. */
export interface RuleSetting {
  readonly name: string | undefined;
  /** The parts of the rule, or the id of the rule offered first; undefined removes it. */
  readonly value: unknown;
}

/** What a channel has set for its votes, and who changed it last. */
export interface RuleSettings {
  readonly initialId: string | undefined;
  readonly own: readonly OwnRule[];
  readonly changed: { readonly by: string; readonly at: Date } | undefined;
}

/** What channels set for their votes. */
export interface RuleRecords {
  /** What a channel has set for its votes. */
  find(place: ChannelPlace): Promise<RuleSettings>;
  save(place: ChannelPlace, setting: RuleSetting, by: string, at: Date): Promise<void>;
  /** The archive that a channel chose for its proposals, if any. */
  findRepository(place: ChannelPlace): Promise<string | undefined>;
  /** Saves which archive a channel chose; undefined removes the choice. */
  saveRepository(place: ChannelPlace, archive: string | undefined, by: string, at: Date): Promise<void>;
  /** Whether cards in a channel get buttons to vote with, besides reactions. */
  wantsVoteButtons(place: ChannelPlace): Promise<boolean>;
  saveVoteButtons(place: ChannelPlace, hasButtons: boolean, by: string, at: Date): Promise<void>;
}
