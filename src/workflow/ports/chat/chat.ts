import type { CardPlace, Decision, UserGroup } from '../../../decision/decision.ts';
import type { LanguageCode } from '../../../decision/language-code.ts';
import type { KeptVerdict } from '../../../decision/outcome/verdict-facts.ts';
import type { People, Person } from '../../../decision/person.ts';
import type { AdrFate, NamedAdr } from '../../../decision/publication/adr-fate.ts';
import type { Tally } from '../../../decision/tally/tally.ts';
import type { Away } from '../../../decision/time/away.ts';
import type { UndatedVotes } from '../../../decision/vote/undated.ts';
import type { Home } from '../../home/home-facts.ts';
import type { Announcement } from '../../message/announcement.ts';
import type { Urgency } from '../jobs/card-marks.ts';
import type { AdrReview, Publication, RecordPlace } from '../publication.ts';

/** Something Gavel says once. */
export interface Message {
  readonly teamId: string;
  readonly key: string;
  readonly channelId: string;
  /**
   * The decision in whose thread it is said, unless the facts name another thread; unset for a message in the channel
   * itself.
   */
  readonly decisionId: string | undefined;
  readonly body: Announcement;
}

/** A message with the id by which Slack recognizes a second attempt, and its `ts` once it is posted. */
export interface WrittenMessage extends Message {
  readonly messageId: string;
  readonly ts: string | undefined;
}

/** What is needed to word a message. */
export interface MessageContext {
  readonly language: LanguageCode;
  readonly decision: Decision | undefined;
  readonly people: People;
  /** Where the ADR of the decision is, once that is published. */
  readonly record?: RecordPlace | undefined;
}

/** What Slack says about a channel. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  /** Whether people from other organizations are, or may be, in it (Slack Connect). */
  readonly isShared: boolean;
  readonly hasGavel: boolean;
  /** Who created it, whether or not they are in it; undefined if Slack does not tell. */
  readonly creatorId?: string | undefined;
}

/** Why a decision does not change the ADR that it is bound to: something else came first. `by`: the ADR that did. */
export interface BoundAdrObstacle {
  readonly kind: 'superseded' | 'deprecated' | 'gone';
  readonly by: NamedAdr | undefined;
}

/** How many people of a list a card names before it says how many more there are. */
export const namesOnCard = 8;

/** What is known of a decision as a thing of its own, beyond what its card shows. */
export interface ObjectFacts {
  /** The name of its repository. */
  readonly repository: string | undefined;
  /** The web address of its file, once that is on the branch, on hosts that we know. */
  readonly fileUrl: string | undefined;
  /** Our decision from which the ADR came that it is bound to, if there was one. */
  readonly boundDecisionId: string | undefined;
}

/** Everything that a card shows. */
export interface CardView {
  readonly decision: Decision;
  readonly tally: Tally | undefined;
  readonly people: People;
  readonly publication: Publication | undefined;
  /** The review by which its ADR reaches the branch, once that has been opened. */
  readonly review?: AdrReview | undefined;
  /** Where the ADR that the decision is bound to can be read: on the web, or on its own card in this channel. */
  readonly boundAdrUrl: string | undefined;
  readonly boundAdrObstacle?: BoundAdrObstacle | undefined;
  /** What became of the decision’s own ADR later. */
  readonly fate?: AdrFate | undefined;
  /** Until when deciders are away, if the vote is open and needs them. */
  readonly away?: Away;
  /** Votes that may not have been in time, and are not in the tally. */
  readonly undated?: UndatedVotes | undefined;
  /** Whether voting has ended and is not closed yet, since votes may be on their way. */
  readonly isBeingCounted?: boolean;
  /** How many votes of this round were withdrawn. */
  readonly takenBack?: number;
  /** What Slack shows of it as a thing of its own. */
  readonly object?: ObjectFacts;
  /** How the round ended; set on the card of a finished round, after which everyone votes again on a new card. */
  readonly earlierRound?: KeptVerdict;
}

