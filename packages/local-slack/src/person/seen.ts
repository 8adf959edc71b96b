import { asText, at, copyOf, type JsonObject } from '@gavel/local-server/json.ts';
import type { StateValues } from '../block-kit/form/form.ts';
import type { Channel, Ephemeral, Message, Notice, OpenView, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { placedEntities } from '../world/flexpane.ts';
import { maySee } from '../world/membership.ts';
import { isTombstone, repliesTo } from '../world/message-shape.ts';
import { modalStack } from '../world/views.ts';
import { type SeenObject, seenObject } from './seen-object.ts';

/** A message on somebody's screen. */
export interface SeenMessage {
  readonly channel: string;
  readonly ts: string;
  /** The display name of the author. */
  readonly from: string;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  /** Its own attachments, then those that the app shows for its links. */
  readonly attachments: readonly JsonObject[];
  /** Its Work Objects, then those that the app shows for its links. */
  readonly objects: readonly SeenObject[];
  readonly files: readonly string[];
  /** The emoji, each with the display names of the people who reacted. */
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  readonly threadTs: string | undefined;
  readonly replyCount: number;
  /** Only this person sees it. */
  readonly isEphemeral: boolean;
  readonly isEdited: boolean;
  /** It was deleted, but its replies are still there. */
  readonly isDeleted: boolean;
}

/** A modal, or the app's home tab, on somebody's screen. */
export interface SeenView {
  readonly id: string;
  readonly title: string;
  /** The texts of the two buttons at the bottom; undefined if there is no such button. */
  readonly submit: string | undefined;
  readonly close: string | undefined;
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly blocks: readonly JsonObject[];
  /** The current values, by block id and action id. */
  readonly state: StateValues;
  /** Error texts under the fields, by block id. */
  readonly errors: Readonly<Record<string, string>>;
  readonly isSubmitting: boolean;
}

/** What a person sees after an action. */
export interface Screen {
  readonly modal: SeenView | undefined;
  /** Slack's notices to this person, oldest first. */
  readonly notices: readonly Notice[];
  /** The messages of the conversation that they acted in, without threads; empty if there was none. */
  readonly messages: readonly SeenMessage[];
}

/** A conversation in a person's list. */
export interface SeenChannel {
  readonly id: string;
  /** `#name`, or `@name` of the other person. */
  readonly name: string;
  readonly kind: Channel['kind'];
  readonly topic: string;
  readonly isMember: boolean;
  readonly isArchived: boolean;
  /** Display names. */
  readonly members: readonly string[];
}

/** The messages that a person sees in a conversation, or in the thread `threadTs`, oldest first. */
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

/** A view as its person sees it. */
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

/** The name of a conversation for a person: `#name`, or `@name` of the other person. */
function channelLabel(workspace: Workspace, channel: Channel, user: User): string {
  if (channel.kind !== 'im') return `#${channel.name}`;
  return `@${displayName(workspace, channel.members.find((id) => id !== user.id) ?? user.id)}`;
}

/** A user's display name, or the id if the user is unknown. */
export function displayName(workspace: Workspace, id: string): string {
  return workspace.user(id)?.displayName ?? id;
}

function seenMessage(workspace: Workspace, message: Message): SeenMessage {
  return {
    channel: message.channel,
    ts: message.ts,
    from: message.username ?? (isTombstone(message) ? 'Slackbot' : displayName(workspace, message.user)),
    text: message.text,
    blocks: copyOf(message.blocks),
    attachments: copyOf([...message.attachments, ...unfurledAttachments(message)]),
    objects: placedEntities(message).map(({ entity }) => seenObject(workspace, entity)),
    files: message.files.map((id) => workspace.state.files.find((file) => file.id === id)?.title ?? id),
    reactions: message.reactions.map(({ name, users }) => ({
      name,
      users: users.map((id) => displayName(workspace, id)),
    })),
    threadTs: message.threadTs,
    replyCount: repliesTo(workspace, message).length,
    isEphemeral: false,
    isEdited: message.editedTs !== undefined,
    isDeleted: isTombstone(message),
  };
}

function unfurledAttachments({ unfurls = [] }: Message): JsonObject[] {
  return unfurls.flatMap(({ attachment }) => (attachment === undefined ? [] : [attachment]));
}

function seenEphemeral(workspace: Workspace, { channel, ts, text, blocks, threadTs }: Ephemeral): SeenMessage {
  return {
    channel,
    ts,
    from: displayName(workspace, workspace.botUserId),
    text,
    blocks: copyOf(blocks),
    attachments: [],
    objects: [],
    files: [],
    reactions: [],
    threadTs,
    replyCount: 0,
    isEphemeral: true,
    isEdited: false,
    isDeleted: false,
  };
}
