import type { Channel, Ephemeral, Message, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { mayRoam, maySee, openDirectMessage } from '../world/membership.ts';
import type { SeenMessage } from './seen.ts';

/** Which message is meant; anything that has its channel and timestamp will do. */
export type MessageRef = Pick<SeenMessage, 'channel' | 'ts'>;

/** A conversation by `#name`, `name`, id or `@Name`, that somebody may see. Throws when they see none such. */
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

/** A conversation that somebody is in and can write to. Throws when it is none such. */
export function findJoinedConversation(workspace: Workspace, user: User, name: string): Channel {
  const channel = findConversation(workspace, user, name);
  if (!channel.members.includes(user.id)) throw new Error(`${user.displayName} is not in ${name}.`);
  if (channel.isArchived) throw new Error(`${name} is archived.`);
  return channel;
}

/** A channel that somebody can join by themselves. Throws when it is none such. */
export function findJoinableChannel(workspace: Workspace, user: User, name: string): Channel {
  const channel = findConversation(workspace, user, name);
  if (channel.kind === 'public' && mayRoam(user) && !channel.isArchived) return channel;
  throw new Error(`${user.displayName} cannot join ${name} by themselves.`);
}

/** A message that somebody sees, also one that only they see. Throws when it is gone. */
export function findSeenMessage(workspace: Workspace, user: User, { channel, ts }: MessageRef): Message | Ephemeral {
  const found =
    workspace.message(findConversation(workspace, user, channel).id, ts) ??
    workspace.state.ephemerals.find((each) => each.channel === channel && each.ts === ts && each.to === user.id);
  if (found === undefined) {
    throw new Error(`${user.displayName} sees no message ${ts} in ${channel}; was it deleted?`);
  }
  return found;
}

/** A message that others see too, in a conversation that somebody is in. Throws when it is none such. */
export function findSharedMessage(workspace: Workspace, user: User, ref: MessageRef): Message {
  const seen = findSeenMessage(workspace, user, ref);
  if ('to' in seen) throw new Error('Nobody can react to, or reply to, a message that only they see.');
  findJoinedConversation(workspace, user, ref.channel);
  return seen;
}