/** A card in the language of its channel. */
export interface ChannelCard extends CardView {
  readonly language: LanguageCode;
}

/**
 * How much a call to Slack matters when Slack accepts only so many: because a person waits for it, or because of what
 * its card is due for.
 */
export type CallUrgency = 'awaited' | Urgency;

/** How many times something may be asked of Slack now; and if that is none, when it may be asked next. */
export interface Room {
  readonly calls: number;
  readonly opensAt: Date;
}

/** Slack, as far as the workflow needs it. */
export interface Chat {
  /** Slack for work of this urgency. Without it, calls count as work that a person waits for. */
  withUrgency(urgency: CallUrgency): Chat;
  /**
   * How many cards may be changed now, or compared with Slack's own list of reactions, or how many people may be shown
   * another Home, without delaying anybody.
   */
  room(what: 'card' | 'reactions' | 'home', urgency: CallUrgency): Room;
  /** The workspace that we talk to. */
  readonly teamId: string;
  /** Gavel's own user id, whose reactions don't count as votes. */
  readonly botUserId: string;
  /** Undefined when Slack does not show us such a channel. */
  findChannel(channelId: string): Promise<Channel | undefined>;
  /** Every channel that Gavel is in. */
  listOwnChannels(): Promise<Channel[]>;
  /** The ids of the workspace's public channels; the first 5,000 if there are more. */
  listPublicChannels(): Promise<string[]>;
  /** The ids of the workspace's channels that somebody is in: public ones, and private ones that Gavel is in too. */
  listChannelsOf(userId: string): Promise<string[]>;
  /** User ids of everybody in a channel, bots included. */
  listMembers(channelId: string): Promise<string[]>;
  /** The workspace's groups; undefined where Slack does not let us see them (Slack: scope usergroups:read). */
  listGroups(): Promise<readonly UserGroup[] | undefined>;
  /** User ids of everybody in a group; undefined when it no longer exists. */
  listGroupMembers(groupId: string): Promise<string[] | undefined>;
  /** The people among them whom Slack knows, and any others whom its answer happened to include. */
  findPeople(ids: readonly string[]): Promise<Person[]>;
  /** Those of these people whose status in Slack says that they are away, as it was a few minutes ago at most. */
  findAway(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** The locale that somebody uses Slack in, such as “de-DE”; undefined if Slack does not tell it soon. */
  findLocale(userId: string): Promise<string | undefined>;
  /** The email addresses of people, as far as Slack tells them (Slack: scope users:read.email). Ask only to name authors. */
  findEmails(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Posts a card. With one `messageId`, it stays one card however often it is tried. */
  postCard(card: ChannelCard, messageId: string): Promise<CardPlace>;
  /** A text that differs between two cards whenever they look different. */
  fingerprintCard(card: ChannelCard): string;
  /** False when the card is gone. */
  updateCard(card: ChannelCard, place: CardPlace): Promise<boolean>;
  /**
   * Publishes somebody's Home, unless it would look as what `shown` stands for. Returns what it looks like now; undefined
   * for somebody who has no Home.
   */
  showHome(userId: string, home: Home, language: LanguageCode, shown: string | undefined): Promise<string | undefined>;
  seedEmoji(channelId: string, ts: string, emoji: string): Promise<void>;
  /** User ids by plain emoji name, without Gavel's own; undefined when the message is gone. */
  readReactions(channelId: string, ts: string): Promise<ReadonlyMap<string, readonly string[]> | undefined>;
  /** Posts a message. With one `messageId`, it stays one message however often it is tried. Returns its ts. */
  say(message: WrittenMessage, context: MessageContext): Promise<string>;
  /** Updates a message posted earlier to its present words; does nothing if it is gone or can't be changed anymore. */
  reword(message: WrittenMessage, context: MessageContext): Promise<void>;
}
