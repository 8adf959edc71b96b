import type { JsonObject } from '@gavel/local-server/json.ts';
import type { Channel } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { isShared } from './membership.ts';

/** A conversation in Slack's JSON (Slack: conversation objects). */
export function channelShape(workspace: Workspace, channel: Channel): JsonObject {
  if (channel.kind === 'im') {
    return {
      id: channel.id,
      created: channel.created,
      is_im: true,
      is_org_shared: false,
      is_archived: channel.isArchived,
      user: channel.members.find((member) => member !== workspace.botUserId),
      is_user_deleted: false,
    };
  }
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    created: channel.created,
    creator: channel.creator,
    is_archived: channel.isArchived,
    is_general: channel.name === 'general',
    is_member: workspace.hasBot(channel),
    is_shared: isShared(workspace, channel),
    is_ext_shared: isShared(workspace, channel),
    is_org_shared: false,
    context_team_id: workspace.state.team.id,
    topic: { value: channel.topic, creator: channel.creator, last_set: channel.created },
    purpose: { value: channel.purpose, creator: channel.creator, last_set: channel.created },
  };
}
