import type { JsonObject } from '@gavel/local-server/json.ts';
import { SlackError } from '../../slack-error.ts';
import type { User } from '../../workspace/state.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { userShape } from '../../world/user-shape.ts';
import { isSet, requiredText } from '../arguments.ts';
import { findUser } from '../find.ts';
import type { Call, Methods } from '../method.ts';
import { page } from '../page.ts';

/** The methods about people and user groups. */
export const userMethods: Methods = {
  'users.info': { token: 'bot', scopes: ['users:read'], tier: 'tier 4', run: info },
  'users.list': { token: 'bot', scopes: ['users:read'], tier: 'tier 2', run: list },
  'users.lookupByEmail': { token: 'bot', scopes: ['users:read.email'], tier: 'tier 3', run: lookUpByEmail },
  'usergroups.list': { token: 'bot', scopes: ['usergroups:read'], tier: 'tier 2', run: listGroups },
  'usergroups.users.list': { token: 'bot', scopes: ['usergroups:read'], tier: 'tier 2', run: listGroupMembers },
};

function info({ workspace, args }: Call): JsonObject {
  return { user: toldUser(workspace, findUser(workspace, requiredText(args, 'user')), args) };
}

/** Somebody, with the language of their Slack where that is asked for (Slack: users.info, `include_locale`). */
function toldUser(workspace: Workspace, user: User, args: JsonObject): JsonObject {
  return {
    ...userShape(workspace, user),
    ...(isSet(args, 'include_locale') ? { locale: user.locale ?? 'en-US' } : {}),
  };
}

function list({ workspace, args }: Call): JsonObject {
  const { items, response_metadata } = page(workspace.state.users, args);
  return {
    members: items.map((user) => toldUser(workspace, user, args)),
    cache_ts: Math.floor(workspace.clock.now().getTime() / 1000),
    response_metadata,
  };
}

function lookUpByEmail({ workspace, args }: Call): JsonObject {
  const email = requiredText(args, 'email').toLowerCase();
  const user = workspace.state.users.find((each) => !each.isBot && !each.isDeactivated && each.email === email);
  if (user === undefined) throw new SlackError('users_not_found');
  return { user: userShape(workspace, user) };
}

function listGroups({ workspace, args }: Call): JsonObject {
  const usergroups = workspace.state.groups.map(({ id, handle, name, members }) => ({
    id,
    team_id: workspace.state.team.id,
    is_usergroup: true,
    name,
    handle,
    description: '',
    date_delete: 0,
    ...(isSet(args, 'include_count') ? { user_count: members.length } : {}),
    ...(isSet(args, 'include_users') ? { users: [...members] } : {}),
  }));
  return { usergroups };
}

function listGroupMembers({ workspace, args }: Call): JsonObject {
  const group = workspace.state.groups.find((each) => each.id === requiredText(args, 'usergroup'));
  if (group === undefined) throw new SlackError('no_such_subteam');
  return { users: [...group.members] };
}
