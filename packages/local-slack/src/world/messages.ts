import { copyOf, type JsonObject } from '@gavel/local-server/json.ts';
import type { Channel, Ephemeral, Message, Unfurl } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { fillIds } from './fill-ids.ts';
import { announceLinks } from './links.ts';
import { isTombstone, messageShape, repliesTo } from './message-shape.ts';

/** The content of a new message. */
export interface NewMessage {
  /** Who posts it; for a webhook, the id of its bot. */
  readonly user: string;
  /** The name of the webhook that posts it. */
  readonly username?: string;
  readonly text: string;
  readonly blocks?: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
  readonly markdownText?: string | undefined;
  readonly threadTs?: string | undefined;
  readonly isBroadcast?: boolean;
  readonly subtype?: string;
  readonly metadata?: JsonObject | undefined;
  readonly clientMsgId?: string | undefined;
  readonly files?: readonly string[];
}

/** Posts a message to a channel. */
export function postMessage(workspace: Workspace, channel: Channel, content: NewMessage): Message {
  const message: Message = {
    channel: channel.id,
    ts: workspace.newTimestamp(),
    user: content.user,
    ...(content.username === undefined ? {} : { username: content.username }),
    botId: botOf(workspace, content),
    text: content.text,
    blocks: fillIds(content.blocks ?? []),
    attachments: copyOf([...(content.attachments ?? [])]),
    markdownText: content.markdownText,
    threadTs: content.threadTs,
    isBroadcast: content.isBroadcast ?? false,
    subtype: content.subtype,
    metadata: content.metadata,
    clientMsgId: content.clientMsgId,
    files: [...(content.files ?? [])],
    reactions: [],
    editedTs: undefined,
  };
  workspace.state.messages.push(message);
  const subtype = message.files.length > 0 ? { subtype: 'file_share' } : {};
  workspace.happened({ ...messageShape(workspace, message), ...subtype, ...messageEvent(channel) }, channel);
  announceLinks(workspace, message);
  const mention = `<@${workspace.botUserId}>`;
  if (message.text.includes(mention) && message.user !== workspace.botUserId && channel.kind !== 'im') {
    workspace.happened({ ...messageShape(workspace, message), type: 'app_mention', channel: channel.id }, channel);
  }
  return message;
}

function botOf({ state, botUserId }: Workspace, { user, username }: NewMessage): string | undefined {
  if (username !== undefined) return user;
  return user === botUserId ? state.app.botId : undefined;
}

/** Edits a message. Fields that are left out stay the same. */
export function editMessage(
  workspace: Workspace,
  message: Message,
  change: Pick<Partial<Message>, 'text' | 'blocks' | 'attachments' | 'markdownText' | 'metadata' | 'files'>,
): void {
  const before = messageShape(workspace, message);
  Object.assign(message, change);
  if (change.blocks !== undefined) message.blocks = fillIds(change.blocks);
  message.editedTs = workspace.newTimestamp();
  tellChange(workspace, message, { message: messageShape(workspace, message), previous_message: before });
}

/** Shows what the app has for the links of a message. The message does not count as edited. */
export function unfurlMessage(workspace: Workspace, message: Message, unfurls: Unfurl[]): void {
  const before = messageShape(workspace, message);
  message.unfurls = copyOf(unfurls);
  tellChange(workspace, message, { message: messageShape(workspace, message), previous_message: before });
}

/**
 * Deletes a message. If it has replies, a notice takes its place (Slack: tombstone), which goes with the last of them.
 */
export function deleteMessage(workspace: Workspace, message: Message): void {
  const before = messageShape(workspace, message);
  if (repliesTo(workspace, message).length > 0) {
    const notice = tombstone(message);
    workspace.state.messages = workspace.state.messages.map((each) => (each === message ? notice : each));
    tellChange(workspace, notice, { message: messageShape(workspace, notice), previous_message: before });
    return;
  }
  workspace.state.messages = workspace.state.messages.filter((each) => each !== message);
  const channel = workspace.channel(message.channel);
  if (channel === undefined) return;
  workspace.happened(
    {
      ...messageEvent(channel),
      subtype: 'message_deleted',
      hidden: true,
      ts: workspace.newTimestamp(),
      deleted_ts: message.ts,
      previous_message: before,
    },
    channel,
  );
  const parent = workspace.state.messages.find((each) => isTombstone(each) && each.ts === message.threadTs);
  if (parent !== undefined && repliesTo(workspace, parent).length === 0) deleteMessage(workspace, parent);
}

/** The notice in the place of a deleted message that has replies. */
function tombstone({ channel, ts }: Message): Message {
  return {
    channel,
    ts,
    user: 'USLACKBOT',
    botId: undefined,
    text: 'This message was deleted.',
    blocks: [],
    attachments: [],
    markdownText: undefined,
    threadTs: undefined,
    isBroadcast: false,
    subtype: 'tombstone',
    metadata: undefined,
    clientMsgId: undefined,
    files: [],
    reactions: [],
    editedTs: undefined,
  };
}

/** Tells the app that a message has changed (Slack: message_changed). */
function tellChange(workspace: Workspace, { channel: id, editedTs }: Message, change: JsonObject): void {
  const channel = workspace.channel(id);
  if (channel === undefined) return;
  const ts = editedTs ?? workspace.newTimestamp();
  workspace.happened({ ...messageEvent(channel), subtype: 'message_changed', hidden: true, ts, ...change }, channel);
}

/** Shows a message to only one person. */
export function postEphemeral(
  workspace: Workspace,
  to: string,
  channel: string,
  content: Pick<NewMessage, 'text' | 'blocks' | 'threadTs'>,
): Ephemeral {
  const ephemeral: Ephemeral = {
    channel,
    ts: workspace.newTimestamp(),
    to,
    text: content.text,
    blocks: fillIds(content.blocks ?? []),
    threadTs: content.threadTs,
  };
  workspace.state.ephemerals.push(ephemeral);
  workspace.changes.announce();
  return ephemeral;
}

/** Edits an ephemeral message. It keeps its timestamp, so that it can be edited again. */
export function editEphemeral(
  workspace: Workspace,
  ephemeral: Ephemeral,
  content: Pick<NewMessage, 'text' | 'blocks'>,
): void {
  ephemeral.text = content.text;
  ephemeral.blocks = fillIds(content.blocks ?? []);
  workspace.changes.announce();
}

function messageEvent(channel: Channel): JsonObject {
  const kinds = { public: 'channel', private: 'group', im: 'im' } as const;
  return { type: 'message', channel: channel.id, channel_type: kinds[channel.kind] };
}
