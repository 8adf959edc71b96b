import type { User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type SeenChannel, seenChannels } from './seen.ts';

/** Finds a person by display name, ignoring case. Throws if there is none; the message lists all names. */
export function findPerson(workspace: Workspace, name: string): User {
  const people = workspace.state.users.filter((user) => !user.isBot);
  const found = people.find((user) => user.displayName.toLowerCase() === name.toLowerCase());
  if (found === undefined) {
    throw new Error(
      `There is nobody named "${name}". The people are ${people.map((user) => user.displayName).join(', ')}.`,
    );
  }
  return found;
}

/** Finds a channel by name, with or without `#`, as its members see it. Throws if there is none. */
export function findChannel(workspace: Workspace, name: string): SeenChannel {
  const bare = name.replace(/^#/, '');
  const channel = workspace.state.channels.find((each) => each.name === bare && each.kind !== 'im');
  const member = workspace.user(channel?.members.find((id) => id !== workspace.botUserId) ?? workspace.botUserId);
  const seen = member === undefined ? [] : seenChannels(workspace, member);
  const found = seen.find((each) => each.id === channel?.id);
  if (found === undefined) throw new Error(`There is no channel "${name}".`);
  return found;
}
