import type { StateValues } from '../block-kit/form/form.ts';
import { asText, at, copyOf, type JsonObject } from '../json.ts';
import type { Channel, Ephemeral, Message, Notice, OpenView, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { maySee } from '../world/membership.ts';
import { repliesTo } from '../world/message-shape.ts';
import { modalStack } from '../world/views.ts';

/** A message on somebody's screen. */
export interface SeenMessage {
  readonly channel: string;
  readonly ts: string;
  /** The display name of whoever wrote it. */
  readonly from: string;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly attachments: readonly JsonObject[];
  readonly files: readonly string[];
  /** Emoji names and the display names of those who reacted. */
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  readonly threadTs: string | undefined;
  readonly replyCount: number;
  /** Nobody else sees it. */
  readonly isEphemeral: boolean;
  readonly isEdited: boolean;
}

/** A modal, or the app's home tab, on somebody's screen. */
export interface SeenView {
  readonly id: string;
  readonly title: string;
  /** Texts of the two buttons at the bottom; undefined where there is none. */
  readonly submit: string | undefined;
  readonly close: string | undefined;
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly blocks: readonly JsonObject[];
  /** What is typed and picked so far, by block id and action id. */
  readonly state: StateValues;
  /** Error texts under the fields, by block id. */
  readonly errors: Readonly<Record<string, string>>;
  readonly isSubmitting: boolean;
}

/** What a person sees after doing something. */
export interface Screen {
  readonly modal: SeenView | undefined;
  /** Slack's own remarks to this person, oldest first. */
  readonly notices: readonly Notice[];
  /** The conversation that they acted in, without threads; empty when it was none. */
  readonly messages: readonly SeenMessage[];
}

/** A conversation in somebody's list. */
export interface SeenChannel {
  readonly id: string;
  /** `#name`, or the other one's `@name`. */
  readonly name: string;
  readonly kind: Channel['kind'];
  readonly topic: string;
  readonly isMember: boolean;
  readonly isArchived: boolean;
  /** Display names. */
  readonly members: readonly string[];
}

/** The messages of a conversation that a person sees, oldest first; `threadTs` picks one thread instead. */
export function seenMessages(workspace: Workspace, user: User, channel: Channel, threadTs?: string): SeenMessage[] {
  if (!maySee(channel, user)) return [];
  const isHere = (each: Message | Ephemeral): boolean =>
    each.channel === channel.id &&
    (threadTs === undefined
      ? each.threadTs === undefined || ('isBroadcast' in each && each.isBroadcast)
      : each.threadTs === threadTs || each.ts === threadTs);
  const { messages, ephemerals } = workspace.state;
  return [
    ...messages.filter(isHere).map((message) => seenMessage(workspace, message)),
    ...ephemerals.filter((each) => each.to === user.id && isHere(each)).map((each) => seenEphemeral(workspace, each)),
  ].sort((one, other) => Number(one.ts) - Number(other.ts));
}

/** A view as it looks to the person that it is open for. */
export function seenView(open: OpenView): SeenView {
  return {
    id: open.id,
    title: asText(at(open.view.title, 'text')) ?? '',
    submit: asText(at(open.view.submit, 'text')),
    close: asText(at(open.view.close, 'text')),
    callbackId: asText(open.view.callback_id) ?? '',
    privateMetadata: asText(open.view.private_metadata) ?? '',
    blocks: copyOf(open.view.blocks),
    state: copyOf(open.state),
    errors: { ...open.errors },
    isSubmitting: open.isSubmitting,
  };
}

/** The modals that a person has open, the top one last. */
export function seenModals(workspace: Workspace, user: User): SeenView[] {
  return modalStack(workspace, user.id).map(seenView);
}

/** The conversations that a person may see. */
export function seenChannels(workspace: Workspace, user: User): SeenChannel[] {
  return workspace.state.channels
    .filter((channel) => maySee(channel, user))
    .map((channel) => ({
      id: channel.id,
      name: channelLabel(workspace, channel, user),
      kind: channel.kind,
      topic: channel.topic,
      isMember: channel.members.includes(user.id),
      isArchived: channel.isArchived,
      members: channel.members.map((id) => displayName(workspace, id)),
    }));
}

/** What somebody calls a conversation: `#name`, or the other one's `@name`. */
function channelLabel(workspace: Workspace, channel: Channel, user: User): string {
  if (channel.kind !== 'im') return `#${channel.name}`;
  return `@${displayName(workspace, channel.members.find((id) => id !== user.id) ?? user.id)}`;
}

/** A user's display name; the id of somebody unknown. */
export function displayName(workspace: Workspace, id: string): string {
  return workspace.user(id)?.displayName ?? id;
}

function seenMessage(workspace: Workspace, message: Message): SeenMessage {
  return {
    channel: message.channel,
    ts: message.ts,
    from: displayName(workspace, message.user),
    text: message.text,
    blocks: copyOf(message.blocks),
    attachments: copyOf(message.attachments),
    files: message.files.map((id) => workspace.state.files.find((file) => file.id === id)?.title ?? id),
    reactions: message.reactions.map(({ name, users }) => ({
      name,
      users: users.map((id) => displayName(workspace, id)),
    })),
    threadTs: message.threadTs,
    replyCount: repliesTo(workspace, message).length,
    isEphemeral: false,
    isEdited: message.editedTs !== undefined,
  };
}

function seenEphemeral(workspace: Workspace, { channel, ts, text, blocks, threadTs }: Ephemeral): SeenMessage {
  return {
    channel,
    ts,
    from: displayName(workspace, workspace.botUserId),
    text,
    blocks: copyOf(blocks),
    attachments: [],
    files: [],
    reactions: [],
    threadTs,
    replyCount: 0,
    isEphemeral: true,
    isEdited: false,
  };
}
