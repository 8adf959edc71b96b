import type { Channel, Ephemeral, Message, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { mayRoam, maySee, openDirectMessage } from '../world/membership.ts';
import type { SeenMessage } from './seen.ts';

/** A reference to a message: anything with its channel and timestamp. */
export type MessageRef = Pick<SeenMessage, 'channel' | 'ts'>;

/** Finds a conversation that somebody may see by `#name`, `name`, id or `@Name`. Throws if there is none. */
export function findConversation(workspace: Workspace, user: User, name: string): Channel {
  const { channels, users } = workspace.state;
  const other = name.startsWith('@') ? users.find((each) => each.displayName === name.slice(1)) : undefined;
  const channel =
    other === undefined
      ? channels.find((each) => each.id === name || (each.name !== '' && each.name === name.replace(/^#/, '')))
      : openDirectMessage(workspace, user.id, other.id).channel;
  if (channel === undefined || !maySee(channel, user)) {
    throw new Error(`${user.displayName} sees no conversation "${name}".`);
  }
  return channel;
}

/** Finds a conversation that somebody is in and that is not archived. Throws if there is none. */
export function findJoinedConversation(workspace: Workspace, user: User, name: string): Channel {
  const channel = findConversation(workspace, user, name);
  if (!channel.members.includes(user.id)) throw new Error(`${user.displayName} is not in ${name}.`);
  if (channel.isArchived) throw new Error(`${name} is archived.`);
  return channel;
}

/** Finds a conversation that somebody can write to. Throws if they can't. */
export function findWritableConversation(workspace: Workspace, user: User, name: string): Channel {
  const channel = findJoinedConversation(workspace, user, name);
  const { hasMessages, isReadOnly } = workspace.app.home;
  if (channel.kind === 'im' && workspace.hasBot(channel) && (isReadOnly || !hasMessages)) {
    throw new Error('Sending messages to this app has been turned off. Its manifest can turn it on (app_home).');
  }
  return channel;
}

/** Finds a channel that somebody can join without an invitation. Throws if they can't. */
export function findJoinableChannel(workspace: Workspace, user: User, name: string): Channel {
  const channel = findConversation(workspace, user, name);
  if (channel.kind === 'public' && mayRoam(user) && !channel.isArchived) return channel;
  throw new Error(`${user.displayName} can’t join ${name} without an invitation.`);
}

/** Finds a message that somebody sees, including ephemeral ones. Throws if it is gone. */
export function findSeenMessage(workspace: Workspace, user: User, { channel, ts }: MessageRef): Message | Ephemeral {
  const found =
    workspace.message(findConversation(workspace, user, channel).id, ts) ??
    workspace.state.ephemerals.find((each) => each.channel === channel && each.ts === ts && each.to === user.id);
  if (found === undefined) {
    throw new Error(`${user.displayName} sees no message ${ts} in ${channel}. Was it deleted?`);
  }
  return found;
}

/** Finds a message that others see too, in a conversation that somebody is in. Throws if there is none. */
export function findSharedMessage(workspace: Workspace, user: User, ref: MessageRef): Message {
  const seen = findSeenMessage(workspace, user, ref);
  if ('to' in seen) throw new Error('A message that only one person sees has no reactions, replies or shortcuts.');
  findJoinedConversation(workspace, user, ref.channel);
  return seen;
}
