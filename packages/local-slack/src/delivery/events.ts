import { asText, type JsonObject } from '@gavel/local-server/json.ts';
import type { Happening, Workspace } from '../workspace/workspace.ts';
import { isShared } from '../world/membership.ts';
import type { Courier } from './courier.ts';

interface Subscription {
  /** The names in the manifest that subscribe to the event. One is enough. */
  readonly names: readonly string[];
  /** The app needs one of these scopes. If the list is empty, it needs none. */
  readonly scopes: readonly string[];
}

/** The subscription and scope that each type of event needs (Slack: event reference). */
const subscriptions: Readonly<Record<string, Subscription>> = {
  app_home_opened: plain('app_home_opened'),
  app_mention: plain('app_mention', 'app_mentions:read'),
  app_uninstalled: plain('app_uninstalled'),
  tokens_revoked: plain('tokens_revoked'),
  channel_archive: plain('channel_archive', 'channels:read'),
  channel_unarchive: plain('channel_unarchive', 'channels:read'),
  channel_created: plain('channel_created', 'channels:read'),
  channel_deleted: plain('channel_deleted', 'channels:read'),
  channel_left: plain('channel_left', 'channels:read'),
  channel_rename: plain('channel_rename', 'channels:read'),
  entity_comments_requested: plain('entity_comments_requested'),
  entity_details_requested: plain('entity_details_requested'),
  link_shared: plain('link_shared', 'links:read'),
  group_archive: plain('group_archive', 'groups:read'),
  group_unarchive: plain('group_unarchive', 'groups:read'),
  group_deleted: plain('group_deleted', 'groups:read'),
  group_left: plain('group_left', 'groups:read'),
  group_rename: plain('group_rename', 'groups:read'),
  member_joined_channel: plain('member_joined_channel', 'channels:read', 'groups:read'),
  member_left_channel: plain('member_left_channel', 'channels:read', 'groups:read'),
  'message channel': { names: ['message.channels'], scopes: ['channels:history'] },
  'message group': { names: ['message.groups'], scopes: ['groups:history'] },
  'message im': { names: ['message.im'], scopes: ['im:history'] },
  reaction_added: plain('reaction_added', 'reactions:read'),
  reaction_removed: plain('reaction_removed', 'reactions:read'),
  team_join: plain('team_join', 'users:read'),
  user_change: plain('user_change', 'users:read'),
};

function plain(name: string, ...scopes: readonly string[]): Subscription {
  return { names: [name], scopes };
}

/** Delivers an event to the app if the app is subscribed, has the scope, and is in the channel. */
export function deliverHappening(workspace: Workspace, courier: Courier, happening: Happening): void {
  const { event, channel } = happening;
  const type = asText(event.type) ?? '';
  if ((channel !== undefined && !workspace.hasBot(channel)) || !isHeard(workspace, type, event)) return;
  const { app, team } = workspace.state;
  courier.deliverEvent(type, {
    token: app.verificationToken,
    team_id: team.id,
    api_app_id: app.id,
    event: { ...event, event_ts: workspace.newTimestamp() },
    type: 'event_callback',
    event_id: workspace.newId('Ev'),
    event_time: Math.floor(workspace.clock.now().getTime() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: channel !== undefined && isShared(workspace, channel),
    event_context: workspace.newId('EC'),
  });
}

/** The notice that the app gets more than 30,000 events in an hour. It has no inner event. */
export function rateLimitedNotice(workspace: Workspace): JsonObject {
  const { app, team } = workspace.state;
  return {
    token: app.verificationToken,
    type: 'app_rate_limited',
    team_id: team.id,
    minute_rate_limited: Math.floor(workspace.clock.now().getTime() / 60_000) * 60,
    api_app_id: app.id,
  };
}

function isHeard(workspace: Workspace, type: string, event: JsonObject): boolean {
  const subscription = subscriptions[type === 'message' ? `message ${String(event.channel_type)}` : type];
  if (subscription === undefined) return false;
  const { botEvents } = workspace.app;
  const { names, scopes } = subscription;
  return names.some((name) => botEvents.has(name)) && workspace.may(...scopes);
}
