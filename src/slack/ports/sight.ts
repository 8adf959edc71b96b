import type { UserGroup } from '../../decision/decision.ts';
import type { Channel, Chat } from '../../workflow/ports/chat/chat.ts';
import { ChatError } from '../../workflow/ports/chat/chat-error.ts';
import type { Age, Sight } from '../../workflow/ports/chat/sight.ts';

/** How long, in milliseconds, Slack's answer counts as the current state. */
const aMoment = 10_000;

/** Lists of many pages are kept longer, so that Slack's tiers allow for them (Slack: rate limits). */
const longer = 30_000;
const manyChannels = 2_000;

/** Answers to a question, by its subject. People who ask the same question at the same time share one answer. */
class RecentAnswers<Answer> {
  readonly #ask: (about: string) => Promise<Answer>;
  readonly #now: () => Date;
  readonly #freshFor: (answer: Answer) => number;
  readonly #known = new Map<string, { readonly askedAt: number; freshFor: number; readonly answer: Promise<Answer> }>();

  constructor(ask: (about: string) => Promise<Answer>, now: () => Date, freshFor = (_: Answer) => aMoment) {
    this.#ask = ask;
    this.#now = now;
    this.#freshFor = freshFor;
  }

  /** Throws ChatError; a failure is not kept. */
  find(about = '', age: Age = 'recent'): Promise<Answer> {
    const now = this.#now().getTime();
    const known = age === 'recent' ? this.#known.get(about) : undefined;
    if (known && now - known.askedAt < known.freshFor) return known.answer;
    this.#forgetOld(now);
    const answer = this.#ask(about).catch((cause) => {
      if (this.#known.get(about)?.answer === answer) this.#known.delete(about);
      throw new ChatError(cause);
    });
    const entry = { askedAt: now, freshFor: longer, answer };
    this.#known.delete(about);
    this.#known.set(about, entry);
    // While it is on its way, everybody waits for the one answer.
    answer.then(
      (given) => {
        entry.freshFor = this.#freshFor(given);
      },
      () => undefined,
    );
    return answer;
  }

  /** The oldest come first. */
  #forgetOld(now: number): void {
    for (const [about, { askedAt }] of this.#known) {
      if (now - askedAt < longer) return;
      this.#known.delete(about);
    }
  }
}

type Ids = ReadonlySet<string>;

/** Asks Slack, and keeps its answers for a few seconds, so that a lot of work in a busy channel takes one call. */
export class RecentSight implements Sight {
  readonly #channels: RecentAnswers<Channel | undefined>;
  readonly #own: RecentAnswers<ReadonlyMap<string, Channel>>;
  readonly #public: RecentAnswers<Ids>;
  readonly #members: RecentAnswers<Ids>;
  readonly #channelsOf: RecentAnswers<Ids>;
  readonly #groups: RecentAnswers<readonly UserGroup[] | undefined>;

  constructor(chat: Chat, now: () => Date) {
    const listOwn = async () => new Map((await chat.listOwnChannels()).map((channel) => [channel.id, channel]));
    const keepOwn = ({ size }: ReadonlyMap<string, Channel>) => (size > manyChannels ? longer : aMoment);
    this.#own = new RecentAnswers<ReadonlyMap<string, Channel>>(listOwn, now, keepOwn);
    this.#public = new RecentAnswers<Ids>(
      async () => new Set(await chat.listPublicChannels()),
      now,
      () => longer,
    );
    this.#channels = new RecentAnswers((id) => chat.findChannel(id), now);
    this.#members = new RecentAnswers<Ids>(async (id) => new Set(await chat.listMembers(id)), now);
    this.#channelsOf = new RecentAnswers<Ids>(async (id) => new Set(await chat.listChannelsOf(id)), now);
    // Every form needs them, and Slack lists them twenty times a minute (Slack: usergroups.list, tier 2).
    this.#groups = new RecentAnswers<readonly UserGroup[] | undefined>(
      () => chat.listGroups(),
      now,
      () => longer,
    );
  }

  async findChannel(channelId: string): Promise<Channel | undefined> {
    return (await this.#own.find()).get(channelId) ?? this.#channels.find(channelId);
  }

  listOwnChannels(): Promise<ReadonlyMap<string, Channel>> {
    return this.#own.find();
  }

  listPublicChannels(): Promise<ReadonlySet<string>> {
    return this.#public.find();
  }

  listMembers(channelId: string, age?: Age): Promise<ReadonlySet<string>> {
    return this.#members.find(channelId, age);
  }

  listChannelsOf(userId: string, age?: Age): Promise<ReadonlySet<string>> {
    return this.#channelsOf.find(userId, age);
  }

  listGroups(): Promise<readonly UserGroup[] | undefined> {
    return this.#groups.find();
  }
}
