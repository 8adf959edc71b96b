import { audienceOf, type ChannelPrivacy, maySee, seesFromOutside } from '../../policy/rights.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import { atHome, findViewer } from './access.ts';
import { learnPeople } from './people.ts';

/** The channels among these that Slack shows to Gavel, as they are now. Throws ChatError. */
async function findPlaces(
  { sight }: Ports,
  channelIds: Iterable<string>,
): Promise<ReadonlyMap<string, ChannelPrivacy>> {
  const ids = [...new Set(channelIds)];
  const own = await sight.listOwnChannels();
  // Channels that Gavel is no longer in: they may have been archived.
  const left = ids.filter((id) => !own.has(id));
  const open = left.length === 0 ? new Set<string>() : await sight.listPublicChannels();
  return new Map(
    ids.flatMap((id): [string, ChannelPrivacy][] => {
      const channel = own.get(id) ?? (open.has(id) ? { isPrivate: false } : undefined);
      return channel ? [[id, channel]] : [];
    }),
  );
}

/** The channels among these that somebody sees now. Throws ChatError. */
async function keepSeen(
  ports: Ports,
  places: readonly (readonly [string, ChannelPrivacy])[],
  actor: Actor,
): Promise<ReadonlySet<string>> {
  if (actor.teamId !== ports.chat.teamId) return new Set();
  const viewer = await findViewer(ports, actor);
  const isOutside = places.some(([, place]) => !seesFromOutside(viewer, place));
  const own = isOutside ? await ports.sight.listChannelsOf(actor.userId) : new Set<string>();
  return new Set(places.filter(([id, place]) => maySee(viewer, place, own.has(id))).map(([id]) => id));
}

/** The channels among these that somebody sees now, and which of those are private. Throws ChatError. */
export async function findSeen(
  ports: Ports,
  channelIds: Iterable<string>,
  actor: Actor,
): Promise<ReadonlyMap<string, ChannelPrivacy>> {
  const places = await findPlaces(ports, channelIds);
  const seen = await keepSeen(ports, [...places], actor);
  return new Map([...places].filter(([id]) => seen.has(id)));
}

/**
 * The channels among these that somebody can be told about where they ask: public ones that they see, and the one they
 * ask in if they are in it. What a private channel decides is told nowhere else, but at Home, to those who are in it.
 * Throws ChatError.
 */
export async function findReadable(
  ports: Ports,
  channelIds: Iterable<string>,
  actor: Actor,
  askedIn: string,
): Promise<ReadonlySet<string>> {
  const places = [...(await findPlaces(ports, channelIds))];
  const told = places.filter(([id, { isPrivate }]) => !isPrivate || id === askedIn || askedIn === atHome);
  return keepSeen(ports, told, actor);
}

/** The channels with decisions that somebody may read now. Throws ChatError. */
export async function findReadableChannels(ports: Ports, actor: Actor, askedIn: string): Promise<ReadonlySet<string>> {
  return findReadable(ports, await ports.store.read.decisions.findChannels(actor.teamId), actor, askedIn);
}

/** What a list says about a decision, as far as it affects who may read it. */
interface Listable {
  readonly channelId: string;
  readonly cardLink: string | undefined;
  /** It is in git, and therefore visible to everybody who reads its archive. */
  readonly isPublished: boolean;
  /** The `id` of the archive it goes to. */
  readonly archive: string;
}

/**
 * The decisions among these that may be told to people who see these channels, in a place where these archives are
 * read. A decision that is in one of them is told without a link to its card.
 */
export function keepTold<One extends Listable>(
  decisions: readonly One[],
  channelIds: ReadonlySet<string>,
  archives: ReadonlySet<string>,
): One[] {
  return decisions.flatMap((one) => {
    if (channelIds.has(one.channelId)) return [one];
    return one.isPublished && archives.has(one.archive) ? [{ ...one, cardLink: undefined }] : [];
  });
}

/** What may be told to everybody in a channel: decisions of these channels, and what others did in the repository. */
export interface Tellable {
  readonly channelIds: ReadonlySet<string>;
  readonly repository: boolean;
}

/** Whether a decision may be told to those, in a place where these archives are read. */
export function isTellable(
  { channelId, isPublished, archive }: Omit<Listable, 'cardLink'>,
  { channelIds, repository }: Tellable,
  archives: ReadonlySet<string>,
): boolean {
  return channelIds.has(channelId) || (repository && isPublished && archives.has(archive));
}

/** What may be told about these channels to everybody in `channelId`, given who reads there now. Throws ChatError. */
export async function findTellable(ports: Ports, channelIds: Iterable<string>, channelId: string): Promise<Tellable> {
  const places = [...(await findPlaces(ports, channelIds))];
  const others = places.filter(([id, { isPrivate }]) => !isPrivate && id !== channelId).map(([id]) => id);
  const channel = await ports.sight.findChannel(channelId);
  const isShared = channel?.isShared ?? true;
  const audience = audienceOf(isShared, isShared || others.length === 0 || (await areAllMembers(ports, channelId)));
  const told = audience === 'all that is public' ? others : [];
  return { channelIds: new Set([channelId, ...told]), repository: audience !== 'own decisions' };
}

/** Whether everybody who reads a channel is a member of the workspace. Throws ChatError. */
async function areAllMembers(ports: Ports, channelId: string): Promise<boolean> {
  const ids = await ports.sight.listMembers(channelId);
  const people = await learnPeople(ports, ports.chat.teamId, [...ids]);
  return [...ids].every((id) => {
    const kind = people.get(id)?.kind;
    return kind === 'member' || kind === 'bot' || kind === 'deactivated';
  });
}
