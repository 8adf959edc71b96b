import type { IndexGap } from '../../decision/refusal.ts';
import { ArchiveError } from '../ports/archive-error.ts';
import type { RepositoryPorts } from '../ports/ports.ts';
import { followArchive, partSize } from './follow-archive.ts';

/** How well the index shows what is in git now. `away`: the archive can't be reached, for this reason. */
export type Freshness = { readonly kind: 'fresh' } | IndexGap;

const kinds = { 'in step': 'fresh', 'too long': 'being read', stopped: 'stopped' } as const;

/** Brings the index in step with git, if that is a matter of seconds. */
export async function freshenIndex(ports: RepositoryPorts): Promise<Freshness> {
  try {
    return { kind: kinds[(await followArchive(ports, { most: partSize })).outcome] };
  } catch (error) {
    if (error instanceof ArchiveError) return { kind: 'away', trouble: error.trouble };
    throw error;
  }
}

/** Why something that is in git may be missing from the index; undefined when nothing is. */
export function findGap(freshness: Freshness): IndexGap | undefined {
  return freshness.kind === 'fresh' ? undefined : freshness;
}
