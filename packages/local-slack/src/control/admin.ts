import { checkLocale, makeUser } from '../workspace/build-state.ts';
import { withScope } from '../workspace/manifest.ts';
import type { PersonSeed } from '../workspace/seed.ts';
import type { Channel, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { joinChannel, leaveChannel } from '../world/membership.ts';
import { deleteMessage, postMessage } from '../world/messages.ts';
import { userShape } from '../world/user-shape.ts';

/** The workspace of people who join through Slack Connect. */
const foreignTeam = 'T0000000002';

/** The bot of another app. */
const otherBot = 'B0000000002';

/** Everything that a workspace admin can do. Channels and people are given by name. */
export class Admin {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Creates a channel with these members. */
  createChannel(
    name: string,
    options: { readonly isPrivate?: boolean; readonly topic?: string; readonly members?: readonly string[] } = {},
  ): void {
    const bare = name.replace(/^#/, '');
    if (!/^[a-z0-9_-]{1,80}$/.test(bare)) {
      throw new Error(`"${name}" is not a channel name. Use up to 80 lowercase letters, digits, "-" and "_".`);
    }
    if (this.#workspace.state.channels.some((each) => each.name === bare)) throw new Error(`#${bare} already exists.`);
    const members = (options.members ?? []).map((member) => this.#user(member).id);
    const channel: Channel = {
      id: this.#workspace.newId('C'),
      name: bare,
      kind: options.isPrivate === true ? 'private' : 'public',
      topic: options.topic ?? '',
      purpose: '',
      creator: members[0] ?? '',
      created: Math.floor(this.#workspace.clock.now().getTime() / 1000),
      isArchived: false,
      members,
    };
    this.#workspace.state.channels.push(channel);
    const { id, created, creator } = channel;
    if (channel.kind === 'public') {
      this.#workspace.happened({ type: 'channel_created', channel: { id, name: bare, created, creator } });
    } else this.#workspace.changes.announce();
  }

  /** Whether there is a channel of this name. */
  hasChannel(name: string): boolean {
    return this.#workspace.state.channels.some((each) => each.name === name.replace(/^#/, ''));
  }

  /** Renames a channel. */
  renameChannel(name: string, newName: string): void {
    const channel = this.#channel(name);
    channel.name = newName.replace(/^#/, '');
    const { id, created } = channel;
    this.#workspace.happened(
      { type: prefixed(channel, 'rename'), channel: { id, name: channel.name, created } },
      channel,
    );
  }

  /** Archives a channel, which removes the bot from it, or unarchives it. */
  archiveChannel(name: string, isArchived = true): void {
    const channel = this.#channel(name);
    channel.isArchived = isArchived;
    const type = prefixed(channel, isArchived ? 'archive' : 'unarchive');
    this.#workspace.happened({ type, channel: channel.id }, channel);
    if (isArchived) channel.members = channel.members.filter((member) => member !== this.#workspace.botUserId);
  }

  /** Makes a channel private or public. It keeps its id and its members. */
  convertChannel(name: string, kind: 'public' | 'private'): void {
    const channel = this.#channel(name);
    if (channel.name === 'general') throw new Error('#general can’t be made private.');
    channel.kind = kind;
    this.#workspace.changes.announce();
  }

  /** Deletes a channel and all its messages. */
  deleteChannel(name: string): void {
    const channel = this.#channel(name);
    const { state } = this.#workspace;
    state.channels = state.channels.filter((each) => each !== channel);
    state.messages = state.messages.filter((message) => message.channel !== channel.id);
    state.ephemerals = state.ephemerals.filter((message) => message.channel !== channel.id);
    this.#workspace.happened({ type: prefixed(channel, 'deleted'), channel: channel.id }, channel);
  }

  /** Adds the app's bot to a channel. */
  inviteBot(channel: string): void {
    joinChannel(this.#workspace, this.#channel(channel), this.#workspace.botUserId);
  }

  /** Adds somebody to a channel. */
  addToChannel(channel: string, person: string): void {
    joinChannel(this.#workspace, this.#channel(channel), this.#user(person).id);
  }

  /** Removes somebody, or the bot, from a channel. */
  removeFromChannel(channel: string, person: string): void {
    leaveChannel(this.#workspace, this.#channel(channel), this.#user(person).id);
  }

  /**
   * Adds somebody from another workspace to a channel, as through Slack Connect. They see nothing else and don't have
   * the app's commands and shortcuts, but they can press buttons, fill in forms and react.
   */
  addStranger(name: string, channel: string): void {
    const { state } = this.#workspace;
    if (state.users.some((each) => each.displayName === name)) throw new Error(`${name} is already in the workspace.`);
    const now = this.#workspace.clock.now();
    const stranger = makeUser(this.#workspace.newId('U'), elsewhere(name), now, foreignTeam);
    state.users.push(stranger);
    joinChannel(this.#workspace, this.#channel(channel), stranger.id);
  }

  /** Makes somebody an admin, a member or a guest. */
  changeRole(person: string, role: User['role']): void {
    const user = this.#user(person);
    user.role = role;
    user.updated = Math.floor(this.#workspace.clock.now().getTime() / 1000);
    this.#workspace.happened({ type: 'user_change', user: userShape(this.#workspace, user) });
  }

  /** Changes somebody's display name. */
  changeName(person: string, name: string): void {
    const user = this.#user(person);
    user.displayName = name;
    user.updated = Math.floor(this.#workspace.clock.now().getTime() / 1000);
    this.#workspace.happened({ type: 'user_change', user: userShape(this.#workspace, user) });
  }

  /**
   * Changes somebody's time zone to any name, even an invalid one. '' means no time zone, which Slack reports as null.
   */
  changeTimeZone(person: string, timeZone: string): void {
    const user = this.#user(person);
    user.timeZone = timeZone;
    user.updated = Math.floor(this.#workspace.clock.now().getTime() / 1000);
    this.#workspace.happened({ type: 'user_change', user: userShape(this.#workspace, user) });
  }

  /** Sets what somebody says about themselves, such as `:palm_tree:` “Vacationing”, until a time if there is one. */
  changeStatus(person: string, emoji: string, text: string, until?: Date): void {
    const user = this.#user(person);
    user.status = { emoji, text, expiresAt: until === undefined ? 0 : Math.floor(until.getTime() / 1_000) };
    user.updated = Math.floor(this.#workspace.clock.now().getTime() / 1000);
    this.#workspace.happened({ type: 'user_change', user: userShape(this.#workspace, user) });
  }

  /** Gives somebody Slack in another language, by a locale such as “de-DE”. */
  changeLocale(person: string, locale: string): void {
    const user = this.#user(person);
    user.locale = checkLocale(locale);
    user.updated = Math.floor(this.#workspace.clock.now().getTime() / 1000);
    this.#workspace.happened({ type: 'user_change', user: userShape(this.#workspace, user) });
  }

  /** Deactivates an account. It leaves every channel and can't do anything anymore. */
  deactivate(person: string): void {
    const user = this.#user(person);
    user.isDeactivated = true;
    user.updated = Math.floor(this.#workspace.clock.now().getTime() / 1000);
    for (const channel of this.#workspace.state.channels) {
      if (channel.kind !== 'im') channel.members = channel.members.filter((member) => member !== user.id);
    }
    this.#workspace.state.modals = this.#workspace.state.modals.filter((modal) => modal.userId !== user.id);
    this.#workspace.happened({ type: 'user_change', user: userShape(this.#workspace, user) });
  }

  /**
   * Posts a message by the webhook of another app, which has a name but no user; with `threadTs`, in the thread that
   * began with that message.
   */
  postAsOtherApp(channel: string, username: string, text: string, threadTs?: string): void {
    postMessage(this.#workspace, this.#channel(channel), { user: otherBot, username, text, threadTs });
  }

  /** Deletes anybody's message. */
  deleteMessage(channel: string, ts: string): void {
    const message = this.#workspace.message(this.#channel(channel).id, ts);
    if (message === undefined) throw new Error(`There is no message ${ts} in ${channel}.`);
    deleteMessage(this.#workspace, message);
  }

  /** Takes one of the app's optional scopes from it, as if it had been declined when the app was installed. */
  declineScope(scope: string): void {
    this.#workspace.app = withScope(this.#workspace.app, scope, false);
    this.#workspace.changes.announce();
  }

  /** Gives the app one of its optional scopes that was declined. */
  grantScope(scope: string): void {
    this.#workspace.app = withScope(this.#workspace.app, scope, true);
    this.#workspace.changes.announce();
  }

  /** Removes the app from the workspace and revokes its tokens. Apps must not rely on the order of the two events. */
  uninstallApp(): void {
    this.#workspace.faults.set({ tokenRevoked: true });
    this.#workspace.happened({ type: 'tokens_revoked', tokens: { oauth: [], bot: [this.#workspace.botUserId] } });
    this.#workspace.happened({ type: 'app_uninstalled' });
  }

  #channel(name: string): Channel {
    const bare = name.replace(/^#/, '');
    const channel = this.#workspace.state.channels.find((each) => each.id === name || each.name === bare);
    if (channel === undefined) throw new Error(`There is no channel "${name}".`);
    return channel;
  }

  #user(name: string): User {
    const user = this.#workspace.state.users.find((each) => each.id === name || each.displayName === name);
    if (user === undefined) throw new Error(`There is nobody named "${name}".`);
    return user;
  }
}

function prefixed(channel: Channel, what: string): string {
  return `${channel.kind === 'private' ? 'group' : 'channel'}_${what}`;
}

function elsewhere(name: string): PersonSeed {
  return { name, title: 'From another workspace', timeZone: 'UTC', role: 'member' };
}
