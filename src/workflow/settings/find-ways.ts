import { setTimeout as sleep } from 'node:timers/promises';
import type { UnreadFormat } from '@gavel/adr/name/adr-path.ts';
import { usualFormats } from '@gavel/adr/name/other-formats.ts';
import type { PublicationTrouble } from '../../decision/failure/forge-trouble.ts';
import type { Listed } from '../../decision/failure/trouble.ts';
import type { ForgeKind } from '../../decision/publication/forge-kind.ts';
import type { ChosenWay } from '../../decision/publication/publish-way.ts';
import { sortArchive } from '../follow/sort-archive.ts';
import { ArchiveError } from '../ports/archive/archive-error.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import { ForgeError } from '../ports/forge/forge-error.ts';
import { inRepository, type Ports } from '../ports/ports.ts';
import { chooseWay } from '../publish/choose-way.ts';
import { learnHouseStyle } from '../publish/house-style.ts';

/** By which way the ADRs of a repository reach its branch at present, or why nobody can tell. */
export interface RepositoryWay {
  /** Its name, if there are several. */
  readonly repository: string | undefined;
  readonly forge: ForgeKind | undefined;
  /** How the file of GAVEL_CONFIG lists it, for the advice which setting to change. */
  readonly listed?: Listed | undefined;
  /** The configured address, and the present one, if the repository has another one by now. */
  readonly moved?: { readonly place: string; readonly to: string } | undefined;
  /** What most of its ADRs are in, if Gavel can't read it. */
  readonly unread?: readonly UnreadFormat[] | undefined;
  readonly found: ChosenWay | { readonly trouble: PublicationTrouble };
}

/** How long somebody waits who only wants to see settings, in milliseconds. */
const patience = 3_000;

/** Finds out by which way ADRs reach their branches, as far as the repositories and their forges answer soon. */
export async function findWays(ports: Ports, repositories: readonly Repository[]): Promise<readonly RepositoryWay[]> {
  const waiting = new AbortController();
  const late = sleep(patience, undefined, { signal: waiting.signal });
  try {
    const found = await Promise.all(repositories.map((one) => Promise.race([findWay(ports, one), late])));
    return found
      .flatMap((way) => way ?? [])
      .map((way) => (repositories.length > 1 ? way : { ...way, repository: undefined }));
  } finally {
    waiting.abort();
    // Nobody waits for it anymore.
    late.catch(() => undefined);
  }
}

async function findWay(ports: Ports, repository: Repository): Promise<RepositoryWay> {
  const { name, forge, archive } = repository;
  const at = { repository: name, forge: forge?.kind, listed: archive.listed };
  try {
    const inOne = inRepository(ports, repository);
    const snapshot = await archive.fetch();
    const to = archive.movedTo();
    const moved = to === undefined ? undefined : { place: archive.label, to };
    const unread = usualFormats(await sortArchive(inOne, snapshot));
    return { ...at, moved, unread, found: await chooseWay(inOne, snapshot, await learnHouseStyle(inOne, snapshot)) };
  } catch (error) {
    if (error instanceof ArchiveError || error instanceof ForgeError)
      return { ...at, found: { trouble: error.trouble } };
    throw error;
  }
}
