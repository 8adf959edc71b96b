import { SlackError } from '../slack-error.ts';
import type { Message } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The limits that people report for reactions. Slack doesn't document any. */
const limits = { distinctPerMessage: 50, perPerson: 23 };

/** Names that Slack replaces with another one. */
const aliases: Readonly<Record<string, string>> = {
  thumbsup: '+1',
  thumbsdown: '-1',
  shipit: 'squirrel',
  poop: 'hankey',
  facepunch: 'punch',
  raised_hand: 'hand',
  collision: 'boom',
};

/** The name that Slack stores for a reaction, with aliases resolved. Throws `invalid_name`. */
function reactionName(name: string): string {
  const match = /^([a-z0-9_+'-]+)((?:::skin-tone-[2-6])?)$/.exec(name);
  if (match?.[1] === undefined) throw new SlackError('invalid_name');
  return `${aliases[match[1]] ?? match[1]}${match[2] ?? ''}`;
}

/** Adds somebody's reaction to a message. Throws `already_reacted`, `too_many_emoji`, `too_many_reactions`. */
export function addReaction(workspace: Workspace, message: Message, user: string, givenName: string): void {
  const name = reactionName(givenName);
  const reaction = message.reactions.find((each) => each.name === name);
  if (reaction?.users.includes(user)) throw new SlackError('already_reacted');
  if (reaction === undefined && message.reactions.length >= limits.distinctPerMessage) {
    throw new SlackError('too_many_emoji');
  }
  if (message.reactions.filter((each) => each.users.includes(user)).length >= limits.perPerson) {
    throw new SlackError('too_many_reactions');
  }
  if (reaction === undefined) message.reactions.push({ name, users: [user] });
  else reaction.users.push(user);
  announce(workspace, 'reaction_added', message, user, name);
}

/** Removes somebody's reaction from a message. Throws `no_reaction`. */
export function removeReaction(workspace: Workspace, message: Message, user: string, givenName: string): void {
  const name = reactionName(givenName);
  const reaction = message.reactions.find((each) => each.name === name);
  if (!reaction?.users.includes(user)) throw new SlackError('no_reaction');
  reaction.users = reaction.users.filter((each) => each !== user);
  message.reactions = message.reactions.filter((each) => each.users.length > 0);
  announce(workspace, 'reaction_removed', message, user, name);
}

function announce(workspace: Workspace, type: string, message: Message, user: string, reaction: string): void {
  const channel = workspace.channel(message.channel);
  if (channel === undefined) return;
  const item = { type: 'message', channel: message.channel, ts: message.ts };
  // A message of a webhook has no user (Slack: reaction_added).
  const author = message.username === undefined ? { item_user: message.user } : {};
  workspace.happened({ type, user, reaction, item, ...author }, channel);
}
