import type { Person, PersonKind } from '../../src/decision/person.ts';
import { emojiAt } from '../../src/decision/proposal/option.ts';
import { abstentionEmoji } from '../../src/decision/vote/ballot.ts';
import { CardDrawings } from '../../src/slack/card/card-drawing.ts';
import { en } from '../../src/words/en/en.ts';
import type { Chat } from '../../src/workflow/ports/chat/chat.ts';
import type { Vote } from '../../src/workflow/ports/records/ballots.ts';
import { anyChannel } from '../support/ports.ts';

/** Everybody in this Slack, and what they are. U6 and U7 are not in the channel when voting opens. */
const kinds: Readonly<Record<string, PersonKind>> = {
  U1: 'member',
  U2: 'member',
  U3: 'member',
  U4: 'member',
  U5: 'member',
  U6: 'member',
  U7: 'outsider',
  U8: 'guest',
  U9: 'bot',
};

export const everybody = Object.keys(kinds);

/** What can be pressed under a card with three options: theirs, the abstention's, and one that means nothing. */
export const emojis = [emojiAt(0), emojiAt(1), emojiAt(2), abstentionEmoji, 'tada'] as const;

/** The workspace's own bot, whose reactions are the options' emoji. */
const botUserId = 'UGAVEL';
const cardTs = '1.000100';
const aMinute = 60_000;

/** A reaction event on its way, and when it is delivered: after so many further steps, once for each. */
interface OnItsWay {
  readonly vote: Vote;
  dueIn: number;
}

function refuse(): never {
  throw new Error('Slack is away.');
}

/**
 * Slack as it is in truth: who is in the channel and who has which emoji under the card; and the events that tell of
 * it, late, twice, out of order or never.
 */
export class RandomSlack {
  now: Date;
  isAway = false;
  /** The channel that it is about. */
  channel = anyChannel('C1');
  readonly teamId: string;
  readonly members = new Set(everybody.filter((id) => id !== 'U6' && id !== 'U7'));
  readonly deactivated = new Set<string>();
  /** Users by emoji, the one who pressed last at the end. */
  readonly reactions = new Map<string, Set<string>>(emojis.map((emoji) => [emoji, new Set([botUserId])]));
  /** When each standing reaction was made, and whether an event of that reached anybody. */
  readonly #made = new Map<string, { at: number; wasTold: boolean }>();
  /** When each person last added or removed an emoji, whether or not it is there now. */
  readonly #toggled = new Map<string, number>();
  /** What each person was last told by a button about their vote for something, and when they pressed it. */
  readonly #buttons = new Map<string, { at: number; isCast: boolean }>();
  #underWay: OnItsWay[] = [];
  #sequence = 0;

  constructor(teamId: string, now: Date) {
    this.teamId = teamId;
    this.now = now;
  }

  /** Whether somebody can open the channel, which is public, and act on its messages. */
  showsChannelTo(userId: string): boolean {
    const kind = this.deactivated.has(userId) ? 'deactivated' : kinds[userId];
    if (kind === 'guest' || kind === 'outsider') return this.members.has(userId);
    return kind === 'member';
  }

  /** The time now, in microseconds, different each time. */
  tick(): number {
    this.#sequence += 1;
    return this.now.getTime() * 1_000 + this.#sequence;
  }

  /** Somebody pressed a button at that time, and reads that they now have or no longer have that vote. */
  noteButton(userId: string, emoji: string, at: number, isCast: boolean): void {
    this.#buttons.set(`${userId} ${emoji}`, { at, isCast });
  }

