import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@gavel/local-server/json.ts';
import type { ComposedLinks, Message, Unfurl, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Tells the app of the links to its domains in a message of somebody's (Slack: link_shared). */
export function announceLinks(workspace: Workspace, message: Message): void {
  const urls = message.botId === undefined ? linksIn(workspace, message.text) : [];
  const channel = workspace.channel(message.channel);
  if (urls.length === 0 || channel === undefined) return;
  workspace.happened({
    type: 'link_shared',
    channel: message.channel,
    is_bot_user_member: workspace.hasBot(channel),
    user: message.user,
    message_ts: message.ts,
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    unfurl_id: unfurlIdOf(message),
    source: 'conversations_history',
    links: urls.map(linkShape),
  });
}

/** Tells the app of the links to its domains in what somebody is writing. Returns them; undefined without any. */
export function composeLinks(workspace: Workspace, user: User, text: string): ComposedLinks | undefined {
  const urls = linksIn(workspace, text);
  const others = workspace.state.composed.filter(({ userId }) => userId !== user.id);
  if (urls.length === 0) {
    workspace.state.composed = others;
    workspace.changes.announce();
    return undefined;
  }
  const composed: ComposedLinks = { id: `U${randomUUID()}`, userId: user.id, urls, unfurls: [] };
  workspace.state.composed = [...others, composed];
  workspace.happened({
    type: 'link_shared',
    channel: 'COMPOSER',
    is_bot_user_member: true,
    user: user.id,
    message_ts: composed.id,
    unfurl_id: composed.id,
    source: 'composer',
    links: urls.map(linkShape),
  });
  return composed;
}

/** The id by which the app can name the links of a message (Slack: `unfurl_id`). */
export function unfurlIdOf({ channel, ts }: Pick<Message, 'channel' | 'ts'>): string {
  return `${channel}.${ts}`;
}

/** All web addresses in the text of a message, without repetitions. */
export function addressesIn(text: string): string[] {
  const plain = text.replaceAll('&lt;', ' ').replaceAll('&gt;', ' ').replaceAll('&amp;', '&');
  const found = plain.match(/https?:\/\/[^\s<>|]+/g) ?? [];
  return [...new Set(found.map(withoutEnd))];
}

/** An address without the punctuation of the sentence that it stands in. */
function withoutEnd(url: string): string {
  let end = url.length;
  while (end > 0 && `.,;:!?)'"]`.includes(url.charAt(end - 1))) end -= 1;
  return url.slice(0, end);
}

/** Whether an address belongs to one of the app's domains. */
export function isOwn(workspace: Workspace, url: string): boolean {
  const host = URL.parse(url)?.hostname;
  if (host === undefined) return false;
  return workspace.app.unfurlDomains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** Adds what the app shows for links to what it showed before. A link that is given again is replaced. */
export function mergeUnfurls(before: readonly Unfurl[], given: readonly Unfurl[]): Unfurl[] {
  const kept = before.filter(({ url }) => !given.some((each) => each.url === url));
  return [...kept, ...given];
}

function linksIn(workspace: Workspace, text: string): string[] {
  return addressesIn(text).filter((url) => isOwn(workspace, url));
}

function linkShape(url: string): JsonObject {
  return { domain: URL.parse(url)?.hostname ?? '', url };
}
