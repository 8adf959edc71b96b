import type { Channel, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { openDirectMessage } from '../world/membership.ts';
import { homeOf, viewShape } from '../world/views.ts';

/**
 * Opens a tab of the app's page for somebody, and tells the app (Slack: app_home_opened). Returns their conversation
 * with the app. Throws if the app doesn't have this tab.
 */
export function openAppTab(workspace: Workspace, user: User, tab: 'home' | 'messages'): Channel {
  const { name, home } = workspace.app;
  if (!(tab === 'home' ? home.hasHome : home.hasMessages))
    throw new Error(`The manifest of ${name} has no ${tab} tab.`);
  const { channel } = openDirectMessage(workspace, user.id, workspace.botUserId);
  const view = tab === 'home' ? homeOf(workspace, user.id) : undefined;
  workspace.happened({
    type: 'app_home_opened',
    user: user.id,
    channel: channel.id,
    tab,
    ...(view === undefined ? {} : { view: viewShape(workspace, view) }),
  });
  return channel;
}
