import type { CardPlace, Decision, UserGroup } from '../../decision/decision.ts';
import type { LanguageCode } from '../../decision/language-code.ts';
import type { KeptVerdict } from '../../decision/outcome/verdict-facts.ts';
import type { People, Person } from '../../decision/person.ts';
import type { Tally } from '../../decision/tally/tally.ts';
import type { UndatedVotes } from '../../decision/vote/undated.ts';
import type { Announcement } from '../message/announcement.ts';
import type { Urgency } from './card-marks.ts';
import type { Publication } from './publication.ts';

/** Something Gavel says once. */
export interface Message {
  readonly teamId: string;
  readonly key: string;
  readonly channelId: string;
  /** The decision in whose thread it is said; none for the channel itself. */
  readonly decisionId: string | undefined;
  readonly body: Announcement;
}

/** A message with the id under which Slack knows a second attempt for what it is, and its `ts` once it is said. */
export interface WrittenMessage extends Message {
  readonly messageId: string;
  readonly ts: string | undefined;
}

/** What a message is worded with. */
export interface MessageContext {
  readonly language: LanguageCode;
  readonly decision: Decision | undefined;
  readonly people: People;
}

/** What Slack says of a channel. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  /** Whether people of other organizations are, or may be, in it (Slack Connect). */
  readonly isShared: boolean;
  readonly hasGavel: boolean;
  /** Who made it, in it or not; undefined where Slack does not tell. */
  readonly creatorId?: string | undefined;
}

/** What came before a decision, so that it does not change the ADR that it is bound to. `by`: the ADR that did. */
export interface BoundAdrObstacle {
  readonly kind: 'superseded' | 'deprecated' | 'gone';
  readonly by: { readonly name: string; readonly url: string | undefined } | undefined;
}

/** How many people of a list a card names, before it says how many more there are. */
export const namesOnCard = 8;

/** Everything that a card shows. */
export interface CardView {
  readonly decision: Decision;
  readonly tally: Tally | undefined;
  readonly people: People;
  readonly publication: Publication | undefined;
  /** Where the file of the ADR that the decision is bound to is on the web, on hosts that we know. */
  readonly boundAdrUrl: string | undefined;
  readonly boundAdrObstacle?: BoundAdrObstacle | undefined;
  /** What nobody can tell to have been in time: it is not in the tally. */
  readonly undated?: UndatedVotes | undefined;
  /** Whether voting has ended and is not closed yet, as votes may be on their way. */
  readonly isBeingCounted?: boolean;
  /** How many votes of this round were taken back. */
  readonly takenBack?: number;
  /** On the card of a round that is over, as everyone votes again on a new one: how it ended. */
  readonly earlierRound?: KeptVerdict;
}

/** A card in the language of its channel. */
export interface ChannelCard extends CardView {
  readonly language: LanguageCode;
}

/** How much a call to Slack matters, where Slack takes only so many: a person waits for it, or as a card matters. */
export type CallUrgency = 'awaited' | Urgency;

/** How many times something may be asked of Slack now, and when the next time is, if it is none. */
export interface Room {
  readonly calls: number;
  readonly opensAt: Date;
}

/** Slack, as far as the workflow needs it. */
export interface Chat {
  /** Slack for work of this urgency. Without it, calls count as work that a person waits for. */
  withUrgency(urgency: CallUrgency): Chat;
  /**
   * How many cards may be changed now, or compared with Slack's own list of reactions, without anybody being in the
   * way.
   */
  room(what: 'card' | 'reactions', urgency: CallUrgency): Room;
  /** The workspace that we talk to. */
  readonly teamId: string;
  /** Gavel's own user id, whose reactions are no votes. */
  readonly botUserId: string;
  /** Undefined when Slack does not show us such a channel. */
  findChannel(channelId: string): Promise<Channel | undefined>;
  /** Every channel that Gavel is in. */
  listOwnChannels(): Promise<Channel[]>;
  /** The ids of the workspace's public channels; the first 5,000 where there are more. */
  listPublicChannels(): Promise<string[]>;
  /**
   * The ids of the channels that somebody of the workspace is in: public ones, and private ones that Gavel is in too.
   */
  listChannelsOf(userId: string): Promise<string[]>;
  /** User ids of everybody in a channel, bots included. */
  listMembers(channelId: string): Promise<string[]>;
  /** The workspace's groups; undefined where Slack does not let us see them (Slack: scope usergroups:read). */
  listGroups(): Promise<readonly UserGroup[] | undefined>;
  /** User ids of everybody in a group; undefined when it is not there any more. */
  listGroupMembers(groupId: string): Promise<string[] | undefined>;
  /** Those of them whom Slack knows, and others of whom it told by the way. */
  findPeople(ids: readonly string[]): Promise<Person[]>;
  /** The locale that somebody has Slack in, such as “de-DE”; undefined where Slack does not tell it soon. */
  findLocale(userId: string): Promise<string | undefined>;
  /** Posts a card; with the same `messageId`, it is one card however often it is tried. */
  postCard(card: ChannelCard, messageId: string): Promise<CardPlace>;
  /** Tells whether two cards look the same: whatever is shown differently differs in it. */
  fingerprintCard(card: ChannelCard): string;
  /** False when the card is gone. */
  updateCard(card: ChannelCard, place: CardPlace): Promise<boolean>;
  seedEmoji(channelId: string, ts: string, emoji: string): Promise<void>;
  /** User ids by plain emoji name, without our own; undefined when the message is gone. */
  readReactions(channelId: string, ts: string): Promise<ReadonlyMap<string, readonly string[]> | undefined>;
  /** Says a message; with the same `messageId`, it is one message however often it is tried. Answers with its ts. */
  say(message: WrittenMessage, context: MessageContext): Promise<string>;
  /** Shows a message of the channel, said before, in its present words; one that is gone stays so. */
  reword(message: WrittenMessage, context: Omit<MessageContext, 'decision'>): Promise<void>;
}
