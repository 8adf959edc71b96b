import type { Channel, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Adds somebody to a channel, unless they are already a member. */
export function joinChannel(workspace: Workspace, channel: Channel, user: string, inviter?: string): void {
  if (channel.members.includes(user)) return;
  channel.members.push(user);
  workspace.happened(
    {
      type: 'member_joined_channel',
      user,
      channel: channel.id,
      channel_type: channel.kind === 'private' ? 'G' : 'C',
      team: workspace.user(user)?.foreignTeam ?? workspace.state.team.id,
      ...(inviter === undefined ? {} : { inviter }),
    },
    channel,
  );
}

/** Removes somebody from a channel, if they are a member. */
export function leaveChannel(workspace: Workspace, channel: Channel, user: string): void {
  if (!channel.members.includes(user)) return;
  channel.members = channel.members.filter((each) => each !== user);
  const team = workspace.user(user)?.foreignTeam ?? workspace.state.team.id;
  const type = channel.kind === 'private' ? 'G' : 'C';
  workspace.happened({ type: 'member_left_channel', user, channel: channel.id, channel_type: type, team }, channel);
  if (user === workspace.botUserId) {
    workspace.happened({ type: channel.kind === 'private' ? 'group_left' : 'channel_left', channel: channel.id });
  }
}

/** Finds the direct message conversation of two people, or opens it. */
export function openDirectMessage(
  workspace: Workspace,
  one: string,
  other: string,
): { channel: Channel; isNew: boolean } {
  const found = workspace.state.channels.find(
    (channel) => channel.kind === 'im' && channel.members.includes(one) && channel.members.includes(other),
  );
  if (found !== undefined) return { channel: found, isNew: false };
  const channel: Channel = {
    id: workspace.newId('D'),
    name: '',
    kind: 'im',
    topic: '',
    purpose: '',
    creator: one,
    created: Math.floor(workspace.clock.now().getTime() / 1000),
    isArchived: false,
    members: [one, other],
  };
  workspace.state.channels.push(channel);
  workspace.changes.announce();
  return { channel, isNew: true };
}

/** Whether a user may see a channel and its content: as a member, or if it is public and the user may look around. */
export function maySee(channel: Channel, user: User): boolean {
  return channel.members.includes(user.id) || (channel.kind === 'public' && mayRoam(user));
}

/** Whether a user may look into public channels and join them. Guests and people from other workspaces may not. */
export function mayRoam(user: User): boolean {
  return user.role !== 'guest' && user.foreignTeam === undefined;
}

/** Whether somebody has this app: people from other workspaces and deactivated accounts don't. */
export function mayUseApp(user: User): boolean {
  return !user.isBot && !user.isDeactivated && user.foreignTeam === undefined;
}

/** Whether somebody from another workspace is in the channel (Slack Connect). */
export function isShared(workspace: Workspace, channel: Channel): boolean {
  return channel.members.some((id) => workspace.user(id)?.foreignTeam !== undefined);
}
