import { createHash } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { CardPlace, UserGroup } from '../../decision/decision.ts';
import type { LanguageCode } from '../../decision/language-code.ts';
import type { Person } from '../../decision/person.ts';
import { plainEmoji } from '../../decision/vote/ballot.ts';
import { languages } from '../../words/languages.ts';
import type { Home } from '../../workflow/home/home-facts.ts';
import type {
  CallUrgency,
  Channel,
  ChannelCard,
  Chat,
  MessageContext,
  Room,
  WrittenMessage,
} from '../../workflow/ports/chat/chat.ts';
import type { CallBudget } from '../app/budget/call-budget.ts';
import { allPages, type PageRequest, unless } from '../app/web-calls.ts';
import { CardDrawings } from '../card/card-drawing.ts';
import { homeView } from '../home/home-view.ts';
import { wordAnnouncement } from '../message/announcement.ts';
import type { ObjectSupport } from '../object/object-support.ts';
import type { Locales } from './locales.ts';
import { PeopleDirectory } from './people-directory.ts';

/** How many pages of public channels to request; some workspaces have tens of thousands of channels. */
const publicPages = 5;

/** The person is gone, or the app as it is installed has no Home (Slack: views.publish). */
const withoutHome = ['user_not_found', 'not_enabled'];
/** Slack's answers about a message that is gone or can't be changed, and about a channel that is closed to us. */
const cardGone = ['message_not_found', 'cant_update_message'];
const channelGone = ['is_archived', 'channel_not_found', 'not_in_channel', 'edit_window_closed'];

const threadGone = ['thread_not_found', 'message_not_found', 'cannot_reply_to_message', 'restricted_action'];

const bothKinds = 'public_channel,private_channel';

type SlackChannel = NonNullable<Awaited<ReturnType<WebClient['conversations']['info']>>['channel']>;

function toChannel(
  channel: Pick<
    SlackChannel,
    'id' | 'name' | 'creator' | 'is_im' | 'is_mpim' | 'is_private' | 'is_member' | 'is_ext_shared'
  >,
): Channel | undefined {
  const { id, name, creator, is_private: isPrivate = false, is_member: hasGavel = false } = channel;
  if (!id || !name || channel.is_im || channel.is_mpim) return undefined;
  return { id, name, isPrivate, isShared: channel.is_ext_shared ?? false, hasGavel, creatorId: creator || undefined };
}

/** What is needed to talk to Slack. */
interface ChatParts {
  readonly botUserId: string;
  readonly teamId: string;
  readonly clientFor: (urgency: CallUrgency) => WebClient;
  readonly budget: CallBudget;
  readonly locales: Locales;
  /** Whether Slack takes Work Objects from us. */
  readonly objects: ObjectSupport;
  /** The address of the workspace. */
  readonly url: string | undefined;
}

/** The workflow's Chat on Slack's Web API, for the workspace that the token belongs to. */
export class SlackChat implements Chat {
  readonly botUserId: string;
  readonly teamId: string;
  readonly #client: WebClient;
  readonly #parts: ChatParts;
  readonly #people: PeopleDirectory;
  readonly #drawings: CardDrawings;

  /** Shared by all urgencies: what one is already asking Slack for, another need not ask for again. */
  readonly #all: Map<CallUrgency, SlackChat>;

  constructor(
    parts: ChatParts,
    urgency: CallUrgency = 'awaited',
    all = new Map<CallUrgency, SlackChat>(),
    drawings = new CardDrawings(parts.url),
  ) {
    this.#parts = parts;
    this.#drawings = drawings;
    this.#all = all.set(urgency, this);
    this.#client = parts.clientFor(urgency);
    this.botUserId = parts.botUserId;
    this.teamId = parts.teamId;
    this.#people = new PeopleDirectory(this.#client, parts.teamId);
  }

  withUrgency(urgency: CallUrgency): Chat {
    return this.#all.get(urgency) ?? new SlackChat(this.#parts, urgency, this.#all, this.#drawings);
  }

