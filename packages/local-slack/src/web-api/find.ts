import { SlackError } from '../slack-error.ts';
import type { Channel, Message, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The names of the kinds of conversations in Slack's scopes. */
export const scopeNames = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;

/** A conversation that the app may see. Throws `channel_not_found`, also for a private channel without the app. */
export function findChannel(workspace: Workspace, id: string): Channel {
  const channel = workspace.channel(id);
  if (channel === undefined) throw new SlackError('channel_not_found');
  if (channel.kind !== 'public' && !workspace.hasBot(channel)) throw new SlackError('channel_not_found');
  return channel;
}

/** A conversation that the app is in. Throws `channel_not_found`, `not_in_channel`. */
export function findJoinedChannel(workspace: Workspace, id: string): Channel {
  const channel = findChannel(workspace, id);
  if (!workspace.hasBot(channel)) throw new SlackError('not_in_channel');
  return channel;
}

/** A message in a conversation that the app is in. Throws the channel's errors and `message_not_found`. */
export function findMessage(workspace: Workspace, channel: string, ts: string): { channel: Channel; message: Message } {
  const found = findJoinedChannel(workspace, channel);
  const message = workspace.message(found.id, ts);
  if (message === undefined) throw new SlackError('message_not_found');
  return { channel: found, message };
}

/** A user of the workspace. Throws `user_not_found`. */
export function findUser(workspace: Workspace, id: string): User {
  const user = workspace.user(id);
  if (user === undefined) throw new SlackError('user_not_found');
  return user;
}

/** Throws `missing_scope` unless the app may read this kind of conversation, or its history. */
export function checkKindScope(workspace: Workspace, channel: Channel, right: 'read' | 'history'): void {
  checkScope(workspace, `${scopeNames[channel.kind]}:${right}`);
}

/** Throws `missing_scope` unless the app was granted one of these scopes. */
export function checkScope(workspace: Workspace, ...scopes: readonly string[]): void {
  if (workspace.may(...scopes)) return;
  const provided = [...workspace.app.botScopes].join(',');
  throw new SlackError('missing_scope', { needed: scopes.join(','), provided });
}
