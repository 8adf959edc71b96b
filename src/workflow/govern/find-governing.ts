import { setImmediate } from 'node:timers/promises';
import { readPathPattern, splitPath } from '@gavel/adr/paths/path-pattern.ts';
import { findSuccessor } from '../find/find-adr.ts';
import type { PlacedAdr } from '../find/show.ts';
import type { IndexedAdr } from '../ports/archive/adr-index.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import type { Ports } from '../ports/ports.ts';
import { nameRepository } from '../settings/repository.ts';

/** How many of the governed paths are told. */
const mostTold = 20;

/** An ADR that governs some of the paths that were asked about. */
export interface Governing {
  readonly adr: PlacedAdr;
  /** Its patterns that govern some of them. */
  readonly patterns: readonly string[];
  /** The first of the paths, and how many there are. */
  readonly paths: readonly string[];
  readonly pathCount: number;
  /** It governs them only by a pattern that governs every file. */
  readonly isEverything: boolean;
  /** The web address of its file, on hosts that we know. */
  readonly fileUrl: string | undefined;
  /** The ADR that has taken its place, if it is superseded and the index has that one. */
  readonly successor: IndexedAdr | undefined;
}

/** A path, and the names in it. */
interface SplitPath {
  readonly path: string;
  readonly names: readonly string[];
}

/**
 * The ADRs in these repositories that govern some paths, each from the top of its repository: first those that hold, then
 * those that were superseded by one that does not govern them itself.
 */
export async function findGoverning(
  ports: Ports,
  repositories: readonly Repository[],
  paths: readonly string[],
): Promise<readonly Governing[]> {
  const split = [...new Set(paths)].flatMap((path): SplitPath[] => {
    const names = splitPath(path);
    return names === undefined ? [] : [{ path, names }];
  });
  const found: Governing[] = [];
  for (const { archive } of repositories) {
    for (const adr of await ports.store.read.adrs.findGoverning(ports.chat.teamId, archive.id)) {
      // Thousands of paths take a moment, in which others may vote.
      await setImmediate();
      const match = matchPaths(adr, split);
      if (match === undefined) continue;
      const successor = adr.status === 'superseded' ? await findSuccessor(ports, archive.id, adr) : undefined;
      const placed = { ...adr, ...nameRepository(ports, adr) };
      found.push({ ...match, adr: placed, fileUrl: archive.addressOfFile(adr.fileName), successor });
    }
  }
  const held = found.filter(({ adr }) => adr.status === 'accepted').toSorted(bySpecific);
  const holding = new Set(held.map(({ adr }) => adr.id));
  const former = found.filter(({ adr, successor }) => adr.status === 'superseded' && !holding.has(successor?.id ?? -1));
  return [...held, ...former];
}

/** What governs everything comes last. */
const bySpecific = (one: Governing, other: Governing) => Number(one.isEverything) - Number(other.isEverything);

type Match = Pick<Governing, 'patterns' | 'paths' | 'pathCount' | 'isEverything'>;

function matchPaths({ affects }: IndexedAdr, paths: readonly SplitPath[]): Match | undefined {
  const patterns = affects.flatMap((written) => {
    const pattern = readPathPattern(written);
    const governed = pattern ? paths.filter(({ names }) => pattern.governs(names)) : [];
    return pattern && governed.length > 0 ? [{ written, governed, isEverything: pattern.isEverything }] : [];
  });
  if (patterns.length === 0) return undefined;
  const specific = patterns.filter(({ isEverything }) => !isEverything);
  const told = specific.length > 0 ? specific : patterns;
  const governed = new Set(told.flatMap((one) => one.governed));
  const all = paths.filter((path) => governed.has(path)).map(({ path }) => path);
  return {
    patterns: told.map(({ written }) => written),
    paths: all.slice(0, mostTold),
    pathCount: all.length,
    isEverything: specific.length === 0,
  };
}
