import type { Announcement, WrittenDigest } from '../message/announcement.ts';
import type { Actor } from '../ports/actor.ts';
import type { WrittenMessage } from '../ports/chat/chat.ts';
import type { Ports } from '../ports/ports.ts';
import { findSeenChannel } from './access.ts';
import { findReadArchives, findReadable, findTellable, keepTold, type Tellable } from './readers.ts';

type Line = WrittenDigest['open'][number];

function linesOf({ accepted, rejected, open }: WrittenDigest): readonly Line[] {
  return [...accepted, ...rejected, ...open];
}

function keepTellable(
  digest: WrittenDigest,
  { channelIds, repository }: Tellable,
  archives: ReadonlySet<string>,
): WrittenDigest {
  const keep = (lines: readonly Line[]) =>
    keepTold(lines, channelIds, archives).filter(({ channelId }) => repository || channelIds.has(channelId));
  const { accepted, rejected, open, inRepository } = digest;
  const news = repository && inRepository ? inRepository : { changes: [], sharedNumbers: [] };
  return { ...digest, accepted: keep(accepted), rejected: keep(rejected), open: keep(open), inRepository: news };
}

/** A digest with only what everybody in a channel may be told, as Slack has it now. Throws ChatError. */
export async function screenDigest(ports: Ports, digest: WrittenDigest, channelId: string): Promise<WrittenDigest> {
  const channelIds = linesOf(digest).map((line) => line.channelId);
  const tellable = await findTellable(ports, channelIds, channelId);
  return keepTellable(digest, tellable, await findReadArchives(ports, channelId));
}

/** A digest with only what one person who asks in a channel may be told, as Slack has it now. Throws ChatError. */
export async function screenDigestFor(
  ports: Ports,
  digest: WrittenDigest,
  actor: Actor,
  askedIn: string,
): Promise<WrittenDigest> {
  const channelIds = linesOf(digest).map((line) => line.channelId);
  const told = await findReadable(ports, channelIds, actor, askedIn);
  return keepTellable(digest, { channelIds: told, repository: true }, await findReadArchives(ports, askedIn));
}

function isEmpty(digest: WrittenDigest): boolean {
  const { changes = [], sharedNumbers = [] } = digest.inRepository ?? {};
  return linesOf(digest).length + changes.length + sharedNumbers.length === 0;
}

/**
 * What a message may still say now. Some time may have passed since it was written, and a channel that it mentions may
 * have become private. Undefined when nothing is left to say. Throws ChatError.
 */
export async function screenMessage(ports: Ports, message: WrittenMessage): Promise<WrittenMessage | undefined> {
  const body = await screenBody(ports, message);
  return body && { ...message, body };
}

async function screenBody(
  ports: Ports,
  { teamId, channelId, body }: WrittenMessage,
): Promise<Announcement | undefined> {
  if (body.kind === 'digest') {
    const digest = await screenDigest(ports, body.digest, channelId);
    // A digest that was empty when it was written says just that.
    return isEmpty(digest) && !isEmpty(body.digest) ? undefined : { ...body, digest };
  }
  if (body.kind === 'direct nudge' && body.channelId !== undefined) {
    const channel = await findSeenChannel(ports, body.channelId, { teamId, userId: channelId });
    return channel && { ...body, title: channel.isPrivate ? undefined : body.title };
  }
  return body;
}
