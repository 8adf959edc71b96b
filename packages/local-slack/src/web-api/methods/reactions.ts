import type { JsonObject } from '@gavel/local-server/json.ts';
import { SlackError } from '../../slack-error.ts';
import type { Message } from '../../workspace/state.ts';
import { messageShape, reactionShapes } from '../../world/message-shape.ts';
import { addReaction, removeReaction } from '../../world/reactions.ts';
import { isSet, optionalText, requiredText } from '../arguments.ts';
import { findMessage, findUser } from '../find.ts';
import type { Call, Methods } from '../method.ts';
import { page } from '../page.ts';

/** The most people in `users` without `full`. Slack gives no number, so this is strict. */
const usersWithoutFull = 3;

/** The methods about reactions. */
export const reactionMethods: Methods = {
  'reactions.add': { token: 'bot', scopes: ['reactions:write'], tier: 'tier 3', run: add },
  'reactions.remove': { token: 'bot', scopes: ['reactions:write'], tier: 'tier 2', run: remove },
  'reactions.get': { token: 'bot', scopes: ['reactions:read'], tier: 'tier 3', run: get },
  'reactions.list': { token: 'bot', scopes: ['reactions:read'], tier: 'tier 2', run: list },
};

function add({ workspace, args }: Call): JsonObject {
  const { channel, message } = findItem({ workspace, args });
  if (channel.isArchived) throw new SlackError('is_archived');
  addReaction(workspace, message, workspace.botUserId, requiredText(args, 'name'));
  return {};
}

function remove({ workspace, args }: Call): JsonObject {
  const { channel, message } = findItem({ workspace, args });
  if (channel.isArchived) throw new SlackError('is_archived');
  removeReaction(workspace, message, workspace.botUserId, requiredText(args, 'name'));
  return {};
}

function get({ workspace, args }: Call): JsonObject {
  const { channel, message } = findItem({ workspace, args });
  const shape = withReactions(messageShape(workspace, message), message, isSet(args, 'full'));
  return { type: 'message', channel: channel.id, message: shape };
}

function list({ workspace, args }: Call): JsonObject {
  const user = findUser(workspace, optionalText(args, 'user') ?? workspace.botUserId);
  const seen = workspace.state.messages.filter((message) => {
    const channel = workspace.channel(message.channel);
    const isReadable = channel !== undefined && workspace.hasBot(channel);
    return isReadable && message.reactions.some((reaction) => reaction.users.includes(user.id));
  });
  const { items, response_metadata } = page(seen, args);
  const found = items.map((message) => ({
    type: 'message',
    channel: message.channel,
    message: withReactions(messageShape(workspace, message), message, isSet(args, 'full')),
  }));
  return { items: found, response_metadata };
}

function findItem({ workspace, args }: Pick<Call, 'workspace' | 'args'>): ReturnType<typeof findMessage> {
  const [channel, ts] = [optionalText(args, 'channel'), optionalText(args, 'timestamp')];
  if (channel === undefined || ts === undefined) throw new SlackError('no_item_specified');
  return findMessage(workspace, channel, ts);
}

function withReactions(shape: JsonObject, message: Message, isFull: boolean): JsonObject {
  if (message.reactions.length === 0) return shape;
  const reactions = reactionShapes(message).map((reaction) => ({
    ...reaction,
    users: isFull ? reaction.users : reaction.users.slice(0, usersWithoutFull),
  }));
  return { ...shape, reactions };
}
