import type { JsonObject } from '@gavel/local-server/json.ts';
import { type SeenMessage, seenChannels, seenMessages, seenModals, seenView } from '../person/seen.ts';
import { seenFlexpane } from '../person/seen-object.ts';
import type { User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { homeOf } from '../world/views.ts';

/** How many exchanges of the wire log are included. */
const wireTail = 200;

/** Everything that one person sees, together with the wire log and the faults for developers. */
export function stateFor(workspace: Workspace, user: User): JsonObject {
  const channels = seenChannels(workspace, user);
  const home = homeOf(workspace, user.id);
  return {
    me: { id: user.id, name: user.displayName, role: user.role, timeZone: user.timeZone },
    team: workspace.state.team,
    now: workspace.clock.now().toISOString(),
    people: workspace.state.users.map(({ id, displayName, title, role, timeZone, isBot, isDeactivated }) => ({
      id,
      name: displayName,
      title,
      role,
      timeZone,
      isBot,
      isDeactivated,
    })),
    groups: workspace.state.groups,
    commands: workspace.app.commands,
    shortcuts: workspace.app.shortcuts,
    channels: channels.map((channel) => ({ ...channel, messages: withThreads(workspace, user, channel.id) })),
    modals: seenModals(workspace, user),
    home: home === undefined ? undefined : seenView(home),
    flexpane: seenFlexpane(workspace, user),
    notices: workspace.state.notices.filter((notice) => notice.userId === user.id),
    wire: workspace.wire.entries().slice(-wireTail),
    faults: workspace.faults.settings(),
  };
}

function withThreads(workspace: Workspace, user: User, channelId: string): (SeenMessage & { thread: SeenMessage[] })[] {
  const channel = workspace.channel(channelId);
  if (channel === undefined) return [];
  return seenMessages(workspace, user, channel).map((seen) => {
    const hasThread = seen.threadTs === undefined && seen.replyCount > 0;
    return { ...seen, thread: hasThread ? seenMessages(workspace, user, channel, seen.ts).slice(1) : [] };
  });
}
