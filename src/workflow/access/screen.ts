import type { Announcement, WrittenDigest } from '../message/announcement.ts';
import { isPerson } from '../message/language.ts';
import type { WrittenMessage } from '../ports/chat/chat.ts';
import type { Ports } from '../ports/ports.ts';
import { findRepositories, findRepositoriesFor } from '../settings/repository.ts';
import { atHome, findSeenChannel } from './access.ts';
import { findReadable, findTellable, isTellable, keepTold, type Tellable } from './readers.ts';

type Line = WrittenDigest['open'][number];

function linesOf({ accepted, rejected, inReview = [], open, stalled = [] }: WrittenDigest): readonly Line[] {
  return [...accepted, ...rejected, ...inReview, ...open, ...stalled];
}

function countedIn({ more = {} }: WrittenDigest) {
  return Object.values(more).flat();
}

/** What of a digest may be told in `channelId`, with the names of repositories where the channel has several. */
export async function keepTellable(
  ports: Ports,
  digest: WrittenDigest,
  tellable: Tellable,
  channelId: string,
): Promise<WrittenDigest> {
  const { channelIds, repository } = tellable;
  const repositories = await findRepositories(ports, { teamId: ports.chat.teamId, channelId });
  const names = new Map(repositories.map(({ archive, name }) => [archive.id, name]));
  const archives = new Set(names.keys());
  const named = <Told extends { readonly archive?: string | undefined }>(told: Told) => {
    return names.size > 1 ? { ...told, repository: names.get(told.archive ?? '') } : told;
  };
  const keep = <Told extends Line>(lines: readonly Told[]): Told[] =>
    keepTold(lines, channelIds, archives)
      .filter((line) => isTellable(line, tellable, archives))
      .map((line) => {
        if (archives.has(line.archive)) return named(line);
        return isGone(line) ? line : { ...line, ...untold };
      });
  // The operator has put another in its place, and hid nothing.
  const isGone = ({ archive }: Line) => ports.repositories.byArchive(archive) === undefined;
  // An earlier version did not say which, when there was one.
  const { id: first } = ports.repositories.first.archive;
  const keepNews = <News extends { readonly archive?: string | undefined }>(news: readonly News[] = []) =>
    repository ? news.filter(({ archive = first }) => archives.has(archive)).map(named) : [];
  const { accepted, rejected, inReview = [], open, stalled = [], revisits = [], inRepository, more = {} } = digest;
  const counted = Object.entries(more).map(([list, all]) => {
    return [list, all.filter((one) => isTellable(one, tellable, archives))] as const;
  });
  return {
    ...digest,
    more: Object.fromEntries(counted),
    ...{ accepted: keep(accepted), rejected: keep(rejected), inReview: keep(inReview), open: keep(open) },
    stalled: keep(stalled),
    // They were asked about in this very channel.
    revisits: revisits.filter(({ isImported }) => repository || !isImported),
    inRepository: { changes: keepNews(inRepository?.changes), sharedNumbers: keepNews(inRepository?.sharedNumbers) },
  };
}

/** Of a decision that went to a repository which is not read here, what is told of that: nothing. */
const untold = {
  ...{ number: undefined, fileName: undefined, commitUrl: undefined, trouble: undefined },
  ...{ fileUrl: undefined, supersedes: undefined, fate: undefined, inReview: undefined },
} as const;

/** A digest with only what everybody in a channel may be told, as Slack has it now. Throws ChatError. */
export async function screenDigest(ports: Ports, digest: WrittenDigest, channelId: string): Promise<WrittenDigest> {
  const channelIds = [...linesOf(digest), ...countedIn(digest)].map((one) => one.channelId);
  const tellable = await findTellable(ports, channelIds, channelId);
  return keepTellable(ports, digest, tellable, channelId);
}

function isEmpty(digest: WrittenDigest): boolean {
  const { changes = [], sharedNumbers = [] } = digest.inRepository ?? {};
  const { revisits = [] } = digest;
  return [linesOf(digest), countedIn(digest), revisits, changes, sharedNumbers].every(({ length }) => length === 0);
}

/**
 * What a message may still say now. Some time may have passed since it was written, and a channel that it mentions may
 * have become private. Undefined when nothing is left to say. Throws ChatError.
 */
export async function screenMessage(ports: Ports, message: WrittenMessage): Promise<WrittenMessage | undefined> {
  const body = await screenBody(ports, message);
  return body && { ...message, body };
}

/** A message to one person about a decision, which it names unless that is in a private channel. */
type Letter = Extract<
  Announcement,
  { kind: 'direct nudge' | 'asked to vote' | 'stalled' | 'vote received' | 'vote returned' }
>;

const letters: Readonly<Record<Letter['kind'], true>> = {
  'direct nudge': true,
  'asked to vote': true,
  stalled: true,
  'vote received': true,
  'vote returned': true,
};

function isLetter(body: Announcement): body is Letter {
  return Object.hasOwn(letters, body.kind);
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
  if (isLetter(body) && body.channelId !== undefined) {
    const channel = await findSeenChannel(ports, body.channelId, { teamId, userId: channelId });
    return channel && { ...body, title: channel.isPrivate ? undefined : body.title };
  }
  if (body.kind === 'vote lost') {
    const channel = await findSeenChannel(ports, body.channelId, { teamId, userId: channelId });
    return channel && (channel.isPrivate ? { ...body, title: undefined, option: undefined } : body);
  }
  if (body.kind === 'objection overridden') {
    const channel = await findSeenChannel(ports, body.channelId, { teamId, userId: channelId });
    return channel && (channel.isPrivate ? { ...body, title: undefined, reason: undefined } : body);
  }
  if (body.kind === 'followed') return (await mayHear(ports, { teamId, channelId }, body)) ? body : undefined;
  if (body.kind === 'proposed from here' || body.kind === 'decided elsewhere') {
    const place = await ports.sight.findChannel(channelId);
    if (!place?.hasGavel) return undefined;
    const { channelIds } = await findTellable(ports, [body.channelId], channelId);
    return channelIds.has(body.channelId) ? body : undefined;
  }
  return body;
}

/** Whether a channel, or a person, may be told what was decided elsewhere. */
async function mayHear(
  ports: Ports,
  { teamId, channelId: followerId }: Pick<WrittenMessage, 'teamId' | 'channelId'>,
  { channelId, archive }: Extract<Announcement, { kind: 'followed' }>,
): Promise<boolean> {
  if (isPerson(followerId)) {
    const actor = { teamId, userId: followerId };
    if ((await findReadable(ports, [channelId], actor, atHome)).has(channelId)) return true;
    const own = await findRepositoriesFor(ports, actor, atHome);
    return own.some((one) => one.archive.id === archive);
  }
  const place = await ports.sight.findChannel(followerId);
  if (!place?.hasGavel) return false;
  const { channelIds, repository } = await findTellable(ports, [channelId], followerId);
  if (channelIds.has(channelId)) return true;
  const repositories = await findRepositories(ports, { teamId, channelId: followerId });
  return repository && repositories.some((one) => one.archive.id === archive);
}
