import type { StateValues } from '../block-kit/form/form.ts';
import {
  type SeenChannel,
  type SeenMessage,
  type SeenView,
  seenChannels,
  seenMessages,
  seenModals,
  seenView,
} from '../person/seen.ts';
import { type SeenComposed, type SeenFlexpane, seenComposed, seenFlexpane } from '../person/seen-object.ts';
import type { AppManifest } from '../workspace/manifest.ts';
import type { Notice, User, UserGroup } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { messageValues } from '../world/message-form.ts';
import { homeOf } from '../world/views.ts';

/** A person as the page shows them. */
export interface ScreenPerson extends Pick<User, 'id' | 'title' | 'role' | 'timeZone' | 'isBot' | 'isDeactivated'> {
  readonly name: string;
}

/** A message outside or inside a thread, with what the person has entered in its fields. */
export interface ScreenReply extends SeenMessage {
  readonly state: StateValues;
}

/** A message and the replies in its thread, oldest first. */
export interface ScreenMessage extends ScreenReply {
  readonly thread: readonly ScreenReply[];
}

/** A conversation with its messages. */
export interface ScreenChannel extends SeenChannel {
  readonly messages: readonly ScreenMessage[];
}

/** Everything that the page shows to one person, except the wire log. */
export interface Screen {
  readonly me: ScreenPerson;
  readonly team: string;
  /** In ISO 8601. The local Slack's clock may be ahead. */
  readonly now: string;
  readonly people: readonly ScreenPerson[];
  readonly groups: readonly UserGroup[];
  readonly commands: AppManifest['commands'];
  readonly shortcuts: AppManifest['shortcuts'];
  /** In alphabetical order, as Slack lists them. */
  readonly channels: readonly ScreenChannel[];
  readonly modals: readonly SeenView[];
  readonly app: Pick<AppManifest, 'description' | 'longDescription' | 'home'>;
  /** The app's home tab; undefined if the app has not published it. */
  readonly home: SeenView | undefined;
  /** The Work Object that is open beside the conversation. */
  readonly flexpane: SeenFlexpane | undefined;
  /** What the app shows for links in the message that the person is writing. */
  readonly composed: SeenComposed;
  readonly notices: readonly Notice[];
  readonly hasRepository: boolean;
  /** Whether the app has tools for Slackbot. */
  readonly hasSlackbot: boolean;
  /** Whether people can let time pass. */
  readonly letsTimePass: boolean;
  /** What is said at the beginning of every channel. */
  readonly hint: string | undefined;
}

/** What the page shows to a person. */
export function screenFor(
  workspace: Workspace,
  user: User,
  settings: Pick<Screen, 'hasRepository' | 'hasSlackbot' | 'letsTimePass' | 'hint'>,
): Screen {
  const home = homeOf(workspace, user.id);
  const { description, longDescription, home: tabs } = workspace.app;
  return {
    me: screenPerson(user),
    team: workspace.state.team.name,
    now: workspace.clock.now().toISOString(),
    people: workspace.state.users.map(screenPerson),
    groups: workspace.state.groups,
    commands: workspace.app.commands,
    shortcuts: workspace.app.shortcuts,
    channels: seenChannels(workspace, user)
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
      .map((channel) => ({ ...channel, messages: withThreads(workspace, user, channel.id) })),
    modals: seenModals(workspace, user),
    app: { description, longDescription, home: tabs },
    home: home === undefined ? undefined : seenView(home),
    flexpane: seenFlexpane(workspace, user),
    composed: seenComposed(workspace, user),
    notices: workspace.state.notices.filter((notice) => notice.userId === user.id),
    ...settings,
  };
}

function screenPerson({ id, displayName, title, role, timeZone, isBot, isDeactivated }: User): ScreenPerson {
  return { id, name: displayName, title, role, timeZone, isBot, isDeactivated };
}

function withThreads(workspace: Workspace, user: User, channelId: string): ScreenMessage[] {
  const channel = workspace.channel(channelId);
  if (channel === undefined) return [];
  const withState = (seen: SeenMessage): ScreenReply => ({ ...seen, state: messageValues(workspace, user.id, seen) });
  return seenMessages(workspace, user, channel).map((seen) => {
    const isParent = seen.replyCount > 0;
    const hasOwn = workspace.state.ephemerals.some((each) => each.to === user.id && each.threadTs === seen.ts);
    const thread = isParent || hasOwn ? seenMessages(workspace, user, channel, seen.ts).slice(1) : [];
    return { ...withState(seen), thread: thread.map(withState) };
  });
}
