import type { WebClient } from '@slack/web-api';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import type { Channel } from '../../workflow/ports/chat/chat.ts';
import { ChatError } from '../../workflow/ports/chat/chat-error.ts';
import { slackErrorOf } from '../app/web-calls.ts';
import { readMessage, type ShortcutMessage } from './read-message.ts';

/** Which kinds of channels Slack lets us read messages in (Slack: scopes channels:history and groups:history). */
export interface HistoryScopes {
  readonly public: boolean;
  readonly private: boolean;
}

/** The message that a thread begins with. */
export interface ThreadPlace {
  readonly channelId: string;
  readonly threadTs: string;
}

/** Some messages of a thread, oldest first, without Gavel's own and without deleted ones. */
export interface ThreadPage {
  readonly messages: readonly ShortcutMessage[];
  /** After which message the next page begins; undefined on the last one. */
  readonly next: string | undefined;
}

/** As many messages as Slack gives to any app at a time (Slack: rate limits, conversations.replies). */
const atOnce = 15;

/** How many calls a page takes. Some apps may make one a minute: their pages have what came. */
const callsForPage = 2;

/**
 * For how long a page is kept while somebody picks from it, in milliseconds, and how many are. Some apps may read one
 * page a minute, and each pick needs the words again.
 */
const keptFor = 15 * 60 * 1_000;
const mostKept = 200;

/** A page that was looked at lately is read again only after this time, in milliseconds. */
const freshFor = 60 * 1_000;

/** Reads the threads that people take something from, when they ask for it, and stores nothing. */
export class Threads {
  readonly #client: WebClient;
  readonly #scopes: HistoryScopes;
  readonly #botUserId: string;
  readonly #now: () => Date;
  readonly #pages = new Map<string, { readonly readAt: number; readonly page: ThreadPage }>();

  constructor(client: WebClient, scopes: HistoryScopes, botUserId: string, now: () => Date) {
    this.#client = client;
    this.#scopes = scopes;
    this.#botUserId = botUserId;
    this.#now = now;
  }

  /** Whether the messages of a channel can be read. */
  mayRead({ isPrivate, hasGavel }: Pick<Channel, 'isPrivate' | 'hasGavel'>): boolean {
    return hasGavel && (isPrivate ? this.#scopes.private : this.#scopes.public);
  }

  /**
   * A page of a thread, from its beginning or after a message. `isOpen`: somebody has this page open, so its words are
   * those that they saw. Throws RuleBroken where it can't be read, and ChatError, also when Slack wants us to wait.
   */
  async read(place: ThreadPlace, after: string | undefined, isOpen = false): Promise<ThreadPage> {
    const key = [place.channelId, place.threadTs, after].join(' ');
    const now = this.#now().getTime();
    const known = this.#pages.get(key);
    if (known !== undefined && now - known.readAt < (isOpen ? keptFor : freshFor)) return known.page;
    const page = await this.#ask(place, after);
    this.#pages.delete(key);
    this.#pages.set(key, { readAt: now, page });
    this.#forgetOld(now);
    return page;
  }

  async #ask(place: ThreadPlace, after: string | undefined): Promise<ThreadPage> {
    const first = await this.#call(place, after);
    let { messages, next } = first;
    for (let call = 1; call < callsForPage && next !== undefined; call += 1) {
      // Whatever keeps us from going on is told to those who turn the page.
      const more = await this.#call(place, next).catch(() => undefined);
      if (more === undefined) break;
      messages = [...messages, ...more.messages];
      next = more.next;
    }
    return { messages, next };
  }

  async #call({ channelId, threadTs }: ThreadPlace, after: string | undefined): Promise<ThreadPage> {
    const asked = {
      channel: channelId,
      ts: threadTs,
      limit: atOnce,
      ...(after === undefined ? {} : { oldest: after }),
    };
    const answer = await this.#client.conversations.replies(asked).catch((error) => {
      throw troubleOf(error);
    });
    const all = (answer.messages ?? []).filter(({ ts }) => ts !== undefined);
    const last = all.at(-1)?.ts;
    // Each answer begins with the message that the thread began with.
    const messages = all
      .filter(({ ts }) => after === undefined || ts !== threadTs)
      .map((message) => readMessage(message, message.ts ?? ''))
      .filter(({ isDeleted, userId }) => !isDeleted && userId !== this.#botUserId);
    return { messages, next: answer.has_more && last !== after ? last : undefined };
  }

  /** The oldest come first. */
  #forgetOld(now: number): void {
    for (const [key, { readAt }] of this.#pages) {
      if (this.#pages.size <= mostKept && now - readAt < keptFor) return;
      this.#pages.delete(key);
    }
  }
}

const closed: ReadonlySet<string> = new Set(['missing_scope', 'not_in_channel', 'channel_not_found', 'is_archived']);

function troubleOf(error: unknown): Error {
  const reason = slackErrorOf(error) ?? '';
  if (closed.has(reason)) return new RuleBroken({ code: 'thread closed' });
  return reason === 'thread_not_found' ? new RuleBroken({ code: 'thread gone' }) : new ChatError(error);
}
