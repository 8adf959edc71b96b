import type { Changes } from '@gavel/local-server/changes.ts';
import type { Clock } from '@gavel/local-server/clock.ts';
import type { JsonObject } from '@gavel/local-server/json.ts';
import type { Faults } from '../control/faults.ts';
import type { WireLog } from '../server/wire-log.ts';
import { newId } from './build-state.ts';
import type { AppManifest } from './manifest.ts';
import type { Channel, Message, User, WorkspaceState } from './state.ts';
import { UseLog } from './use-of-app.ts';

/** Something that happened, in the form of the Events API. */
export interface Happening {
  /** The event with its `type`, without `event_ts`. */
  readonly event: JsonObject;
  /** The channel where it happened. The app hears of it only as a member. */
  readonly channel?: Channel;
}

/** A workspace, with everything that its parts share. */
export class Workspace {
  readonly state: WorkspaceState;
  /** What the app was granted. Its optional scopes may change. */
  app: AppManifest;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly wire: WireLog;
  readonly faults: Faults;
  readonly use = new UseLog();
  /** The URL of the server without a trailing slash. Set when the server listens. */
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

  /** Whether the app was granted one of these scopes, for something that it does. An empty list means that it needs none. */
  may(...scopes: readonly string[]): boolean {
    return this.use.takes(this.app.botScopes, scopes);
  }

  /** Calls the listener for everything that happens from now on. */
  onHappening(listener: (happening: Happening) => void): void {
    this.#listeners.push(listener);
  }

  /** Notifies listeners that something happened and that the workspace has changed. */
  happened(event: JsonObject, channel?: Channel): void {
    for (const listener of this.#listeners) listener(channel === undefined ? { event } : { event, channel });
    this.changes.announce();
  }

  /** A new id with Slack's prefix for this kind of object. */
  newId(prefix: string): string {
    return newId(this.state, prefix);
  }

  /** A new message timestamp (Slack: `ts`, seconds with six decimals), later than all before it. */
  newTimestamp(): string {
    const now = this.clock.now().getTime() * 1000;
    this.state.lastTimestamp = Math.max(now, this.state.lastTimestamp + 1);
    const micros = this.state.lastTimestamp;
    return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
  }

  /** The user with this id. */
  user(id: string): User | undefined {
    // Users are added, but never removed.
    const { users } = this.state;
    for (const user of users.slice(this.#known)) this.#users.set(user.id, user);
    this.#known = users.length;
    return this.#users.get(id);
  }

  /** The channel with this id. */
  channel(id: string): Channel | undefined {
    return this.state.channels.find((channel) => channel.id === id);
  }

  /** The message with this timestamp in a channel, unless it was deleted. */
  message(channel: string, ts: string): Message | undefined {
    return this.state.messages.find(
      (message) => message.channel === channel && message.ts === ts && message.subtype !== 'tombstone',
    );
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