  room(what: 'card' | 'reactions' | 'home', urgency: CallUrgency): Room {
    // A Home is published after Slack has said which channels its reader is in.
    const methods = {
      card: ['chat.update'],
      reactions: ['reactions.get'],
      home: ['views.publish', 'users.conversations'],
    } as const;
    const rooms = methods[what].map((method) => this.#parts.budget.room(method, urgency));
    return rooms.reduce((least, room) => (room.calls < least.calls ? room : least));
  }

  async findChannel(channelId: string): Promise<Channel | undefined> {
    // Direct messages are not in the scopes that we ask for.
    const unseen = ['channel_not_found', 'method_not_supported_for_channel_type', 'missing_scope'];
    const answer = await unless(unseen, undefined, () => this.#client.conversations.info({ channel: channelId }));
    return answer?.channel && toChannel(answer.channel);
  }

  async listOwnChannels(): Promise<Channel[]> {
    const channels = await allPages((page) => this.#client.users.conversations({ types: bothKinds, ...page }));
    return channels
      .flatMap((page) => page.channels ?? [])
      .flatMap((one) => toChannel({ ...one, is_member: true }) ?? []);
  }

  async listPublicChannels(): Promise<string[]> {
    const list = (page: PageRequest) => this.#client.conversations.list({ types: 'public_channel', ...page });
    const pages = await allPages(list, publicPages);
    return pages.flatMap((page) => page.channels ?? []).flatMap(({ id }) => id ?? []);
  }

  async listChannelsOf(userId: string): Promise<string[]> {
    const unseen = ['user_not_found', 'user_not_visible'];
    const list = (page: PageRequest) => this.#client.users.conversations({ user: userId, types: bothKinds, ...page });
    const pages = await unless(unseen, [], () => allPages(list));
    return pages.flatMap((page) => page.channels ?? []).flatMap(({ id }) => id ?? []);
  }

  async listMembers(channelId: string): Promise<string[]> {
    const pages = await allPages((page) => this.#client.conversations.members({ channel: channelId, ...page }));
    return pages.flatMap((page) => page.members ?? []);
  }

  async listGroups(): Promise<readonly UserGroup[] | undefined> {
    const unseen = ['missing_scope', 'no_permission', 'not_allowed_token_type'];
    const answer = await unless(unseen, undefined, () => this.#client.usergroups.list());
    return answer?.usergroups?.flatMap(({ id, handle }) => (id && handle ? [{ id, handle }] : []));
  }

  async listGroupMembers(groupId: string): Promise<string[] | undefined> {
    const gone = ['no_such_subteam', 'subteam_not_found'];
    const answer = await unless(gone, undefined, () => this.#client.usergroups.users.list({ usergroup: groupId }));
    return answer?.users;
  }

  findPeople(ids: readonly string[]): Promise<Person[]> {
    return this.#people.find(ids);
  }

  findAway(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#people.findAway(ids);
  }

  findLocale(userId: string): Promise<string | undefined> {
    return this.#parts.locales.find(userId, async (user) => {
      const answer = await this.#client.users.info({ user, include_locale: true });
      return answer.user?.locale;
    });
  }

  async findEmails(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const user of ids) {
      const unseen = ['user_not_found', 'user_not_visible'];
      const answer = await unless(unseen, undefined, () => this.#client.users.info({ user }));
      // Only there with the scope users:read.email, which whoever installs Gavel may decline.
      const email = answer?.user?.profile?.email;
      if (email) found.set(user, email);
    }
    return found;
  }

  async postCard(view: ChannelCard, messageId: string): Promise<CardPlace> {
    const { channelId } = view.decision;
    const drawing = this.#drawings.draw(languages[view.language], view);
    const ts = await this.#parts.objects.send(drawing, (message) =>
      this.#post({ channel: channelId, ...message }, messageId),
    );
    const { permalink = '' } = await this.#client.chat.getPermalink({ channel: channelId, message_ts: ts });
    return { ts, link: permalink };
  }

  fingerprintCard(view: ChannelCard): string {
    return this.#drawings.fingerprint(languages[view.language], view);
  }

  async updateCard(view: ChannelCard, place: CardPlace): Promise<boolean> {
    // The card of an open decision waits for its channel to come back.
    const gone = view.publication?.pushedAt === undefined ? cardGone : [...cardGone, ...channelGone];
    const where = { channel: view.decision.channelId, ts: place.ts };
    const drawing = this.#drawings.draw(languages[view.language], view);
    // The types of `chat.update` do not know that its metadata may have Work Objects.
    const update = (message: object) => this.#client.apiCall('chat.update', { ...where, ...message });
    return (await unless(gone, undefined, () => this.#parts.objects.send(drawing, update))) !== undefined;
  }

  async showHome(
    user_id: string,
    home: Home,
    language: LanguageCode,
    shown: string | undefined,
  ): Promise<string | undefined> {
    const view = homeView(languages[language], home);
    const fingerprint = createHash('sha256').update(JSON.stringify(view)).digest('base64url');
    if (fingerprint === shown) return fingerprint;
    return unless(withoutHome, undefined, async () => {
      await this.#client.views.publish({ user_id, view });
      return fingerprint;
    });
  }

  async seedEmoji(channelId: string, ts: string, emoji: string): Promise<void> {
    const done = ['already_reacted', 'message_not_found'];
    await unless(done, undefined, () => this.#client.reactions.add({ channel: channelId, timestamp: ts, name: emoji }));
  }

  async readReactions(channelId: string, ts: string): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
    // Without `full`, Slack may leave people out of a long list.
    const answer = await unless(['message_not_found'], undefined, () =>
      this.#client.reactions.get({ channel: channelId, timestamp: ts, full: true }),
    );
    if (answer === undefined) return undefined;
    const byEmoji = new Map<string, string[]>();
    for (const { name = '', users = [] } of answer.message?.reactions ?? []) {
      const emoji = plainEmoji(name);
      const others = users.filter((user) => user !== this.botUserId);
      byEmoji.set(emoji, [...new Set([...(byEmoji.get(emoji) ?? []), ...others])]);
    }
    return byEmoji;
  }

  async say(message: WrittenMessage, { language, ...context }: MessageContext): Promise<string> {
    const { channelId } = message;
    const { text, blocks, isForAll } = wordAnnouncement(languages[language], message.body, {
      ...context,
      channelId,
    });
    if (message.body.kind === 'late vote') return this.#whisper(channelId, message.body.userId, { text, blocks });
    if ('threadTs' in message.body && message.body.threadTs !== undefined)
      return this.#sayAt(message, message.body.threadTs, { text, blocks });
    const thread =
      message.decisionId === undefined ? {} : { thread_ts: this.#threadOf(context), reply_broadcast: isForAll };
    const said = { channel: channelId, text, blocks, unfurl_links: false, unfurl_media: false, ...thread };
    // Its channel may be gone long before the day comes: Home lists what nobody can be asked about there.
    const gone = ['revisit', 'revisit waits'].includes(message.body.kind) ? channelGone : [];
    return (await unless(gone, undefined, () => this.#post(said, message.messageId))) ?? '';
  }

  async reword({ channelId, ts, body }: WrittenMessage, { language, ...context }: MessageContext): Promise<void> {
    if (ts === undefined) return;
    const { text, blocks } = wordAnnouncement(languages[language], body, { ...context, channelId });
    const gone = [...cardGone, ...channelGone];
    await unless(gone, undefined, () => this.#client.chat.update({ channel: channelId, ts, text, blocks }));
  }

  /** Says something to one person where they are; returns nothing when they are no longer there. */
  async #whisper(channel: string, user: string, words: { text: string; blocks: KnownBlock[] }): Promise<string> {
    const absent = ['user_not_in_channel', 'user_not_found', 'channel_not_found', 'is_archived', 'restricted_action'];
    const answer = await unless(absent, undefined, () => this.#client.chat.postEphemeral({ channel, user, ...words }));
    return answer?.message_ts ?? '';
  }

  /** Says something in a thread that is not Gavel's own; returns nothing where that is no longer possible. */
  async #sayAt(
    { channelId: channel, messageId }: WrittenMessage,
    threadTs: string,
    words: { text: string; blocks: KnownBlock[] },
  ): Promise<string> {
    const gone = [...channelGone, ...threadGone];
    const message = { channel, thread_ts: threadTs, unfurl_links: false, unfurl_media: false, ...words };
    return (await unless(gone, undefined, () => this.#post(message, messageId))) ?? '';
  }

  #threadOf({ decision }: Pick<MessageContext, 'decision'>): string {
    // The job is tried again: the card is on its way.
    if (decision?.card === undefined) throw new Error('The card of this decision is not in its channel yet.');
    return decision.card.ts;
  }

  /** Slack recognizes a message that is posted again by its `client_msg_id`. */
  async #post(message: object, messageId: string): Promise<string> {
    const answer = await this.#client.apiCall('chat.postMessage', { ...message, client_msg_id: messageId });
    const { ts } = answer as { ts?: string };
    if (!ts) throw new Error('Slack accepted a message without returning its timestamp.');
    return ts;
  }
}
