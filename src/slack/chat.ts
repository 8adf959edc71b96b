import type { KnownBlock } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { plainEmoji } from '../decision/ballot.ts';
import type { CardPlace, UserGroup } from '../decision/decision.ts';
import type { People, Person, PersonKind } from '../decision/person.ts';
import { knownZone } from '../decision/time-zone.ts';
import type { CardView, Channel, Chat, WrittenMessage } from '../workflow/ports/chat.ts';
import { type Setting, wordAnnouncement } from './announcement.ts';
import { drawCard, fingerprintCard } from './card-drawing.ts';

type SlackUser = NonNullable<Awaited<ReturnType<WebClient['users']['info']>>['user']>;

/** Above this many unknown people, paging through `users.list` takes fewer calls than asking for each. */
const worthListing = 30;
const pageSize = 200;

/** The error that Slack named, if that is what went wrong. */
export function slackErrorOf(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

/** What `call` gives, or `otherwise` when Slack answers with one of these errors. */
async function unless<T, U>(errors: readonly string[], otherwise: U, call: () => Promise<T>): Promise<T | U> {
  try {
    return await call();
  } catch (error) {
    if (errors.includes(slackErrorOf(error) ?? '')) return otherwise;
    throw error;
  }
}

/** The workflow's Chat on Slack's Web API, for the workspace that the token belongs to. */
export class SlackChat implements Chat {
  readonly botUserId: string;
  readonly teamId: string;
  readonly #client: WebClient;

  constructor(client: WebClient, identity: { botUserId: string; teamId: string }) {
    this.#client = client;
    this.botUserId = identity.botUserId;
    this.teamId = identity.teamId;
  }

  async findChannel(channelId: string): Promise<Channel | undefined> {
    // Direct messages are not in the scopes that we ask for.
    const unseen = ['channel_not_found', 'method_not_supported_for_channel_type', 'missing_scope'];
    const answer = await unless(unseen, undefined, () => this.#client.conversations.info({ channel: channelId }));
    const channel = answer?.channel;
    if (!channel?.id || !channel.name || channel.is_im || channel.is_mpim) return undefined;
    const { id, name, creator, is_private: isPrivate = false, is_member: hasGavel = false } = channel;
    return { id, name, isPrivate, hasGavel, creatorId: creator || undefined };
  }

  async listMembers(channelId: string): Promise<string[]> {
    const members: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#client.conversations.members({
        channel: channelId,
        limit: pageSize,
        ...(cursor ? { cursor } : {}),
      });
      members.push(...(page.members ?? []));
      cursor = page.response_metadata?.next_cursor || undefined;
    } while (cursor);
    return members;
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

  async findPeople(ids: readonly string[]): Promise<Person[]> {
    if (ids.length > worthListing) return this.#listPeople(new Set(ids));
    const people: Person[] = [];
    for (const id of ids) {
      const answer = await unless(['user_not_found', 'user_not_visible'], undefined, () =>
        this.#client.users.info({ user: id }),
      );
      if (answer?.user) people.push(this.#toPerson(answer.user));
    }
    return people;
  }

  async #listPeople(wanted: ReadonlySet<string>): Promise<Person[]> {
    const people: Person[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#client.users.list({ limit: pageSize, ...(cursor ? { cursor } : {}) });
      people.push(...(page.members ?? []).filter(({ id }) => id && wanted.has(id)).map((user) => this.#toPerson(user)));
      cursor = page.response_metadata?.next_cursor || undefined;
    } while (cursor);
    return people;
  }

  #toPerson(
    user: Pick<
      SlackUser,
      | 'id'
      | 'name'
      | 'real_name'
      | 'profile'
      | 'tz'
      | 'deleted'
      | 'is_bot'
      | 'is_admin'
      | 'is_owner'
      | 'is_primary_owner'
      | 'is_restricted'
      | 'is_ultra_restricted'
      | 'team_id'
    >,
  ): Person {
    const name = user.profile?.display_name || user.real_name || user.profile?.real_name || user.name || 'someone';
    const kinds: readonly [PersonKind, boolean | undefined][] = [
      ['deactivated', user.deleted],
      ['bot', user.is_bot || user.id === 'USLACKBOT'],
      ['outsider', user.team_id !== undefined && user.team_id !== this.teamId],
      ['guest', user.is_restricted || user.is_ultra_restricted],
    ];
    const kind = kinds.find(([, applies]) => applies)?.[0] ?? 'member';
    const isAdmin = Boolean(user.is_admin || user.is_owner || user.is_primary_owner);
    return { id: user.id ?? '', name, timeZone: knownZone(user.tz ?? ''), kind, isAdmin };
  }

  async postCard(view: CardView, messageId: string): Promise<CardPlace> {
    const { channelId } = view.decision;
    const ts = await this.#post({ channel: channelId, ...drawCard(view) }, messageId);
    const { permalink = '' } = await this.#client.chat.getPermalink({ channel: channelId, message_ts: ts });
    return { ts, link: permalink };
  }

  fingerprintCard(view: CardView): string {
    return fingerprintCard(view);
  }

  async updateCard(view: CardView, place: CardPlace): Promise<boolean> {
    const gone = ['message_not_found', 'cant_update_message'];
    const message = { channel: view.decision.channelId, ts: place.ts, ...drawCard(view) };
    return (await unless(gone, undefined, () => this.#client.chat.update(message))) !== undefined;
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

  async say(message: WrittenMessage, context: Omit<Setting, 'channelId'>): Promise<string> {
    const { channelId } = message;
    const { text, blocks, isForAll } = wordAnnouncement(message.body, { ...context, channelId });
    if (message.body.kind === 'late vote') return this.#whisper(channelId, message.body.userId, { text, blocks });
    const thread =
      message.decisionId === undefined ? {} : { thread_ts: this.#threadOf(context), reply_broadcast: isForAll };
    return this.#post(
      { channel: channelId, text, blocks, unfurl_links: false, unfurl_media: false, ...thread },
      message.messageId,
    );
  }

  async reword({ channelId, ts, body }: WrittenMessage, people: People): Promise<void> {
    if (ts === undefined) return;
    const { text, blocks } = wordAnnouncement(body, { decision: undefined, people, channelId });
    const gone = ['message_not_found', 'cant_update_message'];
    await unless(gone, undefined, () => this.#client.chat.update({ channel: channelId, ts, text, blocks }));
  }

  /** Says something to one person where they are; answers with nothing when they are not there any more. */
  async #whisper(channel: string, user: string, words: { text: string; blocks: KnownBlock[] }): Promise<string> {
    const absent = ['user_not_in_channel', 'user_not_found', 'channel_not_found', 'is_archived', 'restricted_action'];
    const answer = await unless(absent, undefined, () => this.#client.chat.postEphemeral({ channel, user, ...words }));
    return answer?.message_ts ?? '';
  }

  #threadOf({ decision }: Omit<Setting, 'channelId'>): string {
    // The job is tried again: the card is on its way.
    if (decision?.card === undefined) throw new Error('The card of this decision is not in its channel yet.');
    return decision.card.ts;
  }

  /** Slack knows a message that is posted again under its `client_msg_id` for the one that it has. */
  async #post(message: object, messageId: string): Promise<string> {
    const answer = await this.#client.apiCall('chat.postMessage', { ...message, client_msg_id: messageId });
    const { ts } = answer as { ts?: string };
    if (!ts) throw new Error('Slack took a message without saying where it stands.');
    return ts;
  }
}
