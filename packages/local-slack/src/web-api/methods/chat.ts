import type { JsonObject } from '@gavel/local-server/json.ts';
import { SlackError } from '../../slack-error.ts';
import type { Channel, Message } from '../../workspace/state.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { openDirectMessage } from '../../world/membership.ts';
import { messageShape } from '../../world/message-shape.ts';
import { deleteMessage, editMessage, postEphemeral, postMessage } from '../../world/messages.ts';
import { isSet, optionalText, requiredText } from '../arguments.ts';
import { findChannel, findJoinedChannel, findUser } from '../find.ts';
import { type MessageContent, readContent } from '../message-content.ts';
import { type ReadMetadata, readMetadata } from '../message-metadata.ts';
import type { Call, Methods } from '../method.ts';

/** The longest text that chat.update accepts (Slack: chat.update, `msg_too_long`). */
const longestUpdate = 4000;

const noMetadata: ReadMetadata = { metadata: undefined, problems: [] };

/** The methods for messages. */
export const chatMethods: Methods = {
  'chat.postMessage': { token: 'bot', scopes: ['chat:write'], tier: 'posting', run: post },
  'chat.postEphemeral': { token: 'bot', scopes: ['chat:write'], tier: 'tier 4', run: postToOne },
  'chat.update': { token: 'bot', scopes: ['chat:write'], tier: 'tier 3', run: update },
  'chat.delete': { token: 'bot', scopes: ['chat:write'], tier: 'tier 3', run: remove },
  'chat.getPermalink': { token: 'bot', scopes: [], tier: 'unlimited', run: permalink },
};

function post({ workspace, args }: Call): JsonObject {
  const channel = findPostable(workspace, requiredText(args, 'channel'));
  const content = readContent(args);
  const read = readMetadata(workspace, args);
  const clientMsgId = optionalText(args, 'client_msg_id');
  const posted = workspace.state.messages.find(
    (message) => clientMsgId !== undefined && message.channel === channel.id && message.clientMsgId === clientMsgId,
  );
  const message =
    posted ??
    postMessage(workspace, channel, {
      ...content,
      user: workspace.botUserId,
      threadTs: findThread(workspace, channel, optionalText(args, 'thread_ts')),
      isBroadcast: isSet(args, 'reply_broadcast'),
      metadata: read.metadata,
      clientMsgId,
    });
  return withWarnings(content, read, {
    channel: channel.id,
    ts: message.ts,
    message: messageShape(workspace, message),
  });
}

function postToOne({ workspace, args }: Call): JsonObject {
  const channel = findJoinedChannel(workspace, requiredText(args, 'channel'));
  const user = findUser(workspace, requiredText(args, 'user'));
  if (!channel.members.includes(user.id)) throw new SlackError('user_not_in_channel');
  const content = readContent(args);
  const threadTs = findThread(workspace, channel, optionalText(args, 'thread_ts'));
  const { ts } = postEphemeral(workspace, user.id, channel.id, { ...content, threadTs });
  return withWarnings(content, noMetadata, { message_ts: ts });
}

function update({ workspace, args }: Call): JsonObject {
  const message = findOwn(workspace, args, 'cant_update_message');
  const text = optionalText(args, 'text');
  if ((text ?? '').length > longestUpdate) throw new SlackError('msg_too_long');
  const content = readContent(args);
  if (hasRichText(message.blocks) && content.blocks.length > 0 && !hasRichText(content.blocks)) {
    throw new SlackError('block_mismatch');
  }
  const read = readMetadata(workspace, args);
  editMessage(workspace, message, {
    text: content.text,
    // A text without blocks removes the existing blocks (Slack: chat.update).
    blocks: content.blocks,
    attachments: content.attachments,
    markdownText: content.markdownText,
    ...(read.metadata === undefined ? {} : { metadata: read.metadata }),
  });
  return withWarnings(content, read, {
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    message: messageShape(workspace, message),
  });
}

function remove({ workspace, args }: Call): JsonObject {
  const message = findOwn(workspace, args, 'cant_delete_message');
  deleteMessage(workspace, message);
  return { channel: message.channel, ts: message.ts };
}

function permalink({ workspace, args }: Call): JsonObject {
  const channel = findChannel(workspace, requiredText(args, 'channel'));
  const ts = requiredText(args, 'message_ts');
  const message = workspace.message(channel.id, ts);
  if (message === undefined) throw new SlackError('message_not_found');
  return { channel: channel.id, permalink: permalinkOf(workspace, message) };
}

/** The URL of a message. The URL of a reply includes its thread, like Slack's. */
function permalinkOf(workspace: Workspace, message: Message): string {
  const address = `${workspace.url}/archives/${message.channel}/p${message.ts.replace('.', '')}`;
  return message.threadTs === undefined ? address : `${address}?thread_ts=${message.threadTs}&cid=${message.channel}`;
}

function findPostable(workspace: Workspace, id: string): Channel {
  const user = workspace.user(id);
  // Nobody can start a direct message with a deactivated account or with somebody from another workspace.
  if (user?.isDeactivated || user?.foreignTeam !== undefined) throw new SlackError('channel_not_found');
  const channel =
    user === undefined
      ? findChannel(workspace, id)
      : openDirectMessage(workspace, workspace.botUserId, user.id).channel;
  if (channel.isArchived) throw new SlackError('is_archived');
  if (channel.kind === 'im' && !workspace.app.home.hasMessages) throw new SlackError('messages_tab_disabled');
  if (!workspace.hasBot(channel) && !workspace.app.botScopes.has('chat:write.public')) {
    throw new SlackError('not_in_channel');
  }
  return channel;
}

function findOwn(workspace: Workspace, args: JsonObject, refusal: string): Message {
  const channel = findChannel(workspace, requiredText(args, 'channel'));
  const message = workspace.message(channel.id, requiredText(args, 'ts'));
  if (message === undefined) throw new SlackError('message_not_found');
  if (message.user !== workspace.botUserId) throw new SlackError(refusal);
  if (channel.isArchived) throw new SlackError('is_archived');
  return message;
}

function findThread(workspace: Workspace, channel: Channel, ts: string | undefined): string | undefined {
  if (ts === undefined) return undefined;
  const parent = workspace.message(channel.id, ts);
  if (parent === undefined) throw new SlackError('thread_not_found');
  return parent.threadTs ?? parent.ts;
}

function hasRichText(blocks: readonly JsonObject[]): boolean {
  return blocks.some((block) => block.type === 'rich_text');
}

function withWarnings(content: MessageContent, { problems }: ReadMetadata, answer: JsonObject): JsonObject {
  const warnings = [...content.warnings, ...(problems.length > 0 ? ['invalid_metadata_format'] : [])];
  if (warnings.length === 0) return answer;
  const messages = problems.length > 0 ? { messages: problems } : {};
  return { ...answer, warning: warnings.join(','), response_metadata: { warnings, ...messages } };
}
