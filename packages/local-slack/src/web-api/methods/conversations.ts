import type { JsonObject } from '@gavel/local-server/json.ts';
import { SlackError } from '../../slack-error.ts';
import type { Channel, Message } from '../../workspace/state.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { channelShape } from '../../world/channel-shape.ts';
import { joinChannel, openDirectMessage } from '../../world/membership.ts';
import { messageShape } from '../../world/message-shape.ts';
import { isSet, optionalText, requiredText, words } from '../arguments.ts';
import { checkKindScope, checkScope, findChannel, findJoinedChannel, findUser, scopeNames } from '../find.ts';
import type { Call, Methods } from '../method.ts';
import { messagePage, page } from '../page.ts';

const readScopes = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const historyScopes = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
/** Slack's names for kinds of conversations in `types`. `mpim` is valid, but there are none. */
const kindNames: Readonly<Record<string, Channel['kind'] | 'mpim'>> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
};

/** The methods about channels and direct messages. */
export const conversationMethods: Methods = {
  'conversations.info': { token: 'bot', scopes: readScopes, tier: 'tier 3', run: info },
  'conversations.list': { token: 'bot', scopes: readScopes, tier: 'tier 2', run: list },
  'conversations.members': { token: 'bot', scopes: readScopes, tier: 'tier 4', run: members },
  'conversations.join': { token: 'bot', scopes: ['channels:join'], tier: 'tier 3', run: join },
  'conversations.open': { token: 'bot', scopes: ['im:write'], tier: 'tier 3', run: open },
  'conversations.history': { token: 'bot', scopes: historyScopes, tier: 'tier 3', run: history },
  'conversations.replies': { token: 'bot', scopes: historyScopes, tier: 'tier 3', run: replies },
  'users.conversations': { token: 'bot', scopes: readScopes, tier: 'tier 3', run: conversationsOf },
};

function info({ workspace, args }: Call): JsonObject {
  const channel = findChannel(workspace, requiredText(args, 'channel'));
  checkKindScope(workspace, channel, 'read');
  const count = isSet(args, 'include_num_members') ? { num_members: channel.members.length } : {};
  return { channel: { ...channelShape(workspace, channel), ...count } };
}

function list({ workspace, args }: Call): JsonObject {
  const seen = listed(workspace, args).filter((channel) => channel.kind === 'public' || workspace.hasBot(channel));
  const { items, response_metadata } = page(seen, args);
  const channels = items.map((channel) => ({
    ...channelShape(workspace, channel),
    num_members: channel.members.length,
  }));
  return { channels, response_metadata };
}

function conversationsOf({ workspace, args }: Call): JsonObject {
  const user = findUser(workspace, optionalText(args, 'user') ?? workspace.botUserId);
  if (user.foreignTeam !== undefined) throw new SlackError('user_not_found');
  const seen = listed(workspace, args).filter(
    (channel) => channel.members.includes(user.id) && (channel.kind === 'public' || workspace.hasBot(channel)),
  );
  const { items, response_metadata } = page(seen, args);
  return { channels: items.map((channel) => channelShape(workspace, channel)), response_metadata };
}

function members({ workspace, args }: Call): JsonObject {
  const channel = findChannel(workspace, requiredText(args, 'channel'));
  checkKindScope(workspace, channel, 'read');
  const { items, response_metadata } = page(channel.members, args);
  return { members: items, response_metadata };
}

function join({ workspace, args }: Call): JsonObject {
  const channel = findChannel(workspace, requiredText(args, 'channel'));
  if (channel.kind !== 'public') throw new SlackError('method_not_supported_for_channel_type');
  if (channel.isArchived) throw new SlackError('is_archived');
  const wasIn = workspace.hasBot(channel);
  joinChannel(workspace, channel, workspace.botUserId);
  const warning = { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } };
  return { channel: channelShape(workspace, channel), ...(wasIn ? warning : {}) };
}

