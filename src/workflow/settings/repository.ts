import type { Decision } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { isOutsideChannels } from '../access/access.ts';
import type { Actor } from '../ports/actor.ts';
import { ArchiveError } from '../ports/archive/archive-error.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import { inRepository, type Ports, type RepositoryPorts } from '../ports/ports.ts';
import type { ChannelPlace } from '../ports/records/rules.ts';

/**
 * The repositories that decisions of a channel may go to, starting with the one that the channel chose; none when the
 * operator named none for it. If all channels have all of them, Slack is not asked. Throws ChatError.
 */
export async function findRepositories(ports: Ports, place: ChannelPlace): Promise<readonly Repository[]> {
  const found = await findUnordered(ports, place.channelId);
  if (found.length < 2) return found;
  const chosen = await ports.store.read.rules.findRepository(place);
  return found.toSorted((a, b) => Number(b.archive.id === chosen) - Number(a.archive.id === chosen));
}

/**
 * The repositories that somebody reads where they ask: those of the channel; outside channels, those of all channels
 * that they and Gavel are in. Throws ChatError.
 */
export async function findRepositoriesFor(
  ports: Ports,
  { teamId, userId }: Actor,
  askedIn: string,
): Promise<readonly Repository[]> {
  const { repositories, sight } = ports;
  if (repositories.areForAll || !isOutsideChannels(askedIn)) {
    return findRepositories(ports, { teamId, channelId: askedIn });
  }
  const [channels, theirs] = await Promise.all([sight.listOwnChannels(), sight.listChannelsOf(userId)]);
  const read = new Set(
    [...channels.values()].filter(({ id }) => theirs.has(id)).flatMap((channel) => repositories.ofChannel(channel)),
  );
  return repositories.all.filter((one) => one.channels === undefined || read.has(one));
}

async function findUnordered({ repositories, sight }: Ports, channelId: string): Promise<readonly Repository[]> {
  if (repositories.areForAll) return repositories.all;
  // If Slack does not show a channel, we know only its id.
  const { name = '' } = (await sight.findChannel(channelId)) ?? {};
  return repositories.ofChannel({ id: channelId, name });
}

/** The repositories of a channel, at least one. Throws ArchiveError when there is none, and ChatError. */
export async function openRepositories(ports: Ports, place: ChannelPlace): Promise<readonly Repository[]> {
  const found = await findRepositories(ports, place);
  if (found.length === 0) throw new ArchiveError({ code: 'no repository' });
  return found;
}

/** The first repository of a channel. Throws ArchiveError when it has none, and ChatError. */
async function openFirst(ports: Ports, place: ChannelPlace): Promise<RepositoryPorts> {
  return choose(ports, await findRepositories(ports, place), undefined);
}

/**
 * The repository that somebody asks about: the one with this name, else the first of those that they read where they
 * ask. Throws ArchiveError when there is none, RuleBroken when none has this name, and ChatError.
 */
export async function openRepository(
  ports: Ports,
  actor: Actor,
  askedIn: string,
  name?: string,
): Promise<RepositoryPorts> {
  return choose(ports, await findRepositoriesFor(ports, actor, askedIn), name);
}

function choose(ports: Ports, found: readonly Repository[], name: string | undefined): RepositoryPorts {
  if (found.length === 0) throw new ArchiveError({ code: 'no repository' });
  const wanted = name === undefined ? found[0] : found.find((one) => isCalled(one, name));
  if (wanted === undefined) {
    const names = found.map((one) => one.name);
    throw new RuleBroken({ code: 'no such repository', name: name ?? '', names });
  }
  return inRepository(ports, wanted);
}

function isCalled({ name }: Repository, wanted: string): boolean {
  return name.toLowerCase() === wanted.toLowerCase();
}

/** The ports for work on an archive; undefined when the workspace no longer has it. */
export function portsOf(ports: Ports, archive: string): RepositoryPorts | undefined {
  const repository = ports.repositories.byArchive(archive);
  return repository && inRepository(ports, repository);
}

/**
 * The repository that a decision goes to. If the operator removed it, the decision goes to its channel's from now on.
 * Throws ArchiveError when the channel has none, and ChatError.
 */
export async function openHome(ports: Ports, decision: Decision): Promise<RepositoryPorts> {
  const home = portsOf(ports, decision.archive);
  if (home !== undefined) return home;
  const next = await openFirst(ports, decision);
  await ports.store.transaction(async (records) => {
    const now = await records.decisions.lock(decision.id);
    if (now?.archive === decision.archive) await records.decisions.save({ ...now, archive: next.archive.id });
  });
  return next;
}

/** The archive under which this process finds a decision's jobs: its own, or any other if that one is gone. */
export function jobArchive({ repositories }: Ports, { archive }: Pick<Decision, 'archive'>): string {
  return (repositories.byArchive(archive) ?? repositories.first).archive.id;
}

/** The name of something's repository, for people; with only one in the workspace, it needs no name. */
export function nameRepository(
  { repositories }: Ports,
  { archive }: { readonly archive: string },
): { readonly repository?: string | undefined } {
  const isNamed = repositories.all.length > 1;
  return { repository: isNamed ? repositories.byArchive(archive)?.name : undefined };
}
