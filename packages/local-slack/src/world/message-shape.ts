import { copyOf, type JsonObject } from '@gavel/local-server/json.ts';
import type { Message } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { fileShape } from './file-shape.ts';

/** A message in Slack's JSON (Slack: message objects). */
export function messageShape(workspace: Workspace, message: Message): JsonObject {
  const replies = repliesTo(workspace, message);
  const repliers = [...new Set(replies.map((reply) => reply.user))];
  return {
    type: 'message',
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    ...(isTombstone(message) ? { hidden: true } : {}),
    ...author(workspace, message),
    text: message.text,
    ts: message.ts,
    ...(message.blocks.length === 0 ? {} : { blocks: copyOf(message.blocks) }),
    ...withAttachments(workspace, message),
    ...(message.metadata === undefined ? {} : { metadata: copyOf(message.metadata) }),
    ...(message.clientMsgId === undefined ? {} : { client_msg_id: message.clientMsgId }),
    ...(message.files.length === 0 ? {} : { files: message.files.map((id) => fileShape(workspace, id)) }),
    ...(message.editedTs === undefined ? {} : { edited: { user: message.user, ts: message.editedTs } }),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs, ...parentUser(workspace, message) }),
    ...(replies.length === 0
      ? {}
      : {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users: repliers,
          reply_users_count: repliers.length,
          latest_reply: replies.at(-1)?.ts,
        }),
    ...(message.reactions.length === 0 ? {} : { reactions: reactionShapes(message) }),
  };
}

/** Whether a message is the notice in the place of a deleted one that has replies. */
export function isTombstone(message: Message): boolean {
  return message.subtype === 'tombstone';
}

/** The attachments of a message, those that the app shows for its links last (Slack: `is_app_unfurl`). */
function withAttachments(workspace: Workspace, message: Message): { attachments?: JsonObject[] } {
  const { id, botId } = workspace.state.app;
  const shown = (message.unfurls ?? []).flatMap(({ url, attachment }) => {
    if (attachment === undefined) return [];
    return [{ ...attachment, from_url: url, app_unfurl_url: url, is_app_unfurl: true, app_id: id, bot_id: botId }];
  });
  const attachments = [...message.attachments, ...shown].map((each, index) => ({ ...copyOf(each), id: index + 1 }));
  return attachments.length === 0 ? {} : { attachments };
}

/** The reactions to a message in Slack's JSON, with everybody who reacted. */
export function reactionShapes(message: Message): { name: string; users: string[]; count: number }[] {
  return message.reactions.map(({ name, users }) => ({ name, users: [...users], count: users.length }));
}

/** Who wrote a message. A webhook of another app has a name, but no user. */
function author({ state, app }: Workspace, { user, username, botId }: Message): JsonObject {
  if (username !== undefined) return { subtype: 'bot_message', username, bot_id: botId };
  if (botId === undefined) return { user, team: state.team.id };
  const { id } = state.app;
  return {
    user,
    team: state.team.id,
    bot_id: botId,
    app_id: id,
    bot_profile: { id: botId, app_id: id, name: app.botName },
  };
}

/** Who wrote the message whose thread a message is in. */
function parentUser({ state }: Workspace, { channel, threadTs }: Message): JsonObject {
  const parent = state.messages.find((each) => each.channel === channel && each.ts === threadTs);
  return parent === undefined || parent.username !== undefined ? {} : { parent_user_id: parent.user };
}

/** The replies in a message's thread, oldest first. */
export function repliesTo(workspace: Workspace, message: Message): Message[] {
  return workspace.state.messages.filter((each) => each.channel === message.channel && each.threadTs === message.ts);
}