function open({ workspace, args }: Call): JsonObject {
  const [user, another] = words(args, 'users').map((id) => findUser(workspace, id));
  if (user === undefined) throw new SlackError('users_list_not_supplied');
  if (another !== undefined) throw new SlackError('method_not_supported_for_channel_type');
  if (user.id === workspace.botUserId) throw new SlackError('cannot_dm_bot');
  if (user.isDeactivated) throw new SlackError('user_disabled');
  const { channel, isNew } = openDirectMessage(workspace, workspace.botUserId, user.id);
  const shape = isSet(args, 'return_im') ? channelShape(workspace, channel) : { id: channel.id };
  return { channel: shape, ...(isNew ? {} : { no_op: true, already_open: true }) };
}

function history({ workspace, args }: Call): JsonObject {
  const channel = findJoinedChannel(workspace, requiredText(args, 'channel'));
  checkKindScope(workspace, channel, 'history');
  const range = readRange(args);
  const newestFirst = workspace.state.messages
    .filter((each) => each.channel === channel.id && (each.threadTs === undefined || each.isBroadcast))
    .filter((each) => isWithin(each, range))
    .toReversed();
  const { items, response_metadata } = messagePage(newestFirst, 'newest first', args, { usual: 100, most: 999 });
  const messages = items.map((message) => historyShape(workspace, message, args));
  return { messages, has_more: response_metadata.next_cursor !== '', pin_count: 0, response_metadata };
}

function replies({ workspace, args }: Call): JsonObject {
  const channel = findJoinedChannel(workspace, requiredText(args, 'channel'));
  checkKindScope(workspace, channel, 'history');
  const ts = requiredText(args, 'ts');
  const range = readRange(args);
  // A reply is found too, alone. So is the notice in the place of a deleted message with replies.
  const thread = workspace.state.messages.filter(
    (each) => each.channel === channel.id && (each.ts === ts || each.threadTs === ts),
  );
  if (!thread.some((each) => each.ts === ts)) throw new SlackError('thread_not_found');
  const found = thread.filter((each) => each.ts === ts || isWithin(each, range));
  const { items, response_metadata } = messagePage(found, 'oldest first', args, { usual: 1000, most: 1000 });
  const messages = items.map((each) => historyShape(workspace, each, args));
  return { messages, has_more: response_metadata.next_cursor !== '', response_metadata };
}

/** The range of timestamps that the app asked for. */
interface Range {
  readonly oldest: number;
  readonly latest: number;
  readonly isInclusive: boolean;
}

/** Reads a range. Throws `invalid_ts_oldest`, `invalid_ts_latest`. */
function readRange(args: JsonObject): Range {
  const read = (name: 'oldest' | 'latest', usual: number): number => {
    const given = optionalText(args, name);
    if (given === undefined) return usual;
    if (!/^\d+(\.\d+)?$/.test(given)) throw new SlackError(`invalid_ts_${name}`);
    return Number(given);
  };
  return {
    oldest: read('oldest', 0),
    latest: read('latest', Number.POSITIVE_INFINITY),
    isInclusive: isSet(args, 'inclusive'),
  };
}

function isWithin(message: Message, { oldest, latest, isInclusive }: Range): boolean {
  const ts = Number(message.ts);
  return isInclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest;
}

function historyShape(workspace: Workspace, message: Message, args: JsonObject): JsonObject {
  const { metadata, ...shape } = messageShape(workspace, message);
  return isSet(args, 'include_all_metadata') && metadata !== undefined ? { ...shape, metadata } : shape;
}

function listed(workspace: Workspace, args: JsonObject): Channel[] {
  const asked = words(args, 'types');
  const kinds = (asked.length === 0 ? ['public_channel'] : asked).map((type) => {
    const kind = kindNames[type];
    if (kind === undefined) throw new SlackError('invalid_types');
    return kind;
  });
  for (const kind of kinds) checkScope(workspace, `${scopeNames[kind]}:read`);
  return workspace.state.channels.filter(
    (channel) => kinds.includes(channel.kind) && !(isSet(args, 'exclude_archived') && channel.isArchived),
  );
}
