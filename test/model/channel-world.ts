import type { PersonKind } from '../../src/decision/person.ts';
import type { Channel, Chat } from '../../src/workflow/ports/chat/chat.ts';
import { anyChannel } from '../support/ports.ts';

export const channelIds = ['C1', 'C2', 'C3'] as const;
export const userIds = ['UANA', 'UBO', 'UCHI', 'UGUEST', 'UOTHER'] as const;
export type UserId = (typeof userIds)[number];
export type ChannelId = (typeof channelIds)[number];

interface Place {
  isPrivate: boolean;
  hasGavel: boolean;
  /** It was deleted: Slack shows it to nobody. */
  isGone: boolean;
  readonly members: Set<string>;
}

/** Channels and people as they are in truth, and Slack's Web API over them, as a bot sees it. */
export class ChannelWorld {
  readonly places = new Map<string, Place>(
    channelIds.map((id, index) => {
      const members = new Set(userIds.filter((_, at) => (at + index) % 2 === 0));
      return [id, { isPrivate: index === 2, hasGavel: true, isGone: false, members }];
    }),
  );
  readonly kinds = new Map<string, PersonKind>([
    ['UANA', 'member'],
    ['UBO', 'member'],
    ['UCHI', 'member'],
    ['UGUEST', 'guest'],
    ['UOTHER', 'outsider'],
  ]);

  place(id: string): Place {
    const place = this.places.get(id);
    if (place === undefined) throw new Error(`There is no channel ${id}.`);
    return place;
  }

  /** The truth: whether Slack's own client would show somebody what is in a channel. */
  shows(userId: string, channelId: string): boolean {
    const { isPrivate, isGone, members } = this.place(channelId);
    const kind = this.kinds.get(userId);
    if (isGone || kind === 'deactivated') return false;
    return members.has(userId) || (!isPrivate && kind === 'member');
  }

  /** Everybody whom Slack's client shows what is said in a channel. */
  readersOf(channelId: string): string[] {
    return userIds.filter((id) => this.place(channelId).members.has(id) && this.kinds.get(id) !== 'deactivated');
  }

  isShared(channelId: string): boolean {
    return [...this.place(channelId).members].some((id) => this.kinds.get(id) === 'outsider');
  }

  #toChannel(id: string): Channel {
    const { isPrivate, hasGavel } = this.place(id);
    return { ...anyChannel(id), isPrivate, hasGavel, isShared: this.isShared(id) };
  }

  /** Those that a bot is told of: public ones, and private ones that it is in. */
  #seen(): string[] {
    return channelIds.filter((id) => !this.place(id).isGone && (!this.place(id).isPrivate || this.place(id).hasGavel));
  }

  chat(base: Chat): Chat {
    const isSeen = (id: string) => this.#seen().includes(id);
    return {
      ...base,
      findPeople: async (ids) =>
        ids.flatMap((id) => {
          const kind = this.kinds.get(id);
          return kind ? [{ id, name: id, timeZone: 'UTC', kind, isAdmin: false }] : [];
        }),
      findChannel: async (id) => (isSeen(id) ? this.#toChannel(id) : undefined),
      listOwnChannels: async () => this.#seen().flatMap((id) => (this.place(id).hasGavel ? [this.#toChannel(id)] : [])),
      listPublicChannels: async () => this.#seen().filter((id) => !this.place(id).isPrivate),
      listChannelsOf: async (userId) =>
        this.kinds.get(userId) === 'outsider' ? [] : this.#seen().filter((id) => this.place(id).members.has(userId)),
      listMembers: async (id) => {
        if (!isSeen(id)) throw new Error('channel_not_found');
        return [...this.place(id).members];
      },
    };
  }
}