  /** Whether somebody's latest word about something came from a button. */
  wasButton(userId: string, emoji: string): boolean {
    const key = `${userId} ${emoji}`;
    return (this.#buttons.get(key)?.at ?? 0) > (this.#toggled.get(key) ?? 0);
  }

  /** Puts a person's emoji there, or takes it off if it is there; the event is delivered after these many steps. */
  press(userId: string, emoji: string, skinTone: number, deliveries: readonly number[]): void {
    const users = this.reactions.get(emoji) ?? new Set();
    const isCast = !users.delete(userId);
    if (isCast) users.add(userId);
    const eventUs = this.tick();
    const key = `${userId} ${emoji}`;
    this.#toggled.set(key, eventUs);
    if (isCast) this.#made.set(key, { at: eventUs, wasTold: false });
    else this.#made.delete(key);
    const reaction = skinTone > 1 ? `${emoji}::skin-tone-${skinTone}` : emoji;
    const vote = { teamId: this.teamId, channelId: 'C1', cardTs, userId, emoji: reaction, isCast, eventUs };
    this.#underWay.push(...deliveries.map((dueIn) => ({ vote, dueIn })));
  }

  /** A step has passed: the events that are due now. */
  takeDue(): Vote[] {
    this.now = new Date(this.now.getTime() + aMinute);
    const due = this.#underWay.filter(({ dueIn }) => dueIn <= 0).map(({ vote }) => vote);
    this.#underWay = this.#underWay.filter(({ dueIn }) => dueIn > 0).map((one) => ({ ...one, dueIn: one.dueIn - 1 }));
    for (const { userId, emoji, isCast, eventUs } of due) {
      const made = this.#made.get(`${userId} ${emoji.replace(/::.*/, '')}`);
      if (isCast && made?.at === eventUs) made.wasTold = true;
    }
    return due;
  }

  /** The events that have not come yet, and never will in time. */
  takeRest(): Vote[] {
    const rest = this.#underWay.map(({ vote }) => vote);
    this.#underWay = [];
    return rest;
  }

  /**
   * What of `choices` somebody votes for, by a reaction or a button, whichever is later for each; the latest is at the
   * end. `areTold`: an event told of each reaction.
   */
  standingOf(userId: string, choices: readonly string[]): { emojis: string[]; areTold: boolean } {
    const standing = choices
      .flatMap((emoji) => {
        const button = this.#buttons.get(`${userId} ${emoji}`);
        const isButton = this.wasButton(userId, emoji);
        const made = isButton ? undefined : this.#made.get(`${userId} ${emoji}`);
        if (isButton && button?.isCast) return [{ emoji, at: button.at, wasTold: true }];
        return made ? [{ emoji, ...made }] : [];
      })
      .toSorted((a, b) => a.at - b.at);
    return { emojis: standing.map(({ emoji }) => emoji), areTold: standing.every(({ wasTold }) => wasTold) };
  }

  /** Slack's Web API, as the workflow asks it. */
  get chat(): Chat {
    const toPerson = (id: string): Person => {
      const kind = this.deactivated.has(id) ? 'deactivated' : (kinds[id] ?? 'member');
      return { id, name: id, timeZone: 'UTC', kind, isAdmin: false };
    };
    const chat: Chat = {
      withUrgency: () => chat,
      room: () => ({ calls: Number.POSITIVE_INFINITY, opensAt: this.now }),
      botUserId,
      teamId: this.teamId,
      findChannel: async () => (this.isAway ? refuse() : this.channel),
      listOwnChannels: async () => (this.isAway ? refuse() : [this.channel]),
      listPublicChannels: async () => [],
      listChannelsOf: async (id) => (this.isAway ? refuse() : this.members.has(id) ? [this.channel.id] : []),
      listGroups: async () => undefined,
      listGroupMembers: async () => refuse(),
      listMembers: async () => (this.isAway ? refuse() : [...this.members, botUserId]),
      findPeople: async (ids) => (this.isAway ? refuse() : ids.map(toPerson)),
      findAway: async () => (this.isAway ? refuse() : new Set()),
      postCard: async () => ({ ts: cardTs, link: '' }),
      findLocale: async () => undefined,
      findEmails: async () => new Map(),
      fingerprintCard: (view) => new CardDrawings().fingerprint(en, view),
      updateCard: async () => true,
      showHome: async () => '',
      seedEmoji: async () => undefined,
      readReactions: async () =>
        new Map([...this.reactions].map(([emoji, users]) => [emoji, [...users].filter((id) => id !== botUserId)])),
      say: async () => '1.2',
      reword: async () => undefined,
    };
    return chat;
  }
}
