import type { Faults } from '../control/faults.ts';
import type { JsonObject } from '../json.ts';
import type { WireLog } from '../server/wire-log.ts';
import { newId } from './build-state.ts';
import type { Changes } from './changes.ts';
import type { Clock } from './clock.ts';
import type { AppManifest } from './manifest.ts';
import type { Channel, Message, User, WorkspaceState } from './state.ts';

/** Something that happened, as the Events API tells it; `channel` and `about` decide whether the app hears of it. */
export interface Happening {
  /** The event with its `type`, without `event_ts`. */
  readonly event: JsonObject;
  /** The channel that it happened in; the app must be a member. */
  readonly channel?: Channel;
}

/** The workspace with everything around it that its parts share. */
export class Workspace {
  readonly state: WorkspaceState;
  readonly app: AppManifest;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly wire: WireLog;
  readonly faults: Faults;
  /** Where the server listens, without a slash at the end; known once it does. */
  url = '';
  readonly #users = new Map<string, User>();
  #known = 0;
  #listeners: ((happening: Happening) => void)[] = [];

  constructor(parts: {
    state: WorkspaceState;
    app: AppManifest;
    clock: Clock;
    changes: Changes;
    wire: WireLog;
    faults: Faults;
  }) {
    this.state = parts.state;
    this.app = parts.app;
    this.clock = parts.clock;
    this.changes = parts.changes;
    this.wire = parts.wire;
    this.faults = parts.faults;
  }

  /** Calls the listener for everything that happens from now on. */
  onHappening(listener: (happening: Happening) => void): void {
    this.#listeners.push(listener);
  }

  /** Says that something happened, and that the workspace has changed. */
  happened(event: JsonObject, channel?: Channel): void {
    for (const listener of this.#listeners) listener(channel === undefined ? { event } : { event, channel });
    this.changes.announce();
  }

  /** A new id with the prefix that Slack gives this kind of thing. */
  newId(prefix: string): string {
    return newId(this.state, prefix);
  }

  /** A new message timestamp (Slack: `ts`, seconds with six decimals), later than every one before. */
  newTimestamp(): string {
    const now = this.clock.now().getTime() * 1000;
    this.state.lastTimestamp = Math.max(now, this.state.lastTimestamp + 1);
    const micros = this.state.lastTimestamp;
    return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
  }

  /** The user of this id. */
  user(id: string): User | undefined {
    // People come, and none is ever taken out.
    const { users } = this.state;
    for (const user of users.slice(this.#known)) this.#users.set(user.id, user);
    this.#known = users.length;
    return this.#users.get(id);
  }

  /** The channel of this id. */
  channel(id: string): Channel | undefined {
    return this.state.channels.find((channel) => channel.id === id);
  }

  /** The message at this timestamp of a channel. */
  message(channel: string, ts: string): Message | undefined {
    return this.state.messages.find((message) => message.channel === channel && message.ts === ts);
  }

  /** The app's own user id. */
  get botUserId(): string {
    return this.state.app.botUserId;
  }

  /** Whether the app's bot is in the channel. */
  hasBot(channel: Channel): boolean {
    return channel.members.includes(this.botUserId);
  }
}
