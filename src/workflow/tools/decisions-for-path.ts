import { splitPath } from '@gavel/adr/paths/path-pattern.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { atHome, checkMayUseTools } from '../access/access.ts';
import { freshenIndexes } from '../follow/fresh-index.ts';
import { findGoverning, type Governing } from '../govern/find-governing.ts';
import type { Actor } from '../ports/actor.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import type { Ports } from '../ports/ports.ts';
import { findRepositoriesFor } from '../settings/repository.ts';

/** The decisions that govern some paths, as a program asked. */
export interface PathDecisions {
  readonly governing: readonly Governing[];
  /** What was asked about and is no path in a repository. */
  readonly unusable: readonly string[];
  /** Whether a repository could not be looked at, so that something may be missing. */
  readonly isPartial: boolean;
}

/**
 * The accepted decisions that govern files, by their paths from the top of a repository: of the one that is named, or of
 * all that somebody reads. Throws RuleBroken if none has this name, and ChatError.
 */
export async function decisionsForPath(
  ports: Ports,
  actor: Actor,
  { paths, repository }: { readonly paths: readonly string[]; readonly repository: string | undefined },
): Promise<PathDecisions> {
  await checkMayUseTools(ports, actor);
  const all = await findRepositoriesFor(ports, actor, atHome);
  const asked = repository === undefined ? all : all.filter((one) => isCalled(one, repository));
  if (repository !== undefined && asked.length === 0) {
    throw new RuleBroken({ code: 'no such repository', name: repository, names: all.map(({ name }) => name) });
  }
  const gaps = await freshenIndexes(ports, asked);
  return {
    governing: await findGoverning(ports, asked, paths),
    unusable: paths.filter((path) => splitPath(path) === undefined),
    isPartial: gaps.length > 0,
  };
}

/** Programs know a repository by its address, people by the name that it has here. */
function isCalled({ name, archive }: Repository, wanted: string): boolean {
  const asked = wanted.toLowerCase().replace(/\.git$/, '');
  const place = archive.label.toLowerCase();
  return name.toLowerCase() === asked || place === asked || place.endsWith(`/${asked}`) || asked.endsWith(`/${place}`);
}
