import { setTimeout as sleep } from 'node:timers/promises';
import type { IndexGap } from '../../decision/failure/refusal.ts';
import { ArchiveError } from '../ports/archive/archive-error.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import { inRepository, type Ports, type RepositoryPorts } from '../ports/ports.ts';
import { followArchive, partSize } from './follow-archive.ts';

/** How well the index reflects what is in git now. `away`: the archive is unreachable, for this reason. */
export type Freshness = { readonly kind: 'fresh' } | IndexGap;

const kinds = { 'in step': 'fresh', 'too long': 'being read', stopped: 'stopped' } as const;

/** Brings the index in step with git, if that takes only seconds. */
async function freshenIndex(ports: RepositoryPorts): Promise<Freshness> {
  try {
    return { kind: kinds[(await followArchive(ports, { most: partSize })).outcome] };
  } catch (error) {
    if (error instanceof ArchiveError) return { kind: 'away', trouble: error.trouble };
    throw error;
  }
}

/** Why something that is in git may be missing from the index; undefined when nothing is missing. */
export function findGap(freshness: Freshness): IndexGap | undefined {
  return freshness.kind === 'fresh' ? undefined : freshness;
}

/** How long to wait for one of several repositories, in milliseconds, while somebody waits for all of them. */
const patience = 5_000;

/**
 * Brings the indexes of repositories in step with git, all at once, and returns what prevents that for one of them. If
 * there are several, a slow one is not waited for.
 */
export async function freshenIndexes(ports: Ports, repositories: readonly Repository[]): Promise<Freshness> {
  const waiting = new AbortController();
  const freshen = async (repository: Repository): Promise<Freshness> => {
    const fresh = freshenIndex(inRepository(ports, repository));
    if (repositories.length === 1) return fresh;
    const place = repository.archive.label;
    const late: Freshness = { kind: 'away', trouble: { code: 'unreachable', place, said: '' } };
    return Promise.race([fresh, sleep(patience, late, { signal: waiting.signal })]);
  };
  try {
    const found = await Promise.all(repositories.map(freshen));
    return found.find(({ kind }) => kind !== 'fresh') ?? { kind: 'fresh' };
  } finally {
    waiting.abort();
  }
}
